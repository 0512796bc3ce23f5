import type { Person } from '../../accounts/can.ts';
import type { WaitingForm } from '../../accounts/kept-forms.service.ts';
import { isTyped } from '../../accounts/worth-keeping.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import { basisLabels, stanceLabels } from '../../positions/labels.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { deskTimeZone } from './account.presenter.ts';
import { peopleLinks } from './links.ts';

export interface KeptPage {
  frame: DeskFrame;
  lead: string;
  forms: {
    id: string;
    heading: string;
    detail: string;
    action: string;
    number: number;
    facts: { term: string; text: string }[];
    hidden: { name: string; value: string }[];
    drop: string;
  }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/kept': KeptPage;
  }
}

/** What was typed and could not be taken: every word of it, to be sent now or thrown away. */
export function presentKept(
  { person, token, done }: { person: Person; token: string; done: unknown },
  forms: readonly WaitingForm[],
): KeptPage {
  const lead =
    forms.length === 0
      ? 'Rien n’attend : tout ce que vous avez écrit est arrivé.'
      : 'Votre connexion avait pris fin au moment d’envoyer. Rien n’est perdu : relisez, puis envoyez.';
  return {
    frame: deskFrame('Ce que vous aviez écrit', person, token, done),
    lead: french(lead),
    forms: forms.map(({ id, path, fields, keptAt }) => {
      const each = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })));
      return {
        id: `garde-${id}`,
        heading: headingOf(path),
        detail: french(`Le ${frenchInstant(keptAt, deskTimeZone)}`),
        action: path,
        number: id,
        facts: each
          .filter(({ name, value }) => isTyped(name) && value.trim() !== '')
          .map(({ name, value }) => ({ term: french(labelOf(name)), text: answers[value] ?? value })),
        hidden: each,
        drop: peopleLinks.dropKept(id),
      };
    }),
  };
}

const headings: [RegExp, string][] = [
  [/\/positions/, 'Une position'],
  [/\/equipe/, 'L’équipe'],
  [/\/sollicitations/, 'Une sollicitation'],
  [/\/imports/, 'Un import'],
  [/\/compte/, 'Votre compte'],
];

function headingOf(path: string): string {
  return headings.find(([pattern]) => pattern.test(path))?.[1] ?? 'Un formulaire';
}

/** What a choice is called in its form. */
const answers: Record<string, string> = { ...stanceLabels, ...basisLabels };

const labels: Record<string, string> = {
  sujet: 'Qui s’exprime',
  demande: 'Demande',
  stance: 'Position',
  basis: 'Repose sur',
  summary: 'En une phrase',
  quote: 'Citation',
  condition: 'Condition',
  speaker: 'Qui l’a dit',
  saidOn: 'Quand',
  reportedBy: 'Rapporté par',
  reason: 'Motif',
  motif: 'Motif',
  note: 'Note',
  nom: 'Nom',
  courriel: 'Adresse électronique',
  title: 'Titre',
  publisher: 'Publié par',
  publishedOn: 'Publié le',
  url: 'Adresse',
  fichier: 'Document, à choisir de nouveau',
};

/** `title-2` → `Titre, source 2`. A name without words here is shown as it is: nothing is left out. */
function labelOf(name: string): string {
  const [, base = name, number] = /^(.+?)-(\d+)$/.exec(name) ?? [];
  const label = labels[base] ?? base;
  return number ? `${label}, source ${number}` : label;
}
