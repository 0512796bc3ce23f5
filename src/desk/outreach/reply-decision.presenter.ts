import type { Freeze } from '../../campaigns/freeze.ts';
import { frozenWords } from '../../campaigns/freeze-words.ts';
import { french } from '../../lib/typography.ts';
import type { Decided } from '../../outreach/right-of-reply.service.ts';
import { type TextField, textField } from '../../web/form.ts';

/** To publish a right of reply, or to refuse it. */
export interface DecisionForms {
  publish: string;
  refuse: string;
  checked: TextField;
  reason: TextField;
  /** Why nothing can be published now, and what lets it leave all the same; null for whoever may not say so. */
  frozen: string;
  exception: TextField | null;
}

/** Why a decision was not taken. */
export type DecisionProblem = Extract<Decided, { refused: unknown }>['refused'] | { frozen: string } | null;

interface Deciding {
  typed: { checked: string; reason: string; exception: string };
  freeze: Freeze | null;
  mayExcept: boolean;
}

const exceptionField = {
  id: 'exception',
  label: 'Motif pour publier malgré la période de réserve',
  hint: 'Le motif est public, dans la note de l’édition.',
  kind: 'textarea',
  rows: 2,
} as const;

/** `at`: the address of a part of this right of reply. */
export function decisionForms(
  at: (part: string) => string,
  { typed, freeze, mayExcept }: Deciding,
  problems: ReadonlyMap<string, string>,
): DecisionForms {
  return {
    publish: at('/publication'),
    refuse: at('/refus'),
    frozen: freeze ? french(frozenWords(freeze)) : '',
    exception: freeze && mayExcept ? textField({ ...exceptionField, value: typed.exception }, problems) : null,
    checked: textField(
      {
        id: 'verifie',
        label: 'Comment avez-vous vérifié qui l’a envoyé ?',
        hint: 'Par exemple : rappelé au numéro de la permanence. Reste au bureau.',
        kind: 'textarea',
        rows: 2,
        value: typed.checked,
      },
      problems,
    ),
    reason: textField(
      {
        id: 'motif',
        label: 'Motif du refus',
        hint: 'Vous devez le dire à la personne. Reste au bureau, dans le journal.',
        kind: 'textarea',
        rows: 2,
        value: typed.reason,
      },
      problems,
    ),
  };
}

/** What is said of it, by the field that it is about. */
export function problemOf(problem: DecisionProblem): ReadonlyMap<string, string> {
  if (problem === null) return new Map();
  if (typeof problem === 'object') return new Map([['verifie', problem.frozen]]);
  if (problem === 'no_reason') return new Map([['motif', 'Dites pourquoi : un refus sans motif n’en est pas un.']]);
  if (problem === 'no_check') return new Map([['verifie', 'Dites comment vous avez vérifié qui l’a envoyé.']]);
  return new Map([['contenu', 'Quelqu’un s’est déjà prononcé. Voici ce qui a été décidé.']]);
}
