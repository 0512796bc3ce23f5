import { inLanguage, type Language } from '../lib/language.ts';
import { pageTitle } from '../standings/citations/reference.ts';
import { subjectOf } from '../standings/page-subject.ts';
import { assetUrl } from '../web/assets.ts';
import { campaignFrame } from '../web/campaign-frame.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../web/form.ts';
import { type Frame, type Link, plainFrame } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { followWords } from './words/follow.ts';

export interface AlertFormPage {
  frame: Frame;
  words: Pick<(typeof followWords)['fr'], 'promise' | 'kept' | 'send' | 'trap' | 'off'>;
  heading: string;
  about: string;
  errors: ErrorSummary | null;
  /** Null when this installation sends no mail. */
  form: { action: string; page: string; email: TextField } | null;
  feed: Link;
}

export interface AlertSaidPage {
  frame: Frame;
  heading: string;
  text: string;
  /** What one button does; null when there is nothing to do. */
  act: { action: string; button: string } | null;
  back: Link;
}

declare module '../web/views.ts' {
  interface Views {
    'follow/alert-form': AlertFormPage;
    'follow/alert-said': AlertSaidPage;
  }
}

export interface AlertFormState {
  /** The path of the page that is followed, empty for the whole campaign. */
  page: string;
  typed: string;
  problem: 'email' | 'refused' | 'later' | null;
  enabled: boolean;
}

export function presentAlertForm(view: View, { page, typed, problem, enabled }: AlertFormState): AlertFormPage {
  const { state, language, links, say } = view;
  const words = followWords[language];
  const heading = enabled ? words.heading : words.offHeading;
  const problems: Problems = new Map(problem ? [['courriel', words.problems[problem]]] : []);
  const email = { id: 'courriel', label: words.email, hint: words.emailHint, value: typed } as const;
  return {
    frame: followFrame(view, heading, links.alerts(page)),
    words,
    heading,
    about: say.text(
      page === '' ? words.all(state.campaign.title) : words.page(pageTitle(state, language, subjectOf(page) ?? {})),
    ),
    errors: summaryOf(problems, words.problems.summary),
    form: enabled
      ? {
          action: links.alerts(),
          page: page.slice(1),
          email: textField({ ...email, kind: 'email', required: true, autocomplete: 'email' }, problems),
        }
      : null,
    feed: { href: links.feed(page), label: enabled ? words.feeds : words.onlyFeed },
  };
}

export type Said = 'sent' | 'confirm' | 'confirmed' | 'stale' | 'end' | 'ended';

/** One thing said, with a button where there is something to do. `action` is where the button sends. */
export function presentSaid(view: View, said: Said, action: string): AlertSaidPage {
  const words = followWords[view.language];
  return {
    frame: followFrame(view, words[said].heading, ''),
    ...saidIn(view.language, said, action),
    back: { href: view.links.board, label: words.back },
  };
}

/** The same when the link says nothing of any campaign. */
export function presentSaidNowhere(language: Language, said: Said): AlertSaidPage {
  const words = followWords[language];
  return {
    frame: { ...plainFrame(words[said].heading, { language }), unlisted: true },
    ...saidIn(language, said, ''),
    back: { href: inLanguage('/', language), label: words.home },
  };
}

function saidIn(language: Language, said: Said, action: string): Pick<AlertSaidPage, 'heading' | 'text' | 'act'> {
  const { heading, text, ...more } = followWords[language][said];
  return { heading, text, act: 'button' in more && action !== '' ? { action, button: more.button } : null };
}

/** These pages are about no page of the campaign: nothing of them is cited, followed by a feed, or listed. */
function followFrame(view: View, title: string, path: string): Frame {
  const { description } = followWords[view.language];
  const frame = campaignFrame(view, { path, title, description });
  return { ...frame, styles: [assetUrl('css/record.css')], unlisted: true, cite: null, feeds: [], files: [], dataset: '' };
}
