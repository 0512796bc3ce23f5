import { french } from '../../lib/typography.ts';
import { type Evidence, evidenceTypes } from '../../positions/evidence.ts';
import { evidenceLabel } from '../../positions/evidence-labels.ts';
import { type Problems, type TextField, textField } from '../../web/form.ts';
import { links } from '../links.ts';
import type { TypedSource } from './source-form.ts';

/** One source of the form: its address, its document, and what says the rest. */
export interface SourceFields {
  number: number;
  legend: string;
  /** Whether something is written in it, or wrong with it. */
  open: boolean;
  url: TextField;
  details: TextField[];
  document: DocumentField;
}

export interface DocumentField {
  id: string;
  name: string;
  error: string;
  accept: string;
  /** What is kept already; null while there is nothing. */
  kept: { sha256: string; href: string; label: string } | null;
  isPublic: boolean;
}

/** `dated` says when the source needs a date of its own. */
export function presentSourceFields(
  campaign: string,
  source: TypedSource,
  number: number,
  problems: Problems,
  findEvidence: (sha256: string) => Evidence | null,
  dated = 'Si elle diffère du jour où cela a été dit.',
): SourceFields {
  const field = (name: 'url' | 'title' | 'publisher' | 'publishedOn', label: string, hint = '') =>
    textField({ id: `${name}-${number}`, label, hint, kind: name === 'url' ? 'url' : 'text', value: source[name] }, problems);
  return {
    number,
    open: [source.url, source.title, source.publisher, source.publishedOn, source.piece].some(Boolean),
    legend: number === 1 ? 'Source' : `Ajouter une source (${number})`,
    url: field('url', 'Adresse web', 'Collez l’adresse de la page. Vide si ce n’est pas en ligne.'),
    details: [
      field('title', 'Titre de la source', 'Vide : l’adresse en tient lieu.'),
      field('publisher', 'Qui publie', 'Le journal, la liste, l’association. Vide : le nom du site.'),
      field('publishedOn', 'Date de publication', dated),
    ],
    document: documentField(campaign, source, number, problems, findEvidence),
  };
}

function documentField(
  campaign: string,
  { piece, isPublic }: TypedSource,
  number: number,
  problems: Problems,
  findEvidence: (sha256: string) => Evidence | null,
): DocumentField {
  const kept = piece === '' ? null : findEvidence(piece);
  return {
    id: `document-${number}`,
    name: 'document',
    error: french(problems.get(`document-${number}`) ?? ''),
    accept: evidenceTypes.join(',').replace('message/rfc822', '.eml'),
    kept: kept && {
      sha256: kept.sha256,
      href: links.piece(campaign, kept.sha256),
      label: french(`${kept.name} (${evidenceLabel(kept.type, kept.bytes)})`),
    },
    isPublic,
  };
}
