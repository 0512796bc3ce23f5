import type { Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { french, quoted } from '../lib/typography.ts';
import type { ClockedReply } from '../outreach/right-of-reply.service.ts';
import type { ErrorSummary, Problems, TextField } from '../web/form.ts';
import type { Entry } from './entries.ts';
import { fieldIn, problemsIn } from './fields.ts';
import { type FramedCampaign, type ReplyFrame, replyFrame } from './frame.presenter.ts';
import { wordsFor } from './receipt.presenter.ts';
import type { TypedReply } from './right-of-reply-form.ts';
import { rightOfReplyWords } from './words/right-of-reply.ts';

export interface RightOfReplyPage {
  frame: ReplyFrame;
  words: (typeof rightOfReplyWords)['fr'];
  who: string;
  errors: ErrorSummary | null;
  action: string;
  key: string;
  entries: { id: string; error: string; groups: { label: string; options: Option[] }[] };
  fields: TextField[];
  rules: string[];
  nothing: string;
  back: string;
}

interface Option {
  value: string;
  label: string;
  selected: boolean;
}

export interface RightOfReplyReceiptPage {
  frame: ReplyFrame;
  words: (typeof rightOfReplyWords)['fr'];
  reference: string;
  when: string;
  about: string;
  state: string;
  mail: string;
  keep: string;
  back: string;
}

declare module '../web/views.ts' {
  interface Views {
    'reply/right-of-reply': RightOfReplyPage;
    'reply/right-of-reply-receipt': RightOfReplyReceiptPage;
  }
}

export interface RightOfReplyState {
  language: Language;
  campaign: FramedCampaign;
  /** The list that writes by its link; empty for the public form. */
  who: string;
  entries: readonly Entry[];
  typed: TypedReply;
  problems: Problems;
  action: string;
  key: string;
  back: string;
  /** The address of the form as it was opened; empty when something was typed that another language would lose. */
  path: string;
}

/** The form by which a named list or person asks that its answer stand beside an entry. */
export function presentRightOfReply(view: RightOfReplyState): RightOfReplyPage {
  const { language, campaign, who, entries, typed, problems } = view;
  const words = rightOfReplyWords[language];
  const say = speechIn(language);
  return {
    frame: replyFrame(language, words.title, campaign, view.path),
    words,
    who: who && quoted(who),
    errors: problemsIn(language, problems),
    action: view.action,
    key: view.key,
    entries: { id: 'entree', error: say.text(problems.get('entree') ?? ''), groups: groupsOf(entries, typed.entree) },
    fields: fieldsOf(language, typed, problems, who !== ''),
    rules: [words.intro, words.rules, words.law].map(say.text),
    nothing: say.text(words.nothing),
    back: view.back,
  };
}

function groupsOf(entries: readonly Entry[], chosen: string): RightOfReplyPage['entries']['groups'] {
  return [...Map.groupBy(entries, ({ movementName }) => movementName)].map(([label, group]) => ({
    label,
    options: group.map((entry) => ({ value: entry.value, label: entry.label, selected: entry.value === chosen })),
  }));
}

function fieldsOf(language: Language, typed: TypedReply, problems: Problems, byLink: boolean): TextField[] {
  const words = rightOfReplyWords[language];
  const contact = byLink ? words.contactOptional : words.contact;
  const fields: Parameters<typeof fieldIn>[1][] = [
    { id: 'texte', label: words.text, hint: words.textHint, kind: 'textarea', rows: 10, value: typed.texte },
    { id: 'nom', label: words.name, hint: words.nameHint, value: typed.nom, autocomplete: 'name' },
    { id: 'qualite', label: words.capacity, hint: words.capacityHint, value: typed.qualite },
    { id: 'contact', label: contact, hint: words.contactHint, value: typed.contact },
  ];
  return fields.map((field) => fieldIn(language, field, problems));
}

/** The receipt. It repeats neither the text nor the name: a reference is told by telephone, and opens nothing private. */
export function presentRightOfReplyReceipt(
  language: Language,
  campaign: FramedCampaign & { timeZone: string },
  { reference, receivedAt, state, deadline }: ClockedReply,
  { entry, mail, back, path }: { entry: Entry | null; mail: unknown; back: string; path: string },
): RightOfReplyReceiptPage {
  const words = rightOfReplyWords[language];
  const say = speechIn(language);
  const { received, published, refused } = words.states;
  const states = { received: received(say.clock(deadline.due)), published, refused };
  const frame = replyFrame(language, words.received, campaign, path);
  return {
    frame,
    words,
    reference,
    when: say.text(words.receivedOn(say.instant(receivedAt, campaign.timeZone))),
    about: entry ? french(`${entry.movementName}, ${entry.label}`) : '',
    state: say.text(states[state]),
    mail: wordsFor(language, frame.words.mails, mail),
    keep: say.text(words.keep),
    back,
  };
}
