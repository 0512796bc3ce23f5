import type { KeptForm } from '../accounts/kept-forms.repository.ts';

/** What an order is about, as the addresses and the fields of the desk's forms name it. */
export interface About {
  slug: string;
  kind: 'position' | 'assessment';
  subject: string;
  /** Its rows at the desk. */
  ids: readonly number[];
  withdrawals: readonly number[];
}

const places = {
  position: { row: 'positions', campaign: 'positions' },
  assessment: { row: 'suivis', campaign: 'suivi' },
} as const;

/** Whether a form that waits for its author (their session had ended) holds words about it, by where it was sent. */
export function isFormAbout({ path, fields }: Pick<KeptForm, 'path' | 'fields'>, about: About): boolean {
  const { pathname } = new URL(path, 'http://bureau.invalid');
  const place = places[about.kind];
  const [, where, id] = /^\/bureau\/(positions|suivis|retraits)\/(\d+)(?:\/|$)/.exec(pathname) ?? [];
  if (where)
    return (
      (where === place.row && about.ids.includes(Number(id))) || (where === 'retraits' && about.withdrawals.includes(Number(id)))
    );
  const part = pathname.split(`/bureau/campagnes/${about.slug}/`)[1] ?? '';
  const typed: unknown = JSON.parse(fields);
  if (part === place.campaign) return isCell(typed, about);
  const isKind = (fieldOf(typed, 'genre') === 'suivi') === (about.kind === 'assessment');
  return ['retraits', 'masquages'].includes(part) && isKind && fieldOf(typed, 'sujet') === about.subject;
}

/** A new one, about the same cell; of a follow-up, that corrects it or tells of the same pledge. */
function isCell(typed: unknown, { kind, subject }: About): boolean {
  const cell = `${fieldOf(typed, 'sujet')}/${fieldOf(typed, 'demande')}`;
  if (kind === 'position') return cell === subject;
  return fieldOf(typed, 'corriger') === subject || subject.startsWith(`${cell}/`);
}

/** Whether it decides a right of reply. */
export function isFormOfReply({ path }: Pick<KeptForm, 'path'>, slug: string, id: number): boolean {
  return path.startsWith(`/bureau/campagnes/${slug}/droits-de-reponse/${id}/`);
}

function fieldOf(typed: unknown, name: string): string {
  if (typeof typed !== 'object' || typed === null) return '';
  const value: unknown = Object.entries(typed).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
