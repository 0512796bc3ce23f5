import { inLanguage, type Language } from '../lib/language.ts';
import type { Mail } from '../lib/mailer.ts';
import { changesAbout } from '../standings/changes/place.ts';
import { summarise, type ToldChange, tellChange } from '../standings/changes/tell.ts';
import { pageTitle } from '../standings/citations/reference.ts';
import { difference } from '../standings/difference.ts';
import type { PublicState } from '../standings/fold.ts';
import { subjectOf } from '../standings/page-subject.ts';
import { alertWords } from './alert-words.ts';
import type { Alert } from './alerts.repository.ts';

type Letter = Omit<Mail, 'to'>;

/** Where mails lead, and what ends them. */
export interface MailPlace {
  publicUrl: string;
  /** The token of the link; only its hash is kept. */
  token: string;
}

const shown = 20;

/** Asks for a confirmation. It says nothing of whoever asked: anyone may type any address. */
export function confirmMail(state: PublicState, alert: Pick<Alert, 'page' | 'language'>, place: MailPlace): Letter {
  const { confirm, hello } = alertWords[alert.language];
  const what = whatOf(state, alert, place.publicUrl);
  const link = addressOf(place, alert.language, 'confirmer');
  return letter(confirm.subject(state.campaign.town), [hello, confirm.asked(what), confirm.open, link, confirm.otherwise]);
}

/** For whoever asks for what they have: the answer on the page is the same for everyone. */
export function alreadyMail(state: PublicState, alert: Pick<Alert, 'page' | 'language'>, place: MailPlace): Letter {
  const { already, hello, end } = alertWords[alert.language];
  const link = addressOf(place, alert.language, 'fin');
  const text = [hello, already.text(whatOf(state, alert, place.publicUrl)), `${end}\n${link}`];
  return { ...letter(already.subject(state.campaign.town), text), headers: endingHeaders(link) };
}

/** What changed between two editions, to one person, in words, with the way to check and the way to end. */
export function editionMail(
  { before, after }: { before: PublicState | null; after: PublicState },
  alert: Pick<Alert, 'page' | 'language'>,
  place: MailPlace,
): Letter {
  const { language, page } = alert;
  const words = alertWords[language];
  const { campaign, edition } = after;
  const since = before?.edition.number ?? 0;
  const changes = changesAbout(after, difference(before, after), subjectOf(page) ?? {});
  const told = changes.map((change) => tellChange(after, language, change));
  const first = since + 1;
  const link = addressOf(place, language, 'fin');
  const about = page === '' ? [] : [words.edition.about(whatOf(after, alert, place.publicUrl))];
  const text = [
    words.hello,
    ...(campaign.fictional ? [words.fiction] : []),
    first === edition.number
      ? words.edition.one(campaign.title, edition.number)
      : words.edition.many(campaign.title, first, edition.number),
    ...about,
    summarise(language, changes),
    ...told.slice(0, shown).map((change) => changeText(after, language, change, place.publicUrl)),
    ...(told.length > shown ? [words.edition.more(told.length - shown)] : []),
    `${words.edition.all}\n${changesAddress(place.publicUrl, language, campaign.slug, { since, until: edition.number, page })}`,
    words.edition.fingerprint(edition.number, edition.hash),
    `-- \n${words.end}\n${link}`,
  ];
  return { ...letter(words.edition.subject(campaign.town, edition.number), text), headers: endingHeaders(link) };
}

/** One click in the mail program itself ends the alert (RFC 8058), and no machine answers it (RFC 3834). */
function endingHeaders(link: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${link}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    Precedence: 'bulk',
  };
}

function letter(subject: string, paragraphs: readonly string[]): Letter {
  return { subject, text: `${paragraphs.join('\n\n')}\n`, headers: { 'Auto-Submitted': 'auto-generated' } };
}

function changeText({ campaign }: PublicState, language: Language, change: ToldChange, publicUrl: string): string {
  const { heading, outcome, reason, edition, path } = change;
  const words = alertWords[language].edition;
  const page = publicUrl + inLanguage(`/${campaign.slug}/editions/${edition}${path}`, language);
  return [`- ${heading}`, ...(outcome ? [outcome] : []), ...(reason ? [`${words.reason} ${reason}`] : []), page].join('\n  ');
}

function whatOf(state: PublicState, { page, language }: Pick<Alert, 'page' | 'language'>, publicUrl: string): string {
  const { campaign } = state;
  const words = alertWords[language];
  if (page === '') return words.everything(campaign.title);
  const title = pageTitle(state, language, subjectOf(page) ?? {});
  return words.page(title, publicUrl + inLanguage(`/${campaign.slug}${page}`, language));
}

interface ChangesSpan {
  since: number;
  until: number;
  page: string;
}

function changesAddress(publicUrl: string, language: Language, campaign: string, { since, until, page }: ChangesSpan): string {
  const about = page === '' ? '' : `&sur=${page.slice(1)}`;
  return `${publicUrl}${inLanguage(`/${campaign}/changements?du=${since}&au=${until}${about}`, language)}`;
}

function addressOf({ publicUrl, token }: MailPlace, language: Language, what: 'confirmer' | 'fin'): string {
  return publicUrl + inLanguage(`/alertes/${what}/${token}`, language);
}
