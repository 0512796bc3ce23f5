import { expect, test } from 'vitest';
import { openWorkQueue, QueueFull } from '../../src/lib/work-queue.ts';

/** Work that ends when it is told to. */
function held() {
  let end = (): void => {};
  const work = new Promise<void>((resolve) => (end = resolve));
  return { work, end };
}

test('a few work at once, some wait their turn, and the rest are told to come back', async () => {
  const queue = openWorkQueue({ atOnce: 2, waiting: 1 });
  const [first, second, third] = [held(), held(), held()];
  const begun: number[] = [];
  const run = (number: number, { work }: { work: Promise<void> }) =>
    queue.run(async () => {
      begun.push(number);
      await work;
      return number;
    });
  const running = [run(1, first), run(2, second), run(3, third)];
  await expect(queue.run(async () => 4)).rejects.toBeInstanceOf(QueueFull);
  expect(begun).toEqual([1, 2]);
  first.end();
  await running[0];
  await expect.poll(() => begun).toEqual([1, 2, 3]);
  second.end();
  third.end();
  expect(await Promise.all(running)).toEqual([1, 2, 3]);
  expect(await queue.run(async () => 5)).toBe(5);
});

test('work that fails gives its place back', async () => {
  const queue = openWorkQueue({ atOnce: 1, waiting: 0 });
  await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await queue.run(async () => 'next')).toBe('next');
});

test('someone who asks for a lot keeps nobody out: a newcomer takes their last place, and is served in turn', async () => {
  const queue = openWorkQueue({ atOnce: 1, waiting: 3 });
  const first = held();
  const begun: string[] = [];
  const run = (name: string, asker: string) => queue.run(async () => void begun.push(name), asker);
  const busy = queue.run(() => first.work, 'greedy');
  const greedy = ['a', 'b', 'c'].map((name) => run(name, 'greedy'));
  const lastOfGreedy = expect(greedy[2]).rejects.toBeInstanceOf(QueueFull);
  const newcomer = run('newcomer', 'someone');
  await lastOfGreedy;
  await expect(run('d', 'greedy')).rejects.toBeInstanceOf(QueueFull);
  first.end();
  await Promise.all([busy, greedy[0], greedy[1], newcomer]);
  expect(begun).toEqual(['a', 'newcomer', 'b']);
});
