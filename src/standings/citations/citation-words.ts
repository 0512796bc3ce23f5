import type { Bilingual } from '../../lib/language.ts';

const fr = {
  /** What a page is called in a reference. */
  title: {
    board: 'Ce que chacun a répondu',
    sector: (number: string) => `Ce que chacun a répondu, secteur ${number}`,
    list: (label: string, sector: string) => (sector === '' ? `Liste « ${label} »` : `Liste « ${label} », ${sector}`),
    demand: (title: string) => `Demande « ${title} »`,
    cell: (movement: string, demand: string) => `${movement} sur la demande « ${demand} »`,
  },
  numbered: (title: string, edition: number) => `${title} (édition ${edition})`,
  note: (edition: number, when: string, hash: string) => `Édition ${edition}, publiée le ${when}. Empreinte SHA-256 : ${hash}`,
  fingerprint: (hash: string) => `Empreinte SHA-256 : ${hash}.`,
  /** What is known, on a day, in one sentence that may be printed as it is. */
  known: {
    none: (day: string, all: string) => `Au ${day}, aucune position n’est connue, sur ${all}`,
    some: (day: string, known: string, all: number) => `Au ${day}, une position est connue pour ${known} sur ${all}`,
    commits: (day: string, who: string, demands: string, all: number) => `Au ${day}, ${who} s’engage sur ${demands} sur ${all}`,
    commitsToNone: (day: string, who: string) => `Au ${day}, aucun engagement n’est connu pour ${who}`,
    demand: (day: string, who: string, verb: string, all: number, demand: string) =>
      `Au ${day}, ${who} sur ${all} ${verb} sur la demande « ${demand} »`,
    demandNone: (day: string, all: string, demand: string) =>
      `Au ${day}, aucun engagement n’est connu sur la demande « ${demand} », sur ${all}`,
    commitOne: 's’engage',
    commitMany: 's’engagent',
    unsigned: ' (codé d’après des sources, sans réponse signée)',
    partlySigned: (signed: number) => ` (dont ${signed} par une réponse signée)`,
    stance: (day: string, who: string, demand: string, stance: string, basis: string) =>
      `Au ${day}, sur la demande « ${demand} », la position enregistrée pour ${who} est : « ${stance} » (${basis})`,
    silence: (day: string, who: string, demand: string, status: string) =>
      `Au ${day}, sur la demande « ${demand} », aucune position n’est connue pour ${who} (${status}) ; le silence n’est pas un refus`,
    since: (verdict: string, when: string) => ` ; depuis le vote : « ${verdict} » (${when})`,
    accordingTo: (who: string, when: string) => `selon ${who}, ${when}`,
  },
  ofList: (label: string) => `la liste « ${label} »`,
  movement: 'mouvement',
  list: 'liste',
  demands: 'demande',
  from: (sentence: string, campaign: string, edition: number, hash: string, url: string) =>
    `${sentence} (Parole tenue, « ${campaign} », édition ${edition}, empreinte ${hash}, ${url}).`,
};

const en: typeof fr = {
  title: {
    board: 'What each one answered',
    sector: (number: string) => `What each one answered, sector ${number}`,
    list: (label: string, sector: string) => (sector === '' ? `List “${label}”` : `List “${label}”, ${sector}`),
    demand: (title: string) => `Demand “${title}”`,
    cell: (movement: string, demand: string) => `${movement} on the demand “${demand}”`,
  },
  numbered: (title: string, edition: number) => `${title} (edition ${edition})`,
  note: (edition: number, when: string, hash: string) => `Edition ${edition}, published on ${when}. SHA-256 fingerprint: ${hash}`,
  fingerprint: (hash: string) => `SHA-256 fingerprint: ${hash}.`,
  known: {
    none: (day: string, all: string) => `As of ${day}, no position is known, out of ${all}`,
    some: (day: string, known: string, all: number) => `As of ${day}, a position is known for ${known} out of ${all}`,
    commits: (day: string, who: string, demands: string, all: number) =>
      `As of ${day}, ${who} commits to ${demands} out of ${all}`,
    commitsToNone: (day: string, who: string) => `As of ${day}, no commitment is known for ${who}`,
    demand: (day: string, who: string, verb: string, all: number, demand: string) =>
      `As of ${day}, ${who} out of ${all} ${verb} to the demand “${demand}”`,
    demandNone: (day: string, all: string, demand: string) =>
      `As of ${day}, no commitment is known to the demand “${demand}”, out of ${all}`,
    commitOne: 'commits',
    commitMany: 'commit',
    unsigned: ' (coded from sources, without a signed answer)',
    partlySigned: (signed: number) => ` (${signed} of them by a signed answer)`,
    stance: (day: string, who: string, demand: string, stance: string, basis: string) =>
      `As of ${day}, on the demand “${demand}”, the position recorded for ${who} is: “${stance}” (${basis})`,
    silence: (day: string, who: string, demand: string, status: string) =>
      `As of ${day}, on the demand “${demand}”, no position is known for ${who} (${status}); silence is not a refusal`,
    since: (verdict: string, when: string) => `; since the vote: “${verdict}” (${when})`,
    accordingTo: (who: string, when: string) => `according to ${who}, ${when}`,
  },
  ofList: (label: string) => `the list “${label}”`,
  movement: 'movement',
  list: 'list',
  demands: 'demand',
  from: (sentence: string, campaign: string, edition: number, hash: string, url: string) =>
    `${sentence} (Parole tenue, “${campaign}”, edition ${edition}, fingerprint ${hash}, ${url}).`,
};

export const citationWords: Bilingual<typeof fr> = { fr, en };
