import { frenchDate } from '../../lib/dates.ts';
import { french, quoted } from '../../lib/typography.ts';
import type { GridDemand } from '../../positions/cells.ts';
import { basisLabels, stanceLabels } from '../../positions/labels.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { Reading } from '../../positions/review.ts';
import { stances } from '../../positions/stance.ts';
import type { ChoiceField, TextField } from '../../web/form.ts';
import { textField } from '../../web/form.ts';
import { links } from '../links.ts';
import { ruleOf } from './rules.ts';
import { type DeskSource, presentSources } from './sources.presenter.ts';

/** What a second person reads before they have chosen a code: the words and the proof, and nothing of what the author made of them. */
export interface BlindReading {
  action: string;
  quote: string;
  /** Where no words are quoted, what is reported; it is all there is to read. */
  reported: string;
  facts: { term: string; text: string }[];
  sources: DeskSource[];
  codes: ChoiceField;
}

export function presentBlindReading(campaign: string, position: DeskPosition, demand: GridDemand, error = ''): BlindReading {
  return {
    action: links.step(position.id, 'lecture'),
    quote: position.quote === '' ? '' : quoted(position.quote),
    reported: position.quote === '' ? french(position.summary) : '',
    facts: blindFacts(position),
    sources: presentSources(campaign, position.sources),
    codes: {
      id: 'code',
      name: 'code',
      label: 'D’après la règle, que dit cette position ?'.replace(' ?', '\u202f?'),
      hint: french(
        'Choisissez avant de voir le code de l’auteur. Votre choix est gardé tel quel ; un désaccord se règle ensuite.',
      ),
      error: french(error),
      options: stances.map((stance) => ({
        id: `code-${stance}`,
        value: stance,
        label: stanceLabels[stance],
        details: [{ className: '', text: ruleOf(stance, demand) }],
        checked: false,
      })),
    },
  };
}

function blindFacts(position: DeskPosition): BlindReading['facts'] {
  const facts: [string, string][] = [
    ['Qui l’a dit', position.speaker],
    ['Quand', position.saidOn && frenchDate(position.saidOn)],
    ['Sur quoi cela repose', position.basis ? basisLabels[position.basis] : ''],
    ['Rapporté par', position.reportedBy],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text: french(text) }] : []));
}

/** The two codes side by side, once both are there. */
export interface Comparison {
  agrees: boolean;
  heading: string;
  codes: { who: string; label: string; state: string }[];
  /** Asked for only where the codes differ. */
  settle: TextField | null;
}

export function presentComparison(reading: Reading, who: string, typedNote: string, error: string): Comparison {
  const agrees = reading.stance === reading.firstStance;
  const hint = 'Pourquoi vous vous rangez au code de l’auteur. Gardé au bureau. Sinon, retournez-lui la position.';
  const field = { id: 'reglement', label: 'Comment le désaccord est réglé', hint, kind: 'textarea' as const, rows: 2 };
  return {
    agrees,
    heading: agrees ? 'Les deux lectures s’accordent' : 'Les deux lectures diffèrent',
    codes: [
      { who: french(who), label: stanceLabels[reading.stance], state: reading.stance },
      { who: 'L’auteur', label: stanceLabels[reading.firstStance], state: reading.firstStance },
    ],
    settle: agrees ? null : textField({ ...field, value: typedNote }, error ? new Map([['reglement', error]]) : new Map()),
  };
}
