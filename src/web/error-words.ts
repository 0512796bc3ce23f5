import type { Bilingual } from '../lib/language.ts';

interface Said {
  heading: string;
  text: string;
}

const fr = {
  home: 'Aller à l’accueil',
  statuses: {
    403: {
      heading: 'Cette action n’est pas permise',
      text: 'Revenez à la page précédente, rechargez-la, puis essayez de nouveau.',
    },
    404: {
      heading: 'Cette page n’existe pas',
      text: 'L’adresse est peut-être incomplète, ou la page a changé de place. Tout ce qui est publié se retrouve depuis l’accueil.',
    },
    405: { heading: 'Cette page se lit seulement', text: 'On ne peut rien y envoyer. Revenez à l’accueil pour la consulter.' },
    409: { heading: 'Rien ne change en public pour le moment', text: 'Attendez la fermeture des bureaux de vote.' },
    413: {
      heading: 'L’envoi est trop lourd',
      text: 'Réduisez la taille de ce que vous envoyez, puis essayez de nouveau.',
    },
    429: { heading: 'Trop de demandes en peu de temps', text: 'Attendez quelques minutes, puis essayez de nouveau.' },
    500: {
      heading: 'Une erreur est survenue de notre côté',
      text: 'Rien de ce qui est publié n’est perdu. Essayez de nouveau dans quelques minutes.',
    },
    503: { heading: 'Le site est momentanément indisponible', text: 'Essayez de nouveau dans quelques minutes.' },
  },
  other: { heading: 'Cette demande n’a pas pu aboutir', text: 'Revenez à la page précédente et essayez de nouveau.' },
};

const en: typeof fr = {
  home: 'Go to the home page',
  statuses: {
    403: { heading: 'This is not allowed', text: 'Go back to the page before, load it again, then try once more.' },
    404: {
      heading: 'There is no such page',
      text: 'The address may be incomplete, or the page may have moved. Everything that is published can be found from the home page.',
    },
    405: { heading: 'This page can only be read', text: 'Nothing can be sent to it. Go to the home page to read it.' },
    409: { heading: 'Nothing changes in public for now', text: 'Wait until the polling places close.' },
    413: { heading: 'This is too large to send', text: 'Make what you send smaller, then try again.' },
    429: { heading: 'Too many requests in a short time', text: 'Wait a few minutes, then try again.' },
    500: {
      heading: 'Something went wrong on our side',
      text: 'Nothing that is published is lost. Try again in a few minutes.',
    },
    503: { heading: 'The site is unavailable for a moment', text: 'Try again in a few minutes.' },
  },
  other: { heading: 'This request could not be completed', text: 'Go back to the page before and try again.' },
};

/** What an HTTP error says to people, in each language. */
export const errorWords: Bilingual<typeof fr> = { fr, en };

/** The words of a status; an unknown one of ours says that it is ours. */
export function errorSaid(status: number, words: typeof fr): Said {
  const statuses: Record<number, Said | undefined> = words.statuses;
  return statuses[status] ?? (status >= 500 ? words.statuses[500] : words.other);
}
