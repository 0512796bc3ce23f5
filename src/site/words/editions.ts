import type { Bilingual } from '../../lib/language.ts';

const fr = {
  heading: 'Les éditions',
  description: (town: string) => `Tout ce qui a été publié sur ${town}, édition par édition, et ce que chacune a changé.`,
  intro:
    'Ce qui est publié l’est par éditions numérotées, que rien n’efface. L’empreinte d’une édition dépend de tout ce qui l’a précédée : notez-la, et personne ne pourra réécrire l’histoire sans que cela se voie.',
  title: (number: number) => `Édition ${number}`,
  older: 'Plus anciennes',
  from: (first: number, last: number) => (first === last ? `Édition ${first}` : `Éditions ${first} à ${last}`),
  published: (when: string) => `Publiée le ${when}`,
  read: 'Lire cette édition',
  changes: 'Ce qu’elle a changé, mot à mot',
  fingerprint: 'Empreinte (SHA-256)',
  dated: {
    heading: 'La page à une date',
    date: 'Date',
    time: 'Heure (facultative)',
    hint: 'À l’heure de la commune. Sans heure, la fin de la journée.',
    go: 'Voir ce qui était publié',
  },
  maskedSince: (count: string) => `${count} depuis.`,
  masked: { one: 'entrée masquée', many: 'entrées masquées' },
  follow: {
    heading: 'Être prévenu',
    feed: 'Flux Atom de toutes les éditions',
    log: 'Tout ce qui a changé depuis la première',
    alerts: 'Un courriel à chaque édition',
  },
  none: {
    title: 'Rien n’était encore publié',
    before: (asked: string, first: string) =>
      `À la date demandée (${asked}), cette campagne n’avait rien publié. Sa première édition est du ${first}.`,
    notYetThere: 'Cette page n’y était pas',
    stood: (number: number, when: string) =>
      `L’édition ${number}, publiée le ${when}, faisait foi à ce moment. Elle n’avait pas cette page.`,
    board: (number: number) => `Le tableau de l’édition ${number}`,
    first: 'La première édition',
    all: 'Toutes les éditions',
  },
};

const en: typeof fr = {
  heading: 'The editions',
  description: (town: string) => `Everything that was published about ${town}, edition by edition, and what each one changed.`,
  intro:
    'What is published comes in numbered editions, which nothing erases. The fingerprint of an edition depends on all that came before it: note it down, and nobody can rewrite history unseen.',
  title: (number: number) => `Edition ${number}`,
  older: 'Older ones',
  from: (first: number, last: number) => (first === last ? `Edition ${first}` : `Editions ${first} to ${last}`),
  published: (when: string) => `Published on ${when}`,
  read: 'Read this edition',
  changes: 'What it changed, word for word',
  fingerprint: 'Fingerprint (SHA-256)',
  dated: {
    heading: 'The page on a given day',
    date: 'Day',
    time: 'Time (optional)',
    hint: 'By the clock of the town. With no time, the end of the day.',
    go: 'See what was published',
  },
  maskedSince: (count: string) => `${count} since.`,
  masked: { one: 'entry redacted', many: 'entries redacted' },
  follow: {
    heading: 'Be told',
    feed: 'Atom feed of every edition',
    log: 'Everything that changed since the first one',
    alerts: 'An e-mail at each edition',
  },
  none: {
    title: 'Nothing had been published yet',
    before: (asked: string, first: string) =>
      `At the time you ask for (${asked}), this campaign had published nothing. Its first edition is of ${first}.`,
    notYetThere: 'This page was not there',
    stood: (number: number, when: string) =>
      `Edition ${number}, published on ${when}, was the one that stood then. It did not have this page.`,
    board: (number: number) => `The scoreboard of edition ${number}`,
    first: 'The first edition',
    all: 'All editions',
  },
};

export const editionWords: Bilingual<typeof fr> = { fr, en };
