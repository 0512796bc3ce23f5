import { counted, french, number } from '../../lib/typography.ts';
import type { Progress } from '../../outreach/progress.ts';

/** A bar in parts, each named and counted in words beside it: the drawing adds nothing that is not said. */
export interface ProgressView {
  words: string;
  bars: { className: string; x: string; width: string }[];
  legend: { className: string; label: string; count: string }[];
}

const parts: readonly [key: keyof Progress['parts'], label: string][] = [
  ['answered', 'Ont répondu'],
  ['declined', 'Ont refusé de répondre'],
  ['silent', 'Pas de réponse à ce jour'],
  ['notAsked', 'Pas encore sollicitées'],
];

/** « 9 sollicitées sur 16, 4 réponses, 5 à relancer », and the same as a bar 100 units wide. */
export function presentProgress(progress: Progress): ProgressView {
  const { total, asked, answered, toRemind } = progress;
  const scale = total === 0 ? 0 : 100 / total;
  let x = 0;
  const bars = parts.map(([key]) => {
    const width = progress.parts[key] * scale;
    const bar = { className: `part-${key}`, x: x.toFixed(2), width: width.toFixed(2) };
    x += width;
    return bar;
  });
  return {
    words: french(
      `${counted(asked, 'sollicitée')} sur ${number(total)}, ${counted(answered, 'réponse')}, ${number(toRemind)} à relancer`,
    ),
    bars,
    legend: parts.map(([key, label]) => ({ className: `part-${key}`, label, count: number(progress.parts[key]) })),
  };
}
