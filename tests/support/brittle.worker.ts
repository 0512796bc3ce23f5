import { answerInThread } from '../../src/lib/thread.ts';

/** A thread to which anything can happen, as it is asked. */
answerInThread((question: string): string => {
  if (question === 'cannot') throw new Error('no such thing');
  if (question === 'end') process.exit(1);
  if (question === 'fall silent') while (true);
  return `heard: ${question}`;
});
