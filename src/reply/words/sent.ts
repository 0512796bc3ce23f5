import type { Bilingual } from '../../lib/language.ts';

/** What a list sees before and after its answer leaves: the preview, the receipt, a link that is closed. */
const fr = {
  previewHeading: 'Ce qui sera publié',
  previewIntro: 'Rien n’est encore envoyé. Voici votre réponse telle que la liront les électeurs, une fois relue.',
  onTheBoard: 'Sur le tableau\u00a0:',
  whenOpened: 'Quand on ouvre chaque réponse',
  left: 'Sans réponse de votre part pour l’instant',
  leftText: 'Vous pourrez y répondre plus tard par le même lien.',
  receiptTo: 'Un accusé de réception sera envoyé à',
  send: 'Signer et envoyer',
  change: 'Modifier',
  facts: { condition: 'Réserve ou condition', speaker: 'Qui l’a dit', when: 'Quand', basis: 'Sur quoi repose le codage' },
  receiptHeading: 'Votre réponse est reçue',
  when: (when: string) => `, le ${when}, signée par`,
  whenErased: (when: string) => `, le ${when}`,
  erased: (when: string) => `Texte effacé le ${when} par ordre de la loi.`,
  now: 'Et maintenant',
  next: [
    'Une personne de l’association la relit. Elle ne change pas vos mots.',
    'Elle est ensuite publiée avec sa date, comme réponse signée de votre liste.',
    'D’ici là, le tableau dira qu’une réponse est reçue et en vérification.',
  ],
  complete: 'Compléter ou changer la réponse',
  whatYouSent: 'Ce que vous avez envoyé',
  join: 'Joindre un document (facultatif)',
  document: 'Votre document',
  documentHint:
    'Un courrier signé, une page de programme\u00a0: PDF, image ou texte, 5\u00a0Mo au plus. Il pourra être publié avec votre réponse ; ôtez-en ce qui ne doit pas l’être.',
  joinIt: 'Joindre',
  notJoined: 'Le document n’a pas été joint',
  documents: {
    joint: 'Document joint. Il sera relu et publié avec votre réponse.',
    'trop-tard':
      'Ce document n’a pas pu être joint : il l’est déjà, il y en a déjà deux, ou votre réponse est en cours de publication.',
  },
  refusedDocument: {
    empty: 'Ce fichier est vide. Choisissez-en un autre.',
    too_large: 'Ce document dépasse 5 Mo. Réduisez-le, ou n’en joignez que les pages utiles.',
    unknown_type: 'D’après son contenu, ce n’est ni un PDF, ni une image (PNG, JPEG, WebP), ni un courriel, ni un texte.',
    broken: 'Cette image est abîmée : elle ne s’ouvre pas. Envoyez-la de nouveau.',
    full: 'Il n’y a plus de place ici pour les documents des listes. Votre réponse est bien enregistrée ; envoyez ce document à qui vous a écrit, ou joignez-en un plus léger.',
  },
  closedHeading: 'Ce lien ne permet plus de répondre',
  closed: {
    expired: 'Ce lien personnel a passé sa date. Rien de ce que vous aviez envoyé n’est perdu.',
    revoked:
      'Ce lien personnel a été fermé par l’association, souvent parce qu’un autre l’a remplacé. Rien de ce que vous aviez envoyé n’est perdu.',
  },
  askForAnother: 'Demandez un nouveau lien à qui vous a écrit\u00a0:',
  rightOfReply: 'Le droit de réponse reste ouvert à toute personne nommée, sans lien personnel',
};

const en: typeof fr = {
  previewHeading: 'What will be published',
  previewIntro: 'Nothing is sent yet. This is your answer as voters will read it, once it has been read again.',
  onTheBoard: 'On the scoreboard:',
  whenOpened: 'When each answer is opened',
  left: 'Without an answer from you so far',
  leftText: 'You may answer them later by the same link.',
  receiptTo: 'A receipt will be sent to',
  send: 'Sign and send',
  change: 'Change',
  facts: { condition: 'Reservation or condition', speaker: 'Who said it', when: 'When', basis: 'What the coding rests on' },
  receiptHeading: 'Your answer has arrived',
  when: (when: string) => `, on ${when}, signed by`,
  whenErased: (when: string) => `, on ${when}`,
  erased: (when: string) => `Text erased on ${when} by order of the law.`,
  now: 'What happens now',
  next: [
    'A person of the association reads it. They do not change your words.',
    'It is then published with its date, as a signed answer of your list.',
    'Until then, the scoreboard says that an answer has been received and is being checked.',
  ],
  complete: 'Complete or change the answer',
  whatYouSent: 'What you sent',
  join: 'Join a document (optional)',
  document: 'Your document',
  documentHint:
    'A signed letter, a page of a programme: PDF, picture or text, 5\u00a0MB at most. It may be published with your answer; take out of it what must not be.',
  joinIt: 'Join',
  notJoined: 'The document was not joined',
  documents: {
    joint: 'Document joined. It will be read and published with your answer.',
    'trop-tard':
      'This document could not be joined: it is joined already, there are two of them already, or your answer is being published.',
  },
  refusedDocument: {
    empty: 'This file is empty. Choose another one.',
    too_large: 'This document is over 5 MB. Make it smaller, or join only the pages that matter.',
    unknown_type: 'By its content, this is neither a PDF, nor a picture (PNG, JPEG, WebP), nor an e-mail, nor a text.',
    broken: 'This picture is damaged: it does not open. Send it again.',
    full: 'There is no more room here for the documents of lists. Your answer is recorded; send this document to whoever wrote to you, or join a lighter one.',
  },
  closedHeading: 'This link no longer lets you answer',
  closed: {
    expired: 'This personal link is past its date. Nothing of what you had sent is lost.',
    revoked:
      'This personal link was closed by the association, often because another one replaced it. Nothing of what you had sent is lost.',
  },
  askForAnother: 'Ask whoever wrote to you for a new link:',
  rightOfReply: 'The right of reply stays open to any person named, without a personal link',
};

export const sentWords: Bilingual<typeof fr> = { fr, en };
