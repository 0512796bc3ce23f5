import { afterEach, expect, test } from 'vitest';
import { openThread } from '../../src/lib/thread.ts';

const module = new URL('../support/brittle.worker.ts', import.meta.url);
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map((thread) => thread.close()))));

function thread(silentFor?: number) {
  const made = openThread<string, string>(module, silentFor);
  opened.push(made);
  return made;
}

test('a question that cannot be answered fails alone', async () => {
  const { ask } = thread();
  const all = await Promise.allSettled([ask('one'), ask('cannot'), ask('two')]);
  expect(all).toMatchObject([{ value: 'heard: one' }, { reason: { message: 'no such thing' } }, { value: 'heard: two' }]);
});

test('a thread that ends leaves nobody waiting, and the next question starts another', async () => {
  const { ask } = thread();
  const all = await Promise.allSettled([ask('one'), ask('end'), ask('two')]);
  expect(all.slice(1)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(await ask('three')).toBe('heard: three');
});

test('a thread that falls silent is given up', async () => {
  const { ask } = thread(1_500);
  expect(await ask('one')).toBe('heard: one');
  await expect(ask('fall silent')).rejects.toThrow('ended before it answered');
  expect(await ask('two')).toBe('heard: two');
});

test('whoever waits when the thread is closed is told', async () => {
  const { ask, close } = thread();
  const waiting = expect(ask('fall silent')).rejects.toThrow('ended before it answered');
  await close();
  await waiting;
});
