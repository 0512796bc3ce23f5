import type { Bilingual } from '../../lib/language.ts';

const fr = {
  methode: {
    title: 'Notre méthode',
    description: 'Qui publie ce tableau, comment une réponse est codée et relue, ce que veut dire un silence.',
  },
  'droit-de-reponse': {
    title: 'Droit de réponse',
    description: 'Une liste nommée ici peut répondre\u00a0: comment demander, sous quel délai, où paraît la réponse.',
  },
  'en-mots-simples': {
    title: 'En mots simples',
    description: 'Ce que montre ce tableau, expliqué avec des phrases courtes et des mots simples.',
  },
  accessibilite: {
    title: 'Accessibilité',
    description: 'Ce qui a été testé, ce qui ne l’a pas été, et à qui signaler un obstacle.',
  },
  confidentialite: {
    title: 'Vie privée',
    description: 'Aucun cookie ni traceur sur les pages publiques\u00a0: ce que le site garde, et ce qu’il ne garde pas.',
  },
  'mentions-legales': {
    title: 'Mentions légales',
    description: 'Qui publie ce site, qui en répond, et qui l’héberge.',
  },
  copie: {
    title: 'Ce qu’une copie ne sait pas faire',
    description: 'Ce qui ne se fait que sur un serveur, et quoi faire à la place dans une copie du site.',
  },
  missing: '(à compléter avant la mise en ligne)',
  sourceOnRequest: 'à demander à l’adresse ci-dessus',
  rules: 'La règle de chaque demande',
  form: 'le formulaire',
  legalNotice: 'aux mentions légales',
  oneWrote: 'Une association a écrit une lettre.',
  manyWrote: 'Des associations ont écrit une lettre.',
};

const en: typeof fr = {
  methode: {
    title: 'Our method',
    description: 'Who publishes this scoreboard, how an answer is coded and read again, what a silence means.',
  },
  'droit-de-reponse': {
    title: 'Right of reply',
    description: 'A list named here can answer: how to ask, how soon, and where the answer appears.',
  },
  'en-mots-simples': {
    title: 'In plain words',
    description: 'What this scoreboard shows, explained in short sentences and simple words.',
  },
  accessibilite: {
    title: 'Accessibility',
    description: 'What was tested, what was not, and whom to tell about an obstacle.',
  },
  confidentialite: {
    title: 'Privacy',
    description: 'No cookie and no tracker on the public pages: what the site keeps, and what it does not.',
  },
  'mentions-legales': {
    title: 'Legal notice',
    description: 'Who publishes this site, who answers for it, and who hosts it.',
  },
  copie: {
    title: 'What a copy cannot do',
    description: 'What is only done by a server, and what to do instead in a copy of the site.',
  },
  missing: '(to be completed before the site opens)',
  sourceOnRequest: 'ask at the address above',
  rules: 'The rule of each demand',
  form: 'the form',
  legalNotice: 'in the legal notice',
  oneWrote: 'An association wrote a letter.',
  manyWrote: 'Some associations wrote a letter.',
};

/** Names of the long texts; the texts themselves are in views/texts/. */
export const trustWords: Bilingual<typeof fr> = { fr, en };
