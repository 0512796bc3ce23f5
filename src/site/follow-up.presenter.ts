import type { Verdict } from '../followup/verdict.ts';
import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import { answeredFollowUp } from '../positions/named-entry.ts';
import { followUpStandings, goneFacts } from '../standings/follow-up.ts';
import { demandsOf } from '../standings/scoreboard.ts';
import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { presentGap, presentHistory, type VersionView } from './history.presenter.ts';
import { presentReplies, type ReplyView } from './replies.presenter.ts';
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
  /** What was public once and is no more, each with the reason. */
  gone: VersionView[];
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
  /** What someone named answers to it. */
  replies: ReplyView[];
  /** Where they ask to; empty where the fact is only repeated. */
  answer: string;
  /** Every version that was ever public, where there were several. */
  history: VersionView[];
}

/** The follow-up of one movement on one demand; null when nothing is known. */
export function presentFollowUp(view: View, movement: string, demand: string): FollowUpView | null {
  const place = { movement, demand };
  const steps = followUpStandings(view.state, movement, demand).map(({ standing, fact }) => ({
    ...presentStep(view, fact),
    replies: presentReplies(view, 'assessment', standing),
    answer: view.links.replyForm(answeredFollowUp(standing.subject)),
    history: standing.versions.length > 1 ? presentHistory(view, standing, place) : [],
  }));
  const gone = goneFacts(view.state, movement, demand).flatMap((standing) => presentGap(view, standing, place));
  return steps.length + gone.length === 0
    ? null
    : {
        words: followUpWords[view.language],
        sourceWords: proofWords[view.language],
        demand: null,
        steps,
        gone,
      };
}

/** The follow-up of a movement, demand by demand, in the letter's order; what was corrected or taken off is told beside the proof alone. */
export function presentWholeFollowUp(view: View, movement: string): FollowUpView[] {
  return demandsOf(view.state).flatMap(({ slug, number, shortTitle }) => {
    const followUp = presentFollowUp(view, movement, slug);
    const demand = { href: view.links.cell(movement, slug), label: `${number}. ${french(shortTitle)}` };
    if (!followUp || followUp.steps.length === 0) return [];
    return [{ ...followUp, demand, gone: [], steps: followUp.steps.map((step) => ({ ...step, history: [], answer: '' })) }];
  });
}

function presentStep(view: View, step: Payload<'assessment'>): Omit<FollowUpStep, 'history' | 'replies' | 'answer'> {
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
