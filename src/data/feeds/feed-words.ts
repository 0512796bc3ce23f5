import type { Bilingual } from '../../lib/language.ts';

const fr = {
  title: (campaign: string, about: string) => (about === '' ? campaign : `${campaign} : ${about}`),
  about: {
    movement: (name: string) => name,
    list: (name: string) => `liste « ${name} »`,
    demand: (name: string) => `demande « ${name} »`,
    sector: (number: string) => `secteur ${number}`,
  },
  subtitle: 'Ce que chaque liste a répondu, et chaque correction, édition par édition.',
  fictional: 'Exemple fictif : cette commune, ces listes et ces positions sont inventées.',
  entry: (number: number, summary: string) => `Édition ${number} : ${summary}`,
  reason: 'Raison',
  fingerprint: (hash: string) => `Empreinte de l’édition (SHA-256) : ${hash}`,
  licence: 'Licence Ouverte 2.0',
};

const en: typeof fr = {
  title: (campaign: string, about: string) => (about === '' ? `${campaign} (in English)` : `${campaign}: ${about}`),
  about: {
    movement: (name: string) => `movement ${name}`,
    list: (name: string) => `list “${name}”`,
    demand: (name: string) => `demand “${name}”`,
    sector: (number: string) => `sector number ${number}`,
  },
  subtitle: 'What each list answered, and each correction, edition by edition.',
  fictional: 'Fictional example: this town, these lists and these positions are invented.',
  entry: (number: number, summary: string) => `Edition ${number}: ${summary}`,
  reason: 'Why',
  fingerprint: (hash: string) => `Fingerprint of the edition (SHA-256): ${hash}`,
  licence: 'Open Licence 2.0 (Licence Ouverte)',
};

export const feedWords: Bilingual<typeof fr> = { fr, en };
