import type { Bilingual } from '../../lib/language.ts';

const fr = {
  heading: 'Être prévenu par courriel',
  description: 'Un courriel à chaque édition qui change ce que vous suivez, rien d’autre.',
  all: (campaign: string) => `Tout ce qui change dans « ${campaign} »`,
  page: (title: string) => `Ce qui change sur cette page : ${title}`,
  promise: 'Un courriel par édition au plus, aucun pendant la trêve électorale. Chacun porte le lien qui arrête tout.',
  kept: 'Votre adresse ne sert qu’à cela, n’est reliée à rien, et s’efface dès que vous arrêtez.',
  email: 'Votre adresse électronique',
  emailHint: 'Un premier message vous demandera de confirmer.',
  send: 'M’envoyer le message de confirmation',
  trap: 'Laissez ce champ vide',
  feeds: 'Sans adresse : le flux Atom',
  offHeading: 'Suivre les changements',
  off: 'Ce site n’envoie pas de courriel. Le flux Atom annonce chaque édition dans un lecteur de flux (Thunderbird, Feedly, FreshRSS…).',
  onlyFeed: 'Le flux Atom',
  problems: {
    summary: 'À compléter ou à corriger',
    email: 'Écrivez une adresse électronique complète, comme nom@exemple.fr.',
    refused: 'Cette adresse est refusée par son serveur : elle n’existe pas, ou plus.',
    later: 'Le courrier ne part pas pour l’instant. Réessayez dans quelques minutes.',
  },
  sent: {
    heading: 'Regardez votre courrier',
    text: 'Si l’adresse est juste, un message vient d’y partir. Ouvrez-le et suivez son lien, sous 48 heures : sans cela, rien ne sera envoyé et l’adresse sera effacée.',
  },
  confirm: {
    heading: 'Confirmer l’alerte',
    text: 'Appuyez sur le bouton pour recevoir un courriel à chaque édition qui change ce que vous suivez.',
    button: 'Confirmer',
  },
  confirmed: {
    heading: 'C’est fait',
    text: 'Vous recevrez un courriel à la prochaine édition. Chacun porte un lien pour arrêter.',
  },
  stale: {
    heading: 'Ce lien ne sert plus',
    text: 'Il a déjà servi, ou plus de 48 heures ont passé. Si vous aviez confirmé, votre alerte est en place.',
  },
  end: {
    heading: 'Arrêter l’alerte',
    text: 'Appuyez sur le bouton : plus rien ne sera envoyé, et votre adresse sera effacée.',
    button: 'Arrêter et effacer mon adresse',
  },
  ended: {
    heading: 'L’alerte est arrêtée',
    text: 'Plus rien ne sera envoyé. Votre adresse est effacée.',
  },
  back: 'Revenir à la campagne',
  home: 'Revenir à l’accueil',
};

const en: typeof fr = {
  heading: 'Be told by e-mail',
  description: 'One e-mail at each edition that changes what you follow, nothing else.',
  all: (campaign: string) => `Everything that changes in “${campaign}”`,
  page: (title: string) => `What changes on this page: ${title}`,
  promise: 'One e-mail an edition at most, none during the election silence. Each carries the link that stops everything.',
  kept: 'Your address serves for nothing else, is linked to nothing, and is erased as soon as you stop.',
  email: 'Your e-mail address',
  emailHint: 'A first message will ask you to confirm.',
  send: 'Send me the confirmation message',
  trap: 'Leave this field empty',
  feeds: 'With no address: the Atom feed',
  offHeading: 'Follow the changes',
  off: 'This site sends no e-mail. The Atom feed announces each edition in a feed reader (Thunderbird, Feedly, FreshRSS…).',
  onlyFeed: 'The Atom feed',
  problems: {
    summary: 'To complete or correct',
    email: 'Write a whole e-mail address, such as name@example.org.',
    refused: 'This address is refused by its server: it does not exist, or no longer does.',
    later: 'Mail cannot leave just now. Try again in a few minutes.',
  },
  sent: {
    heading: 'Look at your mail',
    text: 'If the address is right, a message has just left for it. Open it and follow its link within 48 hours: otherwise nothing will be sent, and the address will be erased.',
  },
  confirm: {
    heading: 'Confirm the alert',
    text: 'Press the button to receive an e-mail at each edition that changes what you follow.',
    button: 'Confirm it',
  },
  confirmed: {
    heading: 'It is done',
    text: 'You will receive an e-mail at the next edition. Each one carries a link to stop.',
  },
  stale: {
    heading: 'This link no longer works',
    text: 'It was used already, or more than 48 hours have passed. If you had confirmed, your alert is set.',
  },
  end: {
    heading: 'Stop the alert',
    text: 'Press the button: nothing more will be sent, and your address will be erased.',
    button: 'Stop, and erase my address',
  },
  ended: {
    heading: 'The alert is stopped',
    text: 'Nothing more will be sent. Your address is erased.',
  },
  back: 'Back to the campaign',
  home: 'Back to the home page',
};

export const followWords: Bilingual<typeof fr> = { fr, en };
