import type { Bilingual } from '../lib/language.ts';

const fr = {
  hello: 'Bonjour,',
  confirm: {
    subject: (town: string) => `Confirmez votre alerte : ${town}`,
    asked: (what: string) => `Quelqu’un, vous sans doute, a demandé à recevoir un courriel quand paraît du nouveau sur ${what}.`,
    open: 'Pour confirmer, ouvrez cette page et appuyez sur le bouton :',
    otherwise: 'Si ce n’est pas vous, ne faites rien : cette adresse sera effacée sous 48 heures.',
  },
  already: {
    subject: (town: string) => `Votre alerte est déjà en place : ${town}`,
    text: (what: string) => `Vous recevez déjà un courriel quand paraît du nouveau sur ${what}. Il n’y a rien à faire.`,
  },
  edition: {
    subject: (town: string, number: number) => `${town} : édition ${number}`,
    one: (campaign: string, number: number) => `L’édition ${number} de « ${campaign} » vient de paraître.`,
    many: (campaign: string, first: number, last: number) =>
      `Les éditions ${first} à ${last} de « ${campaign} » viennent de paraître.`,
    about: (what: string) => `Voici ce qui a changé sur ${what}.`,
    reason: 'Raison\u00a0:',
    more: (count: number) => `… et ${count} autres changements.`,
    all: 'Tout lire, mot à mot :',
    fingerprint: (number: number, hash: string) => `Empreinte de l’édition ${number} : ${hash}`,
  },
  fiction: 'Exemple fictif : cette commune, ces listes et ces positions sont inventées.',
  everything: (campaign: string) => `« ${campaign} »`,
  page: (title: string, address: string) => `la page ${title} (${address})`,
  end: 'Pour ne plus rien recevoir et faire effacer votre adresse :',
};

const en: typeof fr = {
  hello: 'Hello,',
  confirm: {
    subject: (town: string) => `Confirm your alert: ${town}`,
    asked: (what: string) => `Somebody, most likely you, asked to receive an e-mail when there is something new about ${what}.`,
    open: 'To confirm, open this page and press the button:',
    otherwise: 'If it was not you, do nothing: this address will be erased within 48 hours.',
  },
  already: {
    subject: (town: string) => `Your alert is already set: ${town}`,
    text: (what: string) => `You already receive an e-mail when there is something new about ${what}. There is nothing to do.`,
  },
  edition: {
    subject: (town: string, number: number) => `${town}: edition ${number}`,
    one: (campaign: string, number: number) => `Edition ${number} of “${campaign}” has just been published.`,
    many: (campaign: string, first: number, last: number) =>
      `Editions ${first} to ${last} of “${campaign}” have just been published.`,
    about: (what: string) => `Here is what changed about ${what}.`,
    reason: 'Why:',
    more: (count: number) => `… and ${count} other changes.`,
    all: 'Read everything, word for word:',
    fingerprint: (number: number, hash: string) => `Fingerprint of edition ${number}: ${hash}`,
  },
  fiction: 'Fictional example: this town, these lists and these positions are invented.',
  everything: (campaign: string) => `“${campaign}”`,
  page: (title: string, address: string) => `the page ${title} (${address})`,
  end: 'To receive nothing more, and have your address erased:',
};

export const alertWords: Bilingual<typeof fr> = { fr, en };
