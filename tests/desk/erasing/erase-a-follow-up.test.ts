import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { erase, erasingPage, placesOf } from '../../support/erasing.ts';
import { type FollowUpSteps, followUpStepsOf, followUps } from '../../support/follow-up-steps.ts';
import { campaign, openWorld, type World } from '../../support/world.ts';

let world: World;
let steps: FollowUpSteps;
const at = `/bureau/campagnes/${campaign}`;
const everyPlace = () => placesOf(world.database, 'ibeline-');
const row = (id: number) => world.database.sql.prepare('SELECT * FROM follow_up WHERE id = ?').get(id);

beforeEach(async () => {
  world = await openWorld();
  steps = followUpStepsOf(world);
  onTestFinished(() => world.close());
});

/** Words that stand in one follow-up and nowhere else, one for each of its fields. */
const worded = {
  fait: 'Le conseil a voté la zibeline-fait.',
  selon: 'Zibeline-Association',
  note: 'Rappeler la zibeline-note.',
  'url-1': 'https://example.org/zibeline-page',
  'title-1': 'La zibeline-titre',
  'publisher-1': 'Zibeline-Gazette',
};

/** Written, returned once with a reason that repeats it, mended, published. */
async function published(): Promise<{ id: number; subject: string }> {
  const id = await steps.enter(world.editor, worded);
  await steps.step(world.reviewer, id, 'retour', { motif: 'La zibeline-retour ne suffit pas.' });
  await steps.step(world.editor, id, 'corbeille');
  const subject = await steps.publish(world.editor, world.reviewer, worded);
  return { id: Number(world.database.sql.prepare("SELECT id FROM follow_up WHERE state = 'published'").pluck().get()), subject };
}

test('an administrator empties a published follow-up everywhere, with its drafts, reasons and sources; rows, authors and dates stay', async () => {
  const { id, subject } = await published();
  const correcting = await steps.enter(world.otherEditor, { ...worded, corriger: subject, raison: 'La zibeline-raison.' });
  const before = row(id);
  for (const place of ['entry.payload', 'follow_up.fact', 'follow_up_source.title', 'follow_up.decision_reason', 'audit.reason'])
    expect(everyPlace()).toContain(place);
  const page = await erasingPage(world.administrator, subject, 'suivi');
  for (const count of ['1\u00a0version publiée', '1\u00a0suivi du bureau', '2\u00a0brouillons'])
    expect(page).toContain(`<li>${count}</li>`);
  expect((await erase(world.administrator, subject, {}, 'suivi')).statusCode).toBe(303);
  expect(everyPlace()).toEqual([]);
  expect(await steps.publicPage()).not.toContain('ibeline-');
  const kept = ['id', 'movement_id', 'demand_id', 'verdict', 'state', 'author_id', 'reviewer_id', 'edition_number', 'updated_at'];
  const pick = (from: unknown) => Object.entries(Object(from)).filter(([name]) => kept.includes(name));
  expect(pick(row(id))).toEqual(pick(before));
  expect(row(correcting)).toMatchObject({ erased_at: '2026-11-24T09:00:00.000Z', fact: '', state: 'submitted' });
  expect(world.ledger.verify(campaign).faults).toEqual([]);
});

test('of a correction too, every version; or those that it replaced alone', async () => {
  const { subject } = await published();
  const clean = { fait: 'Le conseil a voté.', selon: '', verdict: 'not_rated', corriger: subject, raison: 'Sans le nom.' };
  await steps.publish(world.editor, world.reviewer, clean);
  expect((await erase(world.administrator, subject, { portee: 'anciennes' }, 'suivi')).statusCode).toBe(303);
  expect(everyPlace()).toEqual([]);
  expect(steps.standing(subject)?.current?.fact).toBe('Le conseil a voté.');
  expect((await erase(world.administrator, subject, {}, 'suivi')).statusCode).toBe(303);
  expect(steps.standing(subject)).toMatchObject({ current: null, gap: { kind: 'redacted' } });
  expect(placesOf(world.database, 'Le conseil a voté.')).toEqual([]);
});

test('another fact of the same pledge, in the same edition or on another date, stays', async () => {
  const first = await steps.enter(world.editor, worded);
  const second = await steps.enter(world.editor, { fait: 'Un autre fait du même jour.' });
  const third = await steps.enter(world.editor, {
    fait: 'Un fait de l’année suivante.',
    quand: '12/11/2021',
    'publishedOn-1': '13 novembre 2021',
  });
  for (const id of [first, second]) await steps.accept(world.reviewer, id, { suite: 'attendre' });
  const chosen = { [`suivi-${first}`]: 'oui', [`suivi-${second}`]: 'oui' };
  await world.reviewer.post(`${at}/publications`, { cle: steps.nextKey(), ...chosen });
  const subject = String(
    [...(world.standings.find(campaign)?.of('assessment').values() ?? [])].find(({ current }) => current?.fact === worded.fait)
      ?.subject,
  );
  expect((await erase(world.administrator, subject, {}, 'suivi')).statusCode).toBe(303);
  expect(everyPlace()).toEqual([]);
  for (const id of [second, third]) expect(row(id)).toMatchObject({ erased_at: null });
  expect(steps.published().map(({ fact }) => fact)).toContain('Un autre fait du même jour.');
});

test('an order given again about a fact already erased takes nothing from another of the same day and edition, nor offers to', async () => {
  const first = await steps.enter(world.editor, worded);
  const second = await steps.enter(world.editor, { fait: 'Un autre fait du même jour.' });
  for (const id of [first, second]) await steps.accept(world.reviewer, id, { suite: 'attendre' });
  const chosen = { [`suivi-${first}`]: 'oui', [`suivi-${second}`]: 'oui' };
  await world.reviewer.post(`${at}/publications`, { cle: steps.nextKey(), ...chosen });
  const subject = 'aube-nouvelle/moins-de-cameras/2020-11-12';
  expect(steps.standing(subject)?.current?.fact).toBe(worded.fait);
  expect((await erase(world.administrator, subject, {}, 'suivi')).statusCode).toBe(303);
  expect(await erasingPage(world.administrator, subject, 'suivi')).not.toContain('<li>1\u00a0suivi du bureau</li>');
  expect((await erase(world.administrator, subject, {}, 'suivi')).statusCode).toBe(409);
  expect(row(second)).toMatchObject({ erased_at: null, fact: 'Un autre fait du même jour.' });
});

test('no page crashes: each says that it is erased, and nobody can write, read or publish it', async () => {
  const { id, subject } = await published();
  const waiting = await steps.enter(world.otherEditor, { ...worded, corriger: subject, raison: 'La zibeline-raison.' });
  await steps.accept(world.reviewer, waiting, { suite: 'attendre' });
  await erase(world.administrator, subject, {}, 'suivi');
  for (const each of [id, waiting])
    for (const who of [world.administrator, world.reviewer, world.otherEditor]) {
      const page = await who.get(`/bureau/suivis/${each}`);
      expect([page.statusCode, page.body.includes('Texte effacé le 24\u00a0novembre 2026')]).toEqual([200, true]);
      expect(page.body).not.toContain('<form class="sheet"');
    }
  for (const path of ['', '/suivi', '/publications', '/journal', `/publications/entree?genre=suivi&sujet=${subject}`])
    expect((await world.administrator.get(`${at}${path}`)).statusCode, path).toBe(200);
  expect((await world.reviewer.get(followUps)).body).not.toContain(`/bureau/suivis/${waiting}`);
  for (const step of ['approbation', 'retour', 'reprise', 'corbeille'])
    expect((await steps.step(world.reviewer, waiting, step, { motif: 'Non.' })).statusCode, step).toBe(409);
  const answer = await world.reviewer.post(`${at}/publications`, { cle: steps.nextKey(), [`suivi-${waiting}`]: 'oui' });
  expect(answer.statusCode).toBe(409);
});

test('what the seeds published has no copy at the desk: its words go from the ledger, and nobody else may', async () => {
  const subject = 'aube-nouvelle/moins-de-cameras/2022-10';
  for (const who of [world.editor, world.reviewer]) expect((await erase(who, subject, {}, 'suivi')).statusCode).toBe(404);
  expect((await erase(world.administrator, subject, { motif: '' }, 'suivi')).statusCode).toBe(422);
  expect(await steps.publicPage()).toContain('Vingt-deux caméras ont été démontées.');
  expect((await erase(world.administrator, subject, {}, 'suivi')).statusCode).toBe(303);
  const page = await steps.publicPage();
  expect(page).not.toContain('Vingt-deux caméras ont été démontées.');
  expect(page).toContain('Ordonnance du 3 mars.');
});
