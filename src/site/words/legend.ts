import type { Bilingual } from '../../lib/language.ts';

/** How to read a board. */
const fr = {
  heading: 'Comment lire ce tableau',
  movement: 'Un mouvement réunit les listes qui portent le même projet, d’un secteur à l’autre et d’un tour à l’autre.',
  signed: 'Réponse signée',
  signedText: 'La liste a répondu elle-même\u00a0: sa position est sur fond plein.',
  coded: 'Codé d’après…',
  codedText: 'La campagne a lu un programme, une déclaration, un acte ou un tiers\u00a0: fond clair, bord en tirets.',
  inPart: '«\u202fEn partie\u202f» veut dire qu’il y a une condition ou un manque\u202f; il est cité.',
  silence: 'Le silence n’est pas un refus.',
  silenceText: 'Une case sans position dit toujours pourquoi, et reste ouverte à une réponse.',
  count: 'Seul un engagement entier compte dans «\u202fs’engage sur…\u202f».',
};

const en: typeof fr = {
  heading: 'How to read this table',
  movement: 'A movement gathers the lists that carry the same project, from sector to sector and from round to round.',
  signed: 'Signed answer',
  signedText: 'The list answered itself: its position is on a solid ground.',
  coded: 'Coded from…',
  codedText: 'The campaign read a manifesto, a statement, an act or a third party: light ground, dashed border.',
  inPart: '“In part” means that there is a condition or a shortfall; it is quoted.',
  silence: 'Silence is not a refusal.',
  silenceText: 'A cell without a position always says why, and stays open to an answer.',
  count: 'Only a whole commitment counts in “commits to…”.',
};

export type LegendWords = typeof fr;
export const legendWords: Bilingual<LegendWords> = { fr, en };
