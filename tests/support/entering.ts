import { generateSync } from 'otplib';
import { openPasswordLinks } from '../../src/accounts/password-links.service.ts';
import { openVisitor, type Visitor } from './visitor.ts';
import type { Actor, World } from './world.ts';

export const password = 'une phrase facile à retenir';

/** Someone of the cast chooses a password and signs in, in a browser of their own. A second factor may be asked next. */
export async function enter(world: World, actor: Actor): Promise<Visitor> {
  const visitor = openVisitor(world.app);
  const link = openPasswordLinks(world.database, world.clock).create(actor.id);
  await visitor.get(link);
  await visitor.send(link, { 'mot-de-passe': password });
  await visitor.get('/bureau/connexion');
  await signIn(visitor, actor);
  return visitor;
}

/** From the page that asks for it. */
export function signIn(visitor: Visitor, actor: Actor, suite = '') {
  return visitor.send('/bureau/connexion', { courriel: emailOf(actor), 'mot-de-passe': password, suite });
}

export const emailOf = ({ name }: Actor) => `${name.toLowerCase()}@exemple.invalid`;

/** What a telephone shows at this moment. */
export function codeAt(world: World, secret: string): string {
  return generateSync({ secret, epoch: Math.floor(world.clock.now().getTime() / 1000) });
}

/** Adds an application of codes, and says its secret and the recovery codes. */
export async function addApp(world: World, visitor: Visitor): Promise<{ secret: string; codes: string[] }> {
  await visitor.get('/bureau/compte/second-facteur');
  const page = await visitor.follow(await visitor.send('/bureau/compte/application'));
  const secret = (/class="secret">([^<]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '');
  const shown = await visitor.send('/bureau/compte/application/confirmation', { code: codeAt(world, secret) });
  const codes = [...shown.body.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code);
  return { secret, codes };
}
