import type { EntryKind } from '../../ledger/payloads.ts';
import type { Bilingual } from '../../lib/language.ts';
import type { Change } from '../difference.ts';

type What = Change['what'];

const nouns: Record<EntryKind, [one: string, many: string, gender: 'm' | 'f']> = {
  campaign: ['présentation de la campagne', 'présentations de la campagne', 'f'],
  letter: ['lettre', 'lettres', 'f'],
  signatory: ['signataire', 'signataires', 'm'],
  demand: ['demande', 'demandes', 'f'],
  race: ['scrutin', 'scrutins', 'm'],
  movement: ['mouvement', 'mouvements', 'm'],
  list: ['liste', 'listes', 'f'],
  lineage: ['filiation', 'filiations', 'f'],
  contact: ['sollicitation', 'sollicitations', 'f'],
  position: ['position', 'positions', 'f'],
  reply: ['droit de réponse', 'droits de réponse', 'm'],
  assessment: ['suivi', 'suivis', 'm'],
  withdrawal: ['retrait', 'retraits', 'm'],
  redaction: ['masquage', 'masquages', 'm'],
};
const participles: Record<What, string> = { added: 'ajouté', changed: 'modifié', withdrawn: 'retiré', redacted: 'masqué' };
const plural = (count: number) => count >= 2;

const fr = {
  what: { added: 'Ajout', changed: 'Modification', withdrawn: 'Retrait', redacted: 'Masquage' },
  kind: (kind: EntryKind) => nouns[kind][0],
  /** `2 positions ajoutées`. */
  tally(count: number, kind: EntryKind, what: What): string {
    const [one, many, gender] = nouns[kind];
    const ending = `${gender === 'f' ? 'e' : ''}${plural(count) ? 's' : ''}`;
    return `${count} ${plural(count) ? many : one} ${participles[what]}${ending}`;
  },
  nothing: 'Rien n’a changé.',
  cell: (movement: string, number: number, demand: string) => `${movement}, demande ${number} (${demand})`,
  ofList: (cell: string, list: string) => `${cell}, liste « ${list} »`,
  letter: 'La lettre',
  campaign: 'La campagne',
  heading: (what: string, kind: string, title: string) => `${what}, ${kind} : ${title}`,
  fact: (when: string, fact: string) => `${when} : ${fact}`,
  judged: (verdict: string, who: string, when: string) => `${verdict} (${when})${who && `, selon ${who}`}`,
};

const englishNouns: Record<EntryKind, [one: string, many: string]> = {
  campaign: ['description of the campaign', 'descriptions of the campaign'],
  letter: ['letter', 'letters'],
  signatory: ['signatory', 'signatories'],
  demand: ['demand', 'demands'],
  race: ['ballot', 'ballots'],
  movement: ['movement', 'movements'],
  list: ['list', 'lists'],
  lineage: ['link between rounds', 'links between rounds'],
  contact: ['contact', 'contacts'],
  position: ['position', 'positions'],
  reply: ['right of reply', 'rights of reply'],
  assessment: ['follow-up', 'follow-ups'],
  withdrawal: ['withdrawal', 'withdrawals'],
  redaction: ['redaction', 'redactions'],
};

const en: typeof fr = {
  what: { added: 'Added', changed: 'Changed', withdrawn: 'Withdrawn', redacted: 'Redacted' },
  kind: (kind: EntryKind) => englishNouns[kind][0],
  tally(count: number, kind: EntryKind, what: What): string {
    const [one, many] = englishNouns[kind];
    return `${count} ${count === 1 ? one : many} ${what}`;
  },
  nothing: 'Nothing has changed.',
  cell: (movement: string, number: number, demand: string) => `${movement}, demand ${number} (${demand})`,
  ofList: (cell: string, list: string) => `${cell}, list “${list}”`,
  letter: 'The letter',
  campaign: 'The campaign',
  heading: (what: string, kind: string, title: string) => `${what}, ${kind}: ${title}`,
  fact: (when: string, fact: string) => `${when}: ${fact}`,
  judged: (verdict: string, who: string, when: string) => `${verdict} (${when})${who && `, according to ${who}`}`,
};

export const changeWords: Bilingual<typeof fr> = { fr, en };
