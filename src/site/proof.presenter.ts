import type { Payload } from '../ledger/payloads.ts';
import { french, quoted } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import type { Answer } from '../standings/scoreboard.ts';
import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type AnswerView, isGone, presentAnswer } from './answer.presenter.ts';
import { presentHistory, type VersionView } from './history.presenter.ts';
import { presentReplies, type ReplyView } from './replies.presenter.ts';
import { presentSource, type SourceView } from './source.presenter.ts';
import { type ProofWords, proofWords } from './words/proof.ts';

/** Everything that lets a third party check one answer. What people wrote stands apart from what we say of it. */
export interface ProofView {
  id: string;
  words: ProofWords;
  /** The movement, in our words; or the name of one of its lists, in its own. */
  who: string;
  whoIsOurs: boolean;
  answer: AnswerView;
  /** In the campaign's French; empty for a silence. */
  summary: string;
  /** What a silence means, in the page's language; empty for a position. */
  silence: string;
  condition: string;
  quote: string;
  /** Who said it, in French, and when. */
  speaker: string;
  when: string;
  /** Why this stance: a rule of the demand (French), or what applies to every demand (ours). */
  rule: { text: string; ours: boolean } | null;
  toConfirm: boolean;
  restsOn: string;
  reportedBy: string;
  /** Whether the register says that a second person read it; empty for a silence. */
  reading: string;
  sources: SourceView[];
  contact: string;
  asked: string;
  history: VersionView[];
  replies: ReplyView[];
  /** Report a mistake by mail, or read how to; answer by the form, when there is something to answer. */
  actions: Link[];
}

export interface ProofPlace {
  id: string;
  who: string;
  whoIsOurs: boolean;
  movement: string;
  demand: Payload<'demand'>;
}

export function presentProof(view: View, answer: Answer, { id, who, whoIsOurs, movement, demand }: ProofPlace): ProofView {
  const { language, say } = view;
  const words = proofWords[language];
  const position = answer.kind === 'position' ? answer.position : null;
  return {
    id,
    words,
    who,
    whoIsOurs,
    answer: presentAnswer(view, answer),
    summary: french(position?.summary ?? ''),
    silence: answer.kind === 'silence' ? say.text(isGone(answer) ? words.gone : words.silences[answer.status]) : '',
    condition: french(position?.condition ?? ''),
    quote: position?.quote ? quoted(position.quote) : '',
    speaker: french(position?.speaker ?? ''),
    when: position?.saidOn ? say.date(position.saidOn) : '',
    rule: position && ruleOf(view, position, demand),
    toConfirm: position?.lifecycle === 'to_confirm',
    restsOn: position ? labels[language].basis[position.basis] : '',
    reportedBy: french(position?.reportedBy ?? ''),
    reading: position ? (position.secondReading ? words.readTwice : words.readOnce) : '',
    sources: (position?.sources ?? []).map((source) => presentSource(view, source)),
    ...contactOf(view, movement),
    history: presentHistory(view, answer.standing, { movement, demand: demand.slug }),
    replies: answer.standing ? presentReplies(view, 'position', answer.standing) : [],
    actions: actionsOf(view, answer),
  };
}

function actionsOf({ language, links, site }: View, answer: Answer): Link[] {
  const words = proofWords[language];
  const report = { href: site.contact === '' ? links.rightOfReply : `mailto:${site.contact}`, label: words.report };
  if (answer.kind === 'silence') return [report];
  return [report, { href: links.replyForm(answer.standing.subject), label: words.answer }];
}

function ruleOf({ language }: View, { stance }: Payload<'position'>, { rules }: Payload<'demand'>): ProofView['rule'] {
  const words = proofWords[language];
  if (stance === 'unclear') return { text: words.unclear, ours: true };
  if (stance === 'contradicts') return { text: words.contradicts, ours: true };
  return { text: french(rules[stance]), ours: false };
}

function contactOf({ state, language, say }: View, movement: string): Pick<ProofView, 'contact' | 'asked'> {
  const { channels } = proofWords[language];
  const contact = state.of('contact').get(movement)?.current;
  const asked = (contact?.asked ?? []).map(({ on, channel }) => `${say.onDate(on)} ${channels[channel]}`);
  return { contact: labels[language].contact[contact?.status ?? 'not_asked'], asked: say.enumerated(asked) };
}
