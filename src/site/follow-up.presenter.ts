import type { Verdict } from '../followup/verdict.ts';
import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import { followUpOf } from '../standings/follow-up.ts';
import { demandsOf } from '../standings/scoreboard.ts';
import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { presentSource, type SourceView } from './source.presenter.ts';
import { followUpWords } from './words/follow-up.ts';
import { type ProofWords, proofWords } from './words/proof.ts';

/** What became of one pledge since the vote: dated facts, oldest first. */
export interface FollowUpView {
  words: (typeof followUpWords)['fr'];
  sourceWords: ProofWords;
  /** The demand, with the way to its proof; empty on the proof's own page. */
  demand: Link | null;
  steps: FollowUpStep[];
}

interface FollowUpStep {
  verdict: Verdict;
  /** Empty for a fact that nobody judges. */
  label: string;
  /** Who judges, or who reports the fact. */
  accordingTo: string;
  fact: string;
  happenedOn: string;
  when: string;
  sources: SourceView[];
}

/** The follow-up of one movement on one demand; null when nothing is known. */
export function presentFollowUp(view: View, movement: string, demand: string): FollowUpView | null {
  const steps = followUpOf(view.state, movement, demand).map((step) => presentStep(view, step));
  return steps.length === 0
    ? null
    : {
        words: followUpWords[view.language],
        sourceWords: proofWords[view.language],
        demand: null,
        steps,
      };
}

/** The follow-up of a movement, demand by demand, in the letter's order. */
export function presentWholeFollowUp(view: View, movement: string): FollowUpView[] {
  return demandsOf(view.state).flatMap(({ slug, number, shortTitle }) => {
    const followUp = presentFollowUp(view, movement, slug);
    const demand = { href: view.links.cell(movement, slug), label: `${number}. ${french(shortTitle)}` };
    return followUp ? [{ ...followUp, demand }] : [];
  });
}

function presentStep(view: View, step: Payload<'assessment'>): FollowUpStep {
  const { verdict, accordingTo, fact, happenedOn, sources } = step;
  return {
    verdict,
    label: verdict === 'not_rated' ? '' : labels[view.language].verdict[verdict],
    accordingTo: french(accordingTo ?? ''),
    fact: french(fact),
    happenedOn,
    when: view.say.date(happenedOn),
    sources: sources.map((source) => ({ ...presentSource(view, source), elsewhere: '' })),
  };
}
