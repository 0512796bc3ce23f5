import { expect, test } from 'vitest';
import { type Bar, drawLineage } from '../../src/site/lineage-drawing.ts';

const bar = (key: string, panel: number, share: number | null): Bar => ({ key, panel, share });

test('a merger is two ribbons to one bar, drawn above the others', () => {
  const drawing = drawLineage(
    [bar('a', 1, 0.4), bar('b', 2, 0.3), bar('c', 3, 0.2), bar('d', 4, 0.001)],
    [bar('x', 1, 0.6), bar('y', 2, 0.4)],
    [
      { child: 'x', parent: 'a', kind: 'merges' },
      { child: 'x', parent: 'c', kind: 'merges' },
      { child: 'y', parent: 'b', kind: 'continues' },
    ],
  );
  expect(drawing.ribbons.map(({ merges }) => merges)).toEqual([false, true, true]);
  expect(drawing.bars.filter(({ out }) => out).map(({ label }) => label)).toEqual(['4']);
  expect(drawing.bars.every(({ height }) => height >= 16)).toBe(true);
  expect(drawing.height).toBe(Math.max(...drawing.bars.map(({ y, height }) => y + height)));
});

test('nothing overlaps, whatever the shares, and lists without a result are drawn too', () => {
  const { bars } = drawLineage(
    Array.from({ length: 12 }, (_, index) => bar(String(index), index, index % 3 === 0 ? null : index / 100)),
    [],
    [],
  );
  bars.slice(1).forEach((each, index) => {
    const above = bars[index];
    expect(each.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
  });
});
