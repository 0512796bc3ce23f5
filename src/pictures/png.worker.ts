import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Resvg } from '@resvg/resvg-js';
import { answerInThread } from '../lib/thread.ts';
import { rendering } from './rendering.service.ts';

// The three megabytes of a drawn picture stand outside what the engine counts, so that it sees no reason to let any go: a thousand
// pictures would fill the machine. This thread holds little else, and sweeping it after each costs a twentieth of the drawing.
setFlagsFromString('--expose-gc');
const sweep: unknown = runInNewContext('gc');

answerInThread((svg: string): Uint8Array => {
  const png = new Resvg(svg, rendering).render().asPng();
  if (typeof sweep === 'function') sweep();
  return png;
});
