import type { Bilingual } from '../../lib/language.ts';

/** What stands on every one of these pages. */
const fr = {
  skip: 'Aller au contenu',
  warning: 'Avertissement',
  fiction: 'Campagne fictive, pour essayer\u00a0: rien de ceci n’est réel.',
  otherLanguage: 'English',
  error: 'Erreur\u00a0:',
  problems: 'À compléter ou à corriger',
  back: 'Retour',
  reference: 'Référence',
  mails: {
    parti: 'Un accusé de réception vous a été envoyé par courriel.',
    treve:
      'La loi nous interdit d’envoyer un courriel la veille et le jour du vote : gardez cette page comme accusé de réception.',
    echec: 'Le courriel d’accusé de réception n’a pas pu partir : gardez cette page, ou notez la référence.',
  },
};

const en: typeof fr = {
  skip: 'Skip to the content',
  warning: 'Warning',
  fiction: 'Fictional campaign, to try things out: nothing here is real.',
  otherLanguage: 'Français',
  error: 'Error:',
  problems: 'To complete or to correct',
  back: 'Back',
  reference: 'Reference',
  mails: {
    parti: 'A receipt was sent to you by e-mail.',
    treve: 'The law forbids us to send an e-mail on the eve and on the day of the vote: keep this page as your receipt.',
    echec: 'The receipt could not leave by e-mail: keep this page, or note the reference.',
  },
};

export const replyFrameWords: Bilingual<typeof fr> = { fr, en };
