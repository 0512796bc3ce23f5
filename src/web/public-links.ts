import { inLanguage, type Language } from '../lib/language.ts';

const at = (...parts: string[]) => `/${parts.map(encodeURIComponent).join('/')}`;

export interface LinkPlace {
  language: Language;
  campaign: string;
  /** Held at an edition, every link stays in it; null on the living pages. */
  edition: number | null;
}

export interface ChangesPlace {
  since?: number;
  until?: number;
  /** The path of a page below the campaign. */
  about?: string;
}

export type Links = ReturnType<typeof linksFor>;

/** The addresses of a campaign's public pages, which keep the language and the edition of the page they stand on. */
export function linksFor({ language, campaign, edition }: LinkPlace) {
  const held = edition === null ? [] : ['editions', String(edition)];
  const page = (...parts: string[]) => inLanguage(at(campaign, ...held, ...parts), language);
  return {
    home: inLanguage('/', language),
    board: page(),
    letter: page('lettre'),
    /** From an address to its ballot. */
    sectors: page('secteurs'),
    compare: page('comparer'),
    /** What matters to me. */
    priorities: page('ce-qui-compte'),
    rounds: page('tours'),
    sector: (number: number) => page('secteurs', String(number)),
    movement: (movement: string) => page('mouvements', movement),
    list: (key: string) => page('listes', key),
    demand: (demand: string) => page('demandes', demand),
    method: page('methode'),
    corrections: page('corrections'),
    rightOfReply: page('droit-de-reponse'),
    /** The form by which a named list answers an entry, about what is public today. */
    replyForm: (entry = '') =>
      `${inLanguage('/droit-de-reponse', language)}${at(campaign)}${entry === '' ? '' : `?entree=${encodeURIComponent(entry)}`}`,
    simply: page('en-mots-simples'),
    poster: page('affiche'),
    data: page('donnees'),
    register: page('registre'),
    /** Where a frame and pictures of a page are made; it is a page of today, whatever edition they show. */
    embed: ({ about = '', edition = null }: { about?: string; edition?: number | null } = {}) =>
      inLanguage(
        `${at(campaign, 'integrer')}${queryOf({ quoi: encodeURIComponent(about), edition: edition ?? undefined })}`,
        language,
      ),
    /** A file of the campaign, as of the edition of the page. Files have no language. */
    file: (name: string) => `${at(campaign, ...held)}/${name}`,
    /** The unit of proof: what a movement says on a demand; `list` leads to the part about one of its lists. */
    cell: (movement: string, demand: string, list: string | null = null) =>
      `${page('mouvements', movement, demand)}${list === null ? '' : `#${list}`}`,
    /** A page of the campaign as it is today, whatever edition this one is held at. */
    living: (...parts: string[]) => inLanguage(at(campaign, ...parts), language),
    /** A page of this campaign by its path, in the edition of the page it stands on. */
    page: (path: string) => page() + path,
    /** The same by its path below the campaign, empty for the board. */
    today: (path: string) => inLanguage(at(campaign) + path, language),
    /** A page as one edition left it, for ever. */
    permanent: (number: number, path = '') => inLanguage(at(campaign, 'editions', String(number)) + path, language),
    editions: inLanguage(at(campaign, 'editions'), language),
    /** The Atom feed of the campaign, or of what one page is about. */
    feed: (path: string) => inLanguage(`${at(campaign)}${path}.atom`, language),
    /** Fifty of its older editions, counted from the oldest. */
    feedArchive: (number: number, path: string) =>
      inLanguage(`${at(campaign, 'archives', String(number))}${path}.atom`, language),
    /** Where one asks for an e-mail at each edition that changes a page, or anything. */
    alerts: (about = '') => inLanguage(`${at('alertes', campaign)}${queryOf({ sur: about.slice(1) })}`, language),
    /** What changed between two editions, about the page whose path is given or about everything. */
    changes: ({ since, until, about = '' }: ChangesPlace) =>
      inLanguage(`${at(campaign, 'changements')}${queryOf({ du: since, au: until, sur: about.slice(1) })}`, language),
    /** The board as one edition left it. */
    edition: (number: number) => inLanguage(at(campaign, 'editions', String(number)), language),
  };
}

function queryOf(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `${name}=${value}`).join('&')}`;
}
