import type { Verdict } from '../followup/verdict.ts';
import type { Payload } from '../ledger/payloads.ts';
import type { Bilingual } from '../lib/language.ts';
import type { Basis, ContactStatus, Lifecycle, Stance } from './stance.ts';

type Channel = Payload<'contact'>['asked'][number]['channel'];

/** The vocabulary in the interface's words. One place, so that the desk, the pages and the files never call one thing two names. */
export interface Labels {
  stance: Record<Stance, string>;
  contact: Record<ContactStatus, string>;
  /** What the coding rests on. A signed reply is a declaration; the others are read by the campaign, and say so. */
  basis: Record<Basis, string>;
  lifecycle: Record<Lifecycle, string>;
  /** What became of a pledge after the vote. */
  verdict: Record<Verdict, string>;
  /** By what means we asked. */
  channel: Record<Channel, string>;
}

export const labels: Bilingual<Labels> = {
  fr: {
    stance: {
      commits: 'S’engage',
      commits_in_part: 'S’engage en partie',
      unclear: 'Réponse sans position claire',
      refuses: 'Ne s’engage pas',
      contradicts: 'Positions contradictoires',
    },
    contact: {
      not_asked: 'Pas encore sollicitée',
      asked: 'Pas de réponse à ce jour',
      being_checked: 'Réponse reçue, en vérification',
      declined: 'A refusé de répondre',
      answered: 'A répondu',
    },
    basis: {
      reply: 'Réponse signée',
      programme: 'Codé d’après le programme',
      public_statement: 'Codé d’après une déclaration publique',
      act_in_office: 'Codé d’après un acte de mandat',
      third_party: 'Codé d’après un tiers',
    },
    lifecycle: { current: 'Actuelle', superseded: 'Remplacée', withdrawn: 'Retirée', to_confirm: 'À confirmer' },
    verdict: {
      not_rated: 'Pas encore évalué',
      in_progress: 'En cours',
      stalled: 'À l’arrêt',
      compromise: 'Compromis',
      kept: 'Tenu',
      broken: 'Non tenu',
    },
    channel: {
      open_letter: 'Lettre ouverte',
      email: 'Courriel',
      post: 'Courrier postal',
      phone: 'Téléphone',
      meeting: 'Rencontre',
      social_network: 'Réseau social',
    },
  },
  en: {
    stance: {
      commits: 'Commits',
      commits_in_part: 'Commits in part',
      unclear: 'Answered without a clear position',
      refuses: 'Does not commit',
      contradicts: 'Contradictory positions',
    },
    contact: {
      not_asked: 'Not asked yet',
      asked: 'No answer to date',
      being_checked: 'Answer received, being checked',
      declined: 'Declined to answer',
      answered: 'Has answered',
    },
    basis: {
      reply: 'Signed answer',
      programme: 'Coded from the manifesto',
      public_statement: 'Coded from a public statement',
      act_in_office: 'Coded from an act in office',
      third_party: 'Coded from a third party',
    },
    lifecycle: { current: 'Current', superseded: 'Superseded', withdrawn: 'Withdrawn', to_confirm: 'To be confirmed' },
    verdict: {
      not_rated: 'Not rated yet',
      in_progress: 'In progress',
      stalled: 'Stalled',
      compromise: 'Compromise',
      kept: 'Kept',
      broken: 'Broken',
    },
    channel: {
      open_letter: 'Open letter',
      email: 'E-mail',
      post: 'Post',
      phone: 'Telephone',
      meeting: 'Meeting',
      social_network: 'Social network',
    },
  },
};

/** The desk speaks French. */
export const { stance: stanceLabels, contact: contactLabels, basis: basisLabels } = labels.fr;

/** True when the list itself answered the letter; false when the campaign inferred the coding from something else. */
export function isDeclared(basis: Basis): boolean {
  return basis === 'reply';
}
