/** One list of a round: its panel, and its share of the valid votes when it is known. */
export interface Bar {
  key: string;
  panel: number;
  share: number | null;
}

export interface Line {
  child: string;
  parent: string;
  kind: 'continues' | 'merges';
}

/** Bars on the left for the first round, on the right for the second, and ribbons from the one to the other. */
export interface LineageDrawing {
  width: number;
  height: number;
  bars: { x: number; y: number; height: number; label: string; labelX: number; labelY: number; out: boolean }[];
  ribbons: { path: string; merges: boolean }[];
}

const width = 300;
const barWidth = 14;
const leftX = 40;
const rightX = width - leftX - barWidth;
const wholeHeight = 220;
/** A number must fit beside the smallest bar. */
const smallest = 16;
const gap = 5;

interface Placed extends Bar {
  y: number;
  height: number;
}

/** Pure geometry. `before` and `after` are drawn in the order they come in. */
export function drawLineage(before: readonly Bar[], after: readonly Bar[], lines: readonly Line[]): LineageDrawing {
  const left = stack(before);
  const right = stack(after);
  const parents = new Set(lines.map(({ parent }) => parent));
  return {
    width,
    height: Math.max(heightOf(left), heightOf(right)),
    bars: [
      ...left.map((bar) => ({ ...drawBar(bar, leftX, leftX - 16), out: !parents.has(bar.key) })),
      ...right.map((bar) => ({ ...drawBar(bar, rightX, rightX + barWidth + 16), out: false })),
    ],
    // The mergers last: they are what the drawing is for, and lie above the others.
    ribbons: right.flatMap((child) => ribbonsTo(child, left, lines)).sort((a, b) => Number(a.merges) - Number(b.merges)),
  };
}

function stack(bars: readonly Bar[]): Placed[] {
  let y = 0;
  return bars.map((bar) => {
    const height = Math.max(smallest, Math.round((bar.share ?? 0) * wholeHeight));
    const placed = { ...bar, y, height };
    y += height + gap;
    return placed;
  });
}

function heightOf(bars: readonly Placed[]): number {
  const last = bars.at(-1);
  return last ? last.y + last.height : 0;
}

function drawBar({ panel, y, height }: Placed, x: number, labelX: number) {
  return { x, y, height, label: String(panel), labelX, labelY: y + height / 2 + 5 };
}

/** Each parent takes the part of the child's bar that its own weight gives it. */
function ribbonsTo(child: Placed, left: readonly Placed[], lines: readonly Line[]): LineageDrawing['ribbons'] {
  const parents = left.flatMap((bar) => {
    const line = lines.find((each) => each.child === child.key && each.parent === bar.key);
    return line ? [{ bar, line }] : [];
  });
  const whole = parents.reduce((sum, { bar }) => sum + bar.height, 0);
  let y = child.y;
  return parents.map(({ bar, line }) => {
    const height = (child.height * bar.height) / whole;
    const path = ribbon(bar.y, bar.y + bar.height, y, y + height);
    y += height;
    return { path, merges: line.kind === 'merges' };
  });
}

function ribbon(fromTop: number, fromBottom: number, toTop: number, toBottom: number): string {
  const from = leftX + barWidth;
  const middle = (from + rightX) / 2;
  const [a, b, c, d] = [fromTop, fromBottom, toTop, toBottom].map((y) => Math.round(y * 10) / 10);
  return `M${from} ${a}C${middle} ${a} ${middle} ${c} ${rightX} ${c}V${d}C${middle} ${d} ${middle} ${b} ${from} ${b}Z`;
}
