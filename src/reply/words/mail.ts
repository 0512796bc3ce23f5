import type { Bilingual } from '../../lib/language.ts';

/** The receipts that leave by mail. */
const fr = {
  hello: 'Bonjour,',
  reference: (reference: string) => `Référence : ${reference}`,
  answerSubject: (reference: string) => `Réponse reçue, référence ${reference}`,
  answer: (who: string, letter: string, when: string, speaker: string) =>
    `La réponse de ${who} à ${letter} est arrivée le ${when}, signée par ${speaker}.`,
  answerNext:
    'Une personne de l’association la relit, puis la publie telle quelle. Vous pouvez la compléter ou la changer par votre lien personnel.',
  replySubject: (reference: string) => `Droit de réponse reçu, référence ${reference}`,
  reply: (campaign: string, when: string) =>
    `Une demande de droit de réponse concernant ${campaign} nous est arrivée le ${when}.`,
  replyNext:
    'Nous vérifions qui l’a envoyée, puis nous la publions sans la modifier. Si vous n’avez rien demandé, répondez à ce message.',
};

const en: typeof fr = {
  hello: 'Hello,',
  reference: (reference: string) => `Reference: ${reference}`,
  answerSubject: (reference: string) => `Answer received, reference ${reference}`,
  answer: (who: string, letter: string, when: string, speaker: string) =>
    `The answer of ${who} to ${letter} arrived on ${when}, signed by ${speaker}.`,
  answerNext:
    'A person of the association reads it, then publishes it as it is. You may complete or change it by your personal link.',
  replySubject: (reference: string) => `Right of reply received, reference ${reference}`,
  reply: (campaign: string, when: string) => `A request for a right of reply about ${campaign} reached us on ${when}.`,
  replyNext: 'We check who sent it, then publish it unchanged. If you asked for nothing, answer this message.',
};

export const replyMailWords: Bilingual<typeof fr> = { fr, en };
