import { canSomewhere, type Person, shouldProtect } from '../accounts/can.ts';
import { french } from '../lib/typography.ts';
import { assetUrl } from '../web/assets.ts';
import { type CampaignHere, type CampaignNav, campaignNav } from './campaign-nav.ts';
import { peopleNews, protectWords } from './people/news.ts';
import type { Undo } from './positions/undo.ts';
import { settingsNews } from './settings-news.ts';

/** What stands around every page of the desk. */
export interface DeskFrame {
  title: string;
  stylesheets: string[];
  script: string;
  /** The desk's own helpers; every page works without them. */
  helpers: string;
  icon: string;
  /** Who is signed in; empty for a stranger. */
  name: string;
  token: string;
  /** What was just done, in words; empty when nothing was. */
  news: string;
  /** Takes back what was just done; null when nothing was, or when it cannot be. */
  undo: Undo | null;
  /** The campaign this page belongs to, with the ways through it; null outside a campaign. */
  campaign: CampaignNav | null;
  /** What someone must do before they can do all that their role allows; empty otherwise. */
  protect: string;
  /** Whether they look after every account of the installation. */
  everyone: boolean;
}

const news: Record<string, string> = {
  brouillon: 'Brouillon enregistré. Votre équipe le voit ; rien n’est public.',
  soumise: 'Position soumise. Une seconde personne doit la lire avant publication.',
  reprise: 'Position reprise : vous pouvez la modifier.',
  retournee: 'Position retournée à son auteur, avec votre motif.',
  jetee: 'Brouillon jeté.',
  restauree: 'Brouillon repris de la corbeille.',
  codee: 'Votre code est gardé. Voici celui de l’auteur.',
  approuvee: 'Position approuvée. Elle attend d’être publiée, avec d’autres.',
  annulee: 'C’est annulé : rien n’a changé pour les lecteurs.',
  publiee: 'Position publiée. Elle est sur le tableau.',
  edition: 'Édition publiée. Elle est sur le tableau.',
  'suivi-brouillon': 'Brouillon de suivi enregistré. Votre équipe le voit ; rien n’est public.',
  'suivi-soumis': 'Suivi soumis. Une seconde personne doit le lire avant publication.',
  'suivi-repris': 'Suivi repris : vous pouvez le modifier.',
  'suivi-retourne': 'Suivi retourné à son auteur, avec votre motif.',
  'suivi-accepte': 'Suivi accepté. Il attend d’être publié, avec d’autres.',
  'suivi-publie': 'Suivi publié, à côté de l’engagement.',
  'suivi-jete': 'Brouillon de suivi jeté.',
  'suivi-restaure': 'Brouillon de suivi repris de la corbeille.',
  'retrait-propose': 'Retrait proposé. Une seconde personne doit en décider.',
  'retrait-fait': 'Entrée retirée. Le motif est public.',
  'retrait-refuse': 'L’entrée reste publiée ; votre motif est dans le journal.',
  effacee: 'Contenu masqué et effacé. Son empreinte et votre motif restent.',
  'contact-note': 'Contact noté.',
  'contact-retire': 'Contact retiré du journal de cette liste.',
  adresse: 'Adresse enregistrée. Elle reste au bureau.',
  'adresse-retiree': 'Adresse retirée.',
  lettre: 'Texte enregistré.',
  reglages: 'Réglages enregistrés.',
  'lien-revoque': 'Lien révoqué : il ne permet plus de répondre.',
  'droit-publie': 'Réponse publiée, à côté de ce qu’elle conteste.',
  'droit-refuse': 'Refus noté, avec son motif. Dites-le à la personne.',
  'contacts-publies': 'Publié : le tableau dit maintenant quand et comment chaque liste a été sollicitée.',
  sortie: 'Vous êtes déconnecté.',
  'mot-de-passe': 'Mot de passe enregistré. Connectez-vous.',
  ...peopleNews,
  ...settingsNews,
};

/** A page of the desk that shows what readers see: with the style of their proofs. */
export function withProofStyle(frame: DeskFrame): DeskFrame {
  return { ...frame, stylesheets: [...frame.stylesheets, assetUrl('css/proof.css')] };
}

/** Where a page of a campaign stands: its campaign, and its own address, which says which part of the navigation is the current one. */
export interface Here {
  campaign: CampaignHere;
  path: string;
}

/** `done` is the `fait` of the address: the name of what the last form did. `here` is given by every page of a campaign. */
export function deskFrame(
  title: string,
  person: Person | null,
  token: string,
  done: unknown = '',
  here: Here | null = null,
): DeskFrame {
  return {
    title: `${french(title)} · Bureau · Parole tenue`,
    stylesheets: [
      assetUrl('css/site.css'),
      assetUrl('css/desk.css'),
      assetUrl('css/positions.css'),
      assetUrl('css/settings.css'),
    ],
    script: assetUrl('htmx.js'),
    helpers: assetUrl('js/desk.js'),
    icon: assetUrl('favicon.svg'),
    name: person?.name ?? '',
    token,
    news: french((typeof done === 'string' && Object.hasOwn(news, done) && news[done]) || ''),
    everyone: person !== null && canSomewhere(person, 'people:manage'),
    protect: person && shouldProtect(person) ? french(protectWords) : '',
    undo: null,
    campaign: person && here && campaignNav(person, { ...here.campaign, title: french(here.campaign.title) }, here.path),
  };
}
