import type { PublicState } from '../standings/fold.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Draws the public scoreboard of a state that may not be published yet. The site gives it; the desk shows what it draws. */
    drawBoard(state: PublicState): Promise<string>;
  }
}
