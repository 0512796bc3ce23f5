import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Actor, campaign, openWorld, positionForm, type World } from '../../support/world.ts';

const cell = { sujet: 'demain-les-phares', demande: 'moins-de-cameras' };
const taken = { sujet: 'lune-rousse', demande: 'un-comite-de-controle' };
let world: World;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
});

const idIn = (location: unknown) => Number(/position[s-]\/?(\d+)/.exec(String(location))?.[1]);

async function enter(who: Actor, over: Record<string, string>): Promise<number> {
  const answer = await who.post(`/bureau/campagnes/${campaign}/positions`, positionForm(over));
  expect([answer.statusCode, answer.body.includes('Erreur')]).toEqual([303, false]);
  return idIn(answer.headers.location);
}

const version = (id: number) => String(world.database.sql.prepare('SELECT version FROM position WHERE id = ?').pluck().get(id));
const decide = (who: Actor, id: number, step: string, over: Record<string, string> = {}) =>
  who.post(`/bureau/positions/${id}/${step}`, { version: version(id), cle: `${step}-${id}-${who.id}-0123456789`, ...over });
/** Codes it as the author did, without having seen it, then decides. */
async function approve(who: Actor, id: number, over: Record<string, string> = {}) {
  await decide(who, id, 'lecture', { code: 'commits', cle: `code-${id}-${who.id}-${version(id)}-0123456789` });
  return decide(who, id, 'approbation', over);
}
const publicCell = async (movement: string, demand: string) =>
  (await world.stranger.get(`/${campaign}/mouvements/${movement}/${demand}`)).body;

describe('the way to the board', () => {
  test('what an editor submits and a reviewer approves is on the board at once, and not a moment before', async () => {
    const before = world.ledger.newestNumber(campaign);
    const id = await enter(world.editor, cell);
    expect(await publicCell(cell.sujet, cell.demande)).not.toContain('Nous retirerons tout');
    expect((await world.reviewer.get('/bureau')).body).toContain('1\u00a0position attend votre relecture');
    const answer = await approve(world.reviewer, id);
    expect(answer.statusCode).toBe(303);
    const page = await publicCell(cell.sujet, cell.demande);
    expect(page).toContain('Nous retirerons tout');
    expect(page).toContain('https://example.org/debat');
    expect(page).toContain('12\u00a0mars 2020');
    expect(world.ledger.newestNumber(campaign)).toBe(before + 1);
    expect(world.ledger.verify(campaign)).toMatchObject({ faults: [] });
  });

  test('an editor who publishes alone is told that a second person must read it', async () => {
    const id = await enter(world.administrator, cell);
    const answer = await approve(world.administrator, id);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('une autre personne doit la lire');
    expect(await publicCell(cell.sujet, cell.demande)).not.toContain('Nous retirerons tout');
  });

  test('a reviewer who mended another’s draft is one of its authors, and does not approve it', async () => {
    const id = await enter(world.editor, { ...cell, suite: 'garder' });
    const mended = await world.reviewer.post(
      `/bureau/positions/${id}`,
      positionForm({ ...cell, version: version(id), summary: 'Mieux dit.' }),
    );
    expect(mended.statusCode).toBe(303);
    expect((await approve(world.reviewer, id)).body).toContain('une autre personne doit la lire');
    expect((await approve(world.administrator, id)).statusCode).toBe(303);
  });

  test('a position comes back with its reason, is mended, and then published', async () => {
    const id = await enter(world.editor, cell);
    const silent = await decide(world.reviewer, id, 'retour');
    expect(silent.statusCode).toBe(409);
    expect(silent.body).toContain('Dites pourquoi');
    await decide(world.reviewer, id, 'retour', { motif: 'Le lien ne mène à rien.' });
    expect((await world.editor.get(`/bureau/positions/${id}`)).body).toContain('Le lien ne mène à rien.');
    await world.editor.post(
      `/bureau/positions/${id}`,
      positionForm({ ...cell, version: version(id), 'url-1': 'https://example.org/autre' }),
    );
    expect((await approve(world.reviewer, id, { cle: 'une-autre-fois-0123' })).statusCode).toBe(303);
    expect(await publicCell(cell.sujet, cell.demande)).toContain('https://example.org/autre');
  });

  test('the author takes back what nobody has read yet', async () => {
    const id = await enter(world.editor, cell);
    expect((await decide(world.otherEditor, id, 'reprise')).statusCode).toBe(409);
    expect((await decide(world.editor, id, 'reprise')).statusCode).toBe(303);
    expect((await world.editor.get(`/bureau/positions/${id}`)).body).toContain('Modifier la position');
  });

  test('a signed reply says that the movement has answered', async () => {
    const id = await enter(world.editor, { ...cell, basis: 'reply' });
    await approve(world.reviewer, id);
    expect(world.standings.find(campaign)?.of('contact').get(cell.sujet)?.current?.status).toBe('answered');
  });

  test('a correction says why, names what it corrects, and leaves the old version to be seen', async () => {
    const page = await world.editor.get(`/bureau/campagnes/${campaign}/positions/nouvelle?${new URLSearchParams(taken)}`);
    expect(page.body).toContain('Une position est déjà publiée');
    const refused = await world.editor.post(`/bureau/campagnes/${campaign}/positions`, positionForm(taken));
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('ce motif sera public');
    const id = await enter(world.editor, { ...taken, reason: 'Une lettre signée est arrivée.' });
    await approve(world.reviewer, id);
    const versions = world.standings.find(campaign)?.of('position').get(`${taken.sujet}/${taken.demande}`)?.versions ?? [];
    expect(versions.at(-1)).toMatchObject({ corrects: versions.at(-2)?.address, reason: 'Une lettre signée est arrivée.' });
  });
});

describe('nothing is lost, and nothing is done twice', () => {
  test('a form that was sent twice is applied once', async () => {
    const form = positionForm(cell);
    const [first, second] = await Promise.all(
      [1, 2].map(() => world.editor.post(`/bureau/campagnes/${campaign}/positions`, form)),
    );
    expect(first?.headers.location).toBe(second?.headers.location);
    expect(world.database.sql.prepare('SELECT count(*) FROM position').pluck().get()).toBe(1);
    const id = idIn(first?.headers.location);
    const before = world.ledger.newestNumber(campaign);
    await decide(world.reviewer, id, 'lecture', { code: 'commits' });
    const sent = { version: version(id), cle: 'approuver-une-fois-01' };
    for (let time = 0; time < 3; time += 1) await world.reviewer.post(`/bureau/positions/${id}/approbation`, sent);
    expect(world.ledger.newestNumber(campaign)).toBe(before + 1);
  });

  test('two people edit the same draft: the second is told, sees both versions, and loses no word', async () => {
    const id = await enter(world.editor, { ...cell, suite: 'garder' });
    const read = version(id);
    const edit = (who: Actor, summary: string) =>
      who.post(`/bureau/positions/${id}`, positionForm({ ...cell, version: read, summary, suite: 'garder' }));
    expect((await edit(world.editor, 'La version d’Elias.')).statusCode).toBe(303);
    const told = await edit(world.otherEditor, 'La version d’Esther.');
    expect(told.statusCode).toBe(409);
    expect(told.body).toContain('Quelqu’un a enregistré avant vous');
    expect(told.body).toContain('La version d’Elias.');
    expect(told.body).toMatch(/<textarea id="summary"[^>]*>\nLa version d’Esther\.<\/textarea>/);
  });

  test('what cannot be kept comes back with every word, and says what to do', async () => {
    const form = positionForm({
      ...cell,
      sujet: '',
      saidOn: '31/02/2020',
      'url-1': 'javascript:alert(1)',
      quote: '<b>"Mot à mot" & plus',
    });
    const answer = await world.editor.post(`/bureau/campagnes/${campaign}/positions`, form);
    expect(answer.statusCode).toBe(422);
    for (const words of ['31/02/2020', 'javascript:alert(1)', '&lt;b&gt;&quot;Mot à mot&quot; &amp; plus'])
      expect(answer.body).toContain(words);
    for (const text of ['Choisissez de qui', 'Cette date n’existe pas', 'commence par https://'])
      expect(answer.body).toContain(text);
  });

  test('a list speaks for itself only within its own movement', async () => {
    const answer = await world.editor.post(
      `/bureau/campagnes/${campaign}/positions`,
      positionForm({ ...cell, sujet: 'demain-les-phares/secteur-2-tour-1-panneau-2' }),
    );
    expect(answer.statusCode).toBe(422);
  });

  test('every act leaves its trace: who, what, when, why', async () => {
    const id = await enter(world.editor, cell);
    await decide(world.reviewer, id, 'retour', { motif: 'Source ?' });
    const rows = world.database.sql.prepare('SELECT person_id, action, subject, reason FROM audit ORDER BY id').all();
    expect(rows).toEqual([
      { person_id: world.editor.id, action: 'saved', subject: `position ${id}`, reason: null },
      { person_id: world.editor.id, action: 'submitted', subject: `position ${id}`, reason: null },
      { person_id: world.reviewer.id, action: 'returned', subject: `position ${id}`, reason: 'Source ?' },
    ]);
  });
});
