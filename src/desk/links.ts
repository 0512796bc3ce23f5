import type { ErasableEntry, ErasableKind } from '../erasure/kept.ts';
import type { NamedEntry } from '../positions/named-entry.ts';

const campaignAt = (slug: string) => `/bureau/campagnes/${encodeURIComponent(slug)}`;

/** What can be done to a position, each as an address of its own. */
export type PositionStep = 'reprise' | 'retour' | 'approbation' | 'lecture' | 'annulation' | 'corbeille' | 'restauration';

/** What can be done to a follow-up, each as an address of its own. */
export type FollowUpStep = 'reprise' | 'retour' | 'approbation' | 'corbeille' | 'restauration';

/** The kinds of published entries, as addresses and forms name them. */
export const genres = { position: 'position', assessment: 'suivi', reply: 'reponse' } as const satisfies Record<
  ErasableKind,
  string
>;

/** The addresses of the desk, in one place. */
export const links = {
  today: '/bureau',
  campaign: (slug: string) => `/bureau/campagnes/${encodeURIComponent(slug)}`,
  openCampaign: '/bureau/campagnes/nouvelle',
  copyCampaign: (slug: string) => `/bureau/campagnes/nouvelle?${new URLSearchParams({ copie: slug })}`,
  /** A page of a campaign's settings, for example its letter. */
  settings: (slug: string, part = '') => `/bureau/campagnes/${encodeURIComponent(slug)}/reglages${part && `/${part}`}`,
  imports: (slug: string, part = '') => `/bureau/campagnes/${encodeURIComponent(slug)}/imports${part && `/${part}`}`,
  positions: (slug: string) => `/bureau/campagnes/${encodeURIComponent(slug)}/positions`,
  /** A new position, for a cell that is known already or not yet. */
  newPosition: (slug: string, cell: { subject: string; demand: string } | null = null) => {
    const query = cell ? `?${new URLSearchParams({ sujet: cell.subject, demande: cell.demand })}` : '';
    return `/bureau/campagnes/${encodeURIComponent(slug)}/positions/nouvelle${query}`;
  },
  position: (id: number) => `/bureau/positions/${id}`,
  step: (id: number, step: PositionStep) => `/bureau/positions/${id}/${step}`,
  followUps: (slug: string) => `${campaignAt(slug)}/suivi`,
  /** A new fact, about a pledge that is known already or not yet. */
  newFollowUp: (slug: string, pledge: { movement: string; demand: string } | null = null) => {
    const query = pledge ? `?${new URLSearchParams({ sujet: pledge.movement, demande: pledge.demand })}` : '';
    return `${campaignAt(slug)}/suivi/nouveau${query}`;
  },
  followUp: (id: number) => `/bureau/suivis/${id}`,
  followUpStep: (id: number, step: FollowUpStep) => `/bureau/suivis/${id}/${step}`,
  reading: (slug: string) => `${campaignAt(slug)}/lecture`,
  publications: (slug: string) => `${campaignAt(slug)}/publications`,
  /** One published entry: where it is corrected or withdrawn. */
  publishedEntry: (slug: string, { kind, subject }: NamedEntry) => {
    const kindOf = kind === 'assessment' ? 'genre=suivi&' : '';
    return `${campaignAt(slug)}/publications/entree?${kindOf}${new URLSearchParams({ sujet: subject })}`;
  },
  correction: (slug: string, { kind, subject }: NamedEntry) =>
    `${campaignAt(slug)}/${kind === 'assessment' ? 'suivi/nouveau' : 'positions/nouvelle'}?${new URLSearchParams({ corriger: subject })}`,
  withdrawals: (slug: string) => `${campaignAt(slug)}/retraits`,
  withdrawal: (id: number) => `/bureau/retraits/${id}`,
  redactions: (slug: string) => `${campaignAt(slug)}/masquages`,
  /** What an order of the law would erase of a published entry, or has erased. */
  erasing: (slug: string, { kind, subject }: ErasableEntry) =>
    `${campaignAt(slug)}/masquages?${new URLSearchParams({ genre: genres[kind], sujet: subject })}`,
  journal: (slug: string) => `${campaignAt(slug)}/journal`,
  pieces: (slug: string) => `${campaignAt(slug)}/pieces`,
  piece: (slug: string, sha256: string) => `${campaignAt(slug)}/pieces/${sha256}`,
  publicCell: (campaign: string, movement: string, demand: string, list: string | null) =>
    `/${campaign}/mouvements/${movement}/${demand}${list === null ? '' : `#${list}`}`,
  rightsOfReply: (slug: string) => `/bureau/campagnes/${encodeURIComponent(slug)}/droits-de-reponse`,
  rightOfReply: (slug: string, id: number, part = '') =>
    `/bureau/campagnes/${encodeURIComponent(slug)}/droits-de-reponse/${id}${part}`,
  asking: (slug: string) => `/bureau/campagnes/${encodeURIComponent(slug)}/sollicitations`,
  /** `lettre`, `envoi`, `impression`, `publication` or `reglages` of a campaign's asking. */
  askingPart: (slug: string, part: string) => `/bureau/campagnes/${encodeURIComponent(slug)}/sollicitations/${part}`,
  /** The page where one movement is asked, or a resource of it. */
  askedMovement: (slug: string, movement: string, part = '') =>
    `/bureau/campagnes/${encodeURIComponent(slug)}/sollicitations/mouvements/${encodeURIComponent(movement)}${part}`,
};
