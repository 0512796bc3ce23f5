import { accountsRepository } from '../../src/accounts/accounts.repository.ts';
import { campaignsRepository } from '../../src/campaigns/campaigns.repository.ts';
import { type Actor, campaign, type World } from './world.ts';

/** Everyone who may knock at a door of the desk. */
export const whole = [
  'nobody',
  'closed',
  'outsider',
  'elsewhere',
  'editor',
  'reviewer',
  'author',
  'campaignAdministrator',
  'administrator',
] as const;
export type Who = (typeof whole)[number];

export const writers: readonly Who[] = ['editor', 'reviewer', 'author', 'campaignAdministrator', 'administrator'];
export const reviewers: readonly Who[] = ['reviewer', 'author', 'campaignAdministrator', 'administrator'];
export const administrators: readonly Who[] = ['campaignAdministrator', 'administrator'];
export const installation: readonly Who[] = ['administrator'];
export const everyone: readonly Who[] = ['outsider', 'elsewhere', ...writers];

export type Answers = Record<Who, number>;

/** These are answered `status`. For the others there is nothing there (404); strangers and closed accounts are led to sign in (303). */
export function only(who: readonly Who[], status: number, others: Partial<Answers> = {}): Answers {
  const answer = (each: Who) => (who.includes(each) ? status : each === 'nobody' || each === 'closed' ? 303 : 404);
  return { ...fromEach(answer), ...others };
}

/** The same for everybody: doors that lie outside the desk. */
export const toAll = (status: number, others: Partial<Answers> = {}): Answers => ({ ...fromEach(() => status), ...others });

/** One door of the desk: the route as it is declared, who is answered what, and what is sent. */
export interface Door {
  method: 'GET' | 'POST';
  route: string;
  answers: Answers;
  params?: Record<string, string>;
  fields?: Record<string, string>;
  query?: string;
  /** What is sent changes who may come: each of the cast has a world of their own. */
  alone?: true;
}

export const door = (
  method: Door['method'],
  route: string,
  answers: Answers,
  more: Omit<Door, 'method' | 'route' | 'answers'> = {},
): Door => ({
  method,
  route,
  answers,
  ...more,
});

/** The whole cast over a world. `author` is a reviewer who wrote what is to be reviewed; `elsewhere` administers another campaign. */
export function gather(world: World): Record<Who, Actor> {
  const other = anotherCampaign(world);
  const closed = world.join('Clara', 'administrator');
  accountsRepository(world.database).recordClosed(closed.id, world.clock.now().toISOString());
  return {
    nobody: world.stranger,
    closed,
    outsider: world.outsider,
    elsewhere: world.join('Olga', 'administrator', other),
    editor: world.editor,
    reviewer: world.reviewer,
    author: world.join('Remi', 'reviewer'),
    campaignAdministrator: world.join('Camille', 'administrator'),
    administrator: world.administrator,
  };
}

function anotherCampaign({ database, clock }: World): number {
  const campaigns = campaignsRepository(database);
  const here = campaigns.findCampaign(campaign);
  if (!here) throw new Error('the world has no campaign');
  const { id: _id, ...row } = here;
  return campaigns.insertCampaign({ ...row, slug: 'ailleurs', title: 'Ailleurs', createdAt: clock.now().toISOString() });
}

function fromEach(answer: (who: Who) => number): Answers {
  return {
    nobody: answer('nobody'),
    closed: answer('closed'),
    outsider: answer('outsider'),
    elsewhere: answer('elsewhere'),
    editor: answer('editor'),
    reviewer: answer('reviewer'),
    author: answer('author'),
    campaignAdministrator: answer('campaignAdministrator'),
    administrator: answer('administrator'),
  };
}
