import { french } from '../lib/typography.ts';
import { type Frame, plainFrame } from './frame.ts';

export interface ErrorPage {
  frame: Frame;
  heading: string;
  text: string;
}

const fallback = { heading: 'Cette demande n’a pas pu aboutir', text: 'Revenez à la page précédente et essayez de nouveau.' };

const words: Record<number, { heading: string; text: string }> = {
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
  413: { heading: 'L’envoi est trop lourd', text: 'Réduisez la taille de ce que vous envoyez, puis essayez de nouveau.' },
  429: { heading: 'Trop de demandes en peu de temps', text: 'Attendez quelques minutes, puis essayez de nouveau.' },
  500: {
    heading: 'Une erreur est survenue de notre côté',
    text: 'Rien de ce qui est publié n’est perdu. Essayez de nouveau dans quelques minutes.',
  },
  503: { heading: 'Le site est momentanément indisponible', text: 'Essayez de nouveau dans quelques minutes.' },
};

/** The page of one HTTP error, in words that say what to do next; `said` when the error itself has words for a person. */
export function presentError(status: number, said = ''): ErrorPage {
  const { heading, text } = words[status] ?? (status >= 500 ? words[500] : undefined) ?? fallback;
  return { frame: plainFrame(heading), heading, text: said ? french(said) : text };
}
