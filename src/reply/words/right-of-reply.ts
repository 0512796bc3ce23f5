import type { Bilingual } from '../../lib/language.ts';

/** The form of the right of reply, what may be missing in it, and its receipt. */
const fr = {
  title: 'Droit de réponse',
  answerFor: 'Répondre pour',
  intro: 'Vous êtes nommé sur ce site ? Votre réponse peut y paraître, à côté de ce qu’elle conteste.',
  rules:
    'Votre texte paraît à côté de ce que vous contestez, sans être modifié, dans les trois jours ; dans les 24 heures pendant la campagne officielle. Rien n’est publié la veille et le jour du vote.',
  law: 'C’est la loi : loi n° 2004-575 du 21 juin 2004, décret n° 2007-1527 du 24 octobre 2007. La demande se fait dans les trois mois qui suivent la publication.',
  nothing: 'Rien n’est publié ici pour l’instant : il n’y a rien à quoi répondre.',
  entry: 'À quoi répondez-vous',
  choose: 'Choisir…',
  text: 'Votre réponse',
  textHint: 'Publiée telle quelle. 200 lignes au plus.',
  name: 'Votre nom',
  nameHint: 'Public : il signe la réponse.',
  capacity: 'À quel titre',
  capacityHint: 'Public. Par exemple : tête de liste, mandataire.',
  contact: 'Où vous joindre',
  contactOptional: 'Où vous joindre (facultatif)',
  contactHint: 'Une adresse électronique ou un numéro, pour vérifier qui écrit. Jamais publié.',
  trap: 'Laissez ce champ vide',
  send: 'Envoyer ma réponse',
  problems: {
    entry: 'Choisissez ce à quoi vous répondez.',
    text: 'Écrivez votre réponse : elle sera publiée telle quelle.',
    tooLong: (lines: number) => `Une réponse compte ${lines} lignes au plus, et 15 000 caractères.`,
    name: 'Écrivez votre nom : il signe la réponse.',
    capacity: 'Dites à quel titre vous répondez.',
    contact: 'Donnez une adresse électronique ou un numéro : nous devons vérifier qui écrit avant de publier.',
    trap: 'Un champ caché, réservé aux robots, a été rempli. Il est vide à nouveau : envoyez encore une fois.',
  },
  received: 'Votre demande est reçue',
  receivedOn: (when: string) => `Reçue le ${when}`,
  about: 'À propos de\u00a0:',
  states: {
    received: (due: string) =>
      `Nous vérifions qui l’a envoyée, puis nous la publions sans la modifier, au plus tard le ${due}, heure locale.`,
    published: 'Elle est publiée à côté de ce qu’elle conteste.',
    refused: 'Elle n’a pas été publiée. L’association vous dit pourquoi.',
  },
  keep: 'Gardez l’adresse de cette page, ou la référence : elle dit où en est votre demande.',
};

const en: typeof fr = {
  title: 'Right of reply',
  answerFor: 'Answer for',
  intro: 'Are you named on this site? Your reply may stand on it, beside what it contests.',
  rules:
    'Your text appears beside what you contest, unchanged, within three days; within 24 hours during the official campaign. Nothing is published on the eve and on the day of the vote.',
  law: 'This is French law: law no. 2004-575 of 21 June 2004, decree no. 2007-1527 of 24 October 2007. The request is made within three months of the publication. Your text is published as you write it; readers expect French.',
  nothing: 'Nothing is published here for now: there is nothing to reply to.',
  entry: 'What do you reply to',
  choose: 'Choose…',
  text: 'Your reply',
  textHint: 'Published as it is. 200 lines at most.',
  name: 'Your name',
  nameHint: 'Public: it signs the reply.',
  capacity: 'In what capacity',
  capacityHint: 'Public. For example: head of the list, agent.',
  contact: 'Where to reach you',
  contactOptional: 'Where to reach you (optional)',
  contactHint: 'An e-mail address or a telephone number, to check who writes. Never published.',
  trap: 'Leave this field empty',
  send: 'Send my reply',
  problems: {
    entry: 'Choose what you reply to.',
    text: 'Write your reply: it will be published as it is.',
    tooLong: (lines: number) => `A reply has ${lines} lines at most, and 15,000 characters.`,
    name: 'Write your name: it signs the reply.',
    capacity: 'Say in what capacity you reply.',
    contact: 'Give an e-mail address or a telephone number: we must check who writes before we publish.',
    trap: 'A hidden field, kept for robots, was filled in. It is empty again: send once more.',
  },
  received: 'Your request has arrived',
  receivedOn: (when: string) => `Received on ${when}`,
  about: 'About:',
  states: {
    received: (due: string) => `We check who sent it, then publish it unchanged, on ${due} at the latest, local time.`,
    published: 'It is published beside what it contests.',
    refused: 'It was not published. The association tells you why.',
  },
  keep: 'Keep the address of this page, or the reference: it says what became of your request.',
};

export const rightOfReplyWords: Bilingual<typeof fr> = { fr, en };
