import { counted, hardSpace, number } from '../../lib/typography.ts';
import type { Count, Plan } from './plan.ts';
import type { ReadFile } from './read-file.ts';
import { leftInWords } from './stage.ts';

const shownAtMost = 50;

/** What an import would do, or did, for a person at a terminal. */
export function report(file: ReadFile, plan: Plan): string {
  const { rejections, rejected } = file.stage;
  const changed = plan.changes.map(({ race, list, words }) => {
    const where = race.kind === 'sector' ? `${race.communeName}, ${race.raceName.toLowerCase()}` : race.communeName;
    return `ligne ${list.line}, ${where}, tour ${list.round}, panneau ${list.panel}${hardSpace}: ${words.join(', ')}`;
  });
  return [
    `Fichier lu${hardSpace}: ${file.formatName}, ${counted(file.lines, 'ligne')}.`,
    ...plan.elections.map((election) => `À créer${hardSpace}: ${election.name} (${election.id}).`),
    '',
    row('', ['à créer', 'à modifier', 'inchangés']),
    ...[
      countRow('Communes', plan.communes),
      countRow('Scrutins', plan.races),
      countRow('Tours', plan.rounds),
      countRow('Listes', plan.lists),
    ],
    ...section('Modifications', changed),
    ...section(
      'Lignes rejetées',
      rejections.map(({ line, reason }) => `ligne ${line}${hardSpace}: ${reason}`),
      rejected,
    ),
    ...section('Lignes laissées de côté', leftInWords(file.stage)),
    '',
  ].join('\n');
}

/** Whether a plan would write anything at all. */
export function changesNothing({ elections, steps }: Plan): boolean {
  return elections.length === 0 && steps.length === 0;
}

function countRow(name: string, { created, changed, unchanged }: Count): string {
  return row(name, [number(created), number(changed), number(unchanged)]);
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(10)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}

function section(title: string, lines: readonly string[], all = lines.length): string[] {
  if (lines.length === 0) return [];
  const more = all - Math.min(lines.length, shownAtMost);
  return [
    '',
    `${title} (${number(all)})`,
    ...lines.slice(0, shownAtMost).map((line) => `  ${line}`),
    ...(more > 0 ? [`  … et ${number(more)} de plus`] : []),
  ];
}
