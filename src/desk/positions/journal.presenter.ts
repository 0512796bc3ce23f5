import type { AuditRow } from '../../accounts/audit.repository.ts';
import { auditLabel } from '../../accounts/audit-labels.ts';
import type { Person } from '../../accounts/can.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { counted, french } from '../../lib/typography.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import type { JournalAsked } from './journal-filter.ts';

interface Option {
  value: string;
  label: string;
  selected: boolean;
}

export interface JournalPage {
  frame: DeskFrame;
  action: string;
  people: Option[];
  acts: Option[];
  dates: TextField[];
  summary: string;
  csv: string;
  rows: { when: string; who: string; what: string; about: string; href: string; why: string }[];
  older: string;
  newer: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/journal': JournalPage;
  }
}

export const journalPageSize = 50;

export interface JournalState {
  person: Person;
  token: string;
  campaign: DeskCampaign;
  asked: JournalAsked;
  rows: readonly AuditRow[];
  total: number;
  actors: readonly number[];
  actions: readonly string[];
  names: ReadonlyMap<number, string>;
  /** The name of what an act was about, where it has one, by the subject of the act. */
  headings: ReadonlyMap<string, string>;
  problems: ReadonlyMap<string, string>;
  /** Whether the desk still has this document. */
  hasDocument: (sha256: string) => boolean;
}

/** Every act in a campaign: who, what, when, why. It is read, filtered and taken away; the law alone may empty the why (src/erasure). */
export function presentJournal(view: JournalState): JournalPage {
  const { person, campaign, asked, rows, total, names } = view;
  const at = (page: number, csv = false) => addressOf(campaign.slug, asked, page, csv);
  return {
    frame: deskFrame('Journal', person, view.token, '', { campaign, path: links.journal(campaign.slug) }),
    action: links.journal(campaign.slug),
    people: options(view.actors.map(String), asked.personne, (id) => names.get(Number(id)) ?? ''),
    acts: options(view.actions, asked.acte, auditLabel),
    dates: [
      textField({ id: 'depuis', label: 'Depuis le', hint: '12/03/2020', value: asked.depuis }, view.problems),
      textField({ id: 'jusque', label: 'Jusqu’au', hint: '15/03/2020', value: asked.jusque }, view.problems),
    ],
    summary: total === 0 ? 'Aucun acte ne correspond.' : `${counted(total, 'acte')}, du plus récent au plus ancien.`,
    csv: at(1, true),
    rows: rows.map((row) => rowOf(row, view)),
    newer: asked.page > 1 ? at(asked.page - 1) : '',
    older: asked.page * journalPageSize < total ? at(asked.page + 1) : '',
  };
}

function options(values: readonly string[], chosen: string, label: (value: string) => string): Option[] {
  const collator = new Intl.Collator('fr');
  return values
    .map((value) => ({ value, label: french(label(value)), selected: value === chosen }))
    .sort((one, other) => collator.compare(one.label, other.label));
}

function rowOf(row: AuditRow, { campaign, names, headings, hasDocument }: JournalState): JournalPage['rows'][number] {
  const { at, personId, action, subject, reason } = row;
  const { timeZone, slug } = campaign;
  return {
    when: frenchInstant(at, timeZone),
    who: personId === null ? 'La liste, par son lien' : (names.get(personId) ?? ''),
    what: french(auditLabel(action)),
    about: subjectWords(subject, headings),
    href: hrefOf(subject, slug, hasDocument),
    why: french(reason ?? ''),
  };
}

/** What an act was about, as a person says it: by its name, else by its kind and number. */
export function subjectWords(subject: string, headings: ReadonlyMap<string, string>): string {
  return headings.get(subject) ?? aboutOf(subject);
}

const kinds: Record<string, string> = {
  position: 'Position',
  'follow-up': 'Suivi',
  edition: 'Édition',
  entry: 'Entrée',
  evidence: 'Document',
  campaign: 'Campagne',
  import: 'Import',
  invitation: 'Invitation',
  list: 'Liste',
  movement: 'Mouvement',
  reply: 'Droit de réponse',
  person: 'Personne',
};

/** What has no name, or no longer: its kind and its number. */
function aboutOf(subject: string): string {
  const several = /^(\d+) movements$/.exec(subject)?.[1];
  if (several) return counted(Number(several), 'mouvement');
  const [kind = '', ...rest] = subject.split(' ');
  const name = rest.join(' ');
  return kinds[kind] ? `${kinds[kind]} ${kind === 'evidence' ? `${name.slice(0, 12)}…` : name}` : subject;
}

function hrefOf(subject: string, slug: string, hasDocument: JournalState['hasDocument']): string {
  const [, kind, id] = /^(position|follow-up) (\d+)$/.exec(subject) ?? [];
  if (kind) return kind === 'position' ? links.position(Number(id)) : links.followUp(Number(id));
  const document = /^evidence ([0-9a-f]{64})$/.exec(subject)?.[1];
  return document && hasDocument(document) ? links.piece(slug, document) : '';
}

function addressOf(slug: string, { personne, acte, depuis, jusque }: JournalAsked, page: number, csv: boolean): string {
  const given = Object.entries({ personne, acte, depuis, jusque, page: page > 1 ? String(page) : '' }).filter(
    ([, value]) => value,
  );
  const query = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  return `${links.journal(slug)}${csv ? '.csv' : ''}${query}`;
}
