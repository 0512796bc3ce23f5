import type { Bilingual } from '../lib/language.ts';

const fr = {
  others: (count: number) => `et ${count} ${count > 1 ? 'autres' : 'autre'}, à la même adresse`,
  edition: (number: number, when: string) => `Édition ${number}, publiée le ${when}`,
  fingerprint: (hash: string) => `empreinte ${hash}`,
  fiction: 'Exemple fictif',
  ballot: (race: string, round: number) => `${race}, ${round === 1 ? 'premier' : 'second'} tour\u00a0: ce que dit chaque liste`,
  board: (town: string) => `Ce que chaque liste dit de chaque demande, ${town}`,
  toConfirm: 'à confirmer',
  asked: (dates: string) => `Sollicitée : ${dates}`.replace(' :', '\u00a0:'),
  source: 'Source',
  colon: '\u00a0: ',
  panel: (number: number) => `Panneau ${number}`,
  since: (verdict: string, isNamed: boolean) => `Depuis le vote\u00a0: ${verdict}${isNamed ? ', selon ' : ''}`,
};

const en: typeof fr = {
  others: (count) => `and ${count} more, at the same address`,
  edition: (number, when) => `Edition ${number}, published on ${when}`,
  fingerprint: (hash) => `fingerprint ${hash}`,
  fiction: 'Fictional example',
  ballot: (race, round) => `${race}, ${round === 1 ? 'first' : 'second'} round: what each list says`,
  board: (town) => `What each list says to each demand, ${town}`,
  toConfirm: 'to be confirmed',
  asked: (dates) => `Asked: ${dates}`,
  source: 'Source',
  colon: ': ',
  panel: (number) => `Panel ${number}`,
  since: (verdict, isNamed) => `Since the vote: ${verdict}${isNamed ? ', according to ' : ''}`,
};

export type PictureWords = typeof fr;
export const pictureWords: Bilingual<PictureWords> = { fr, en };
