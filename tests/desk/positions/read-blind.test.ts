import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { freeCell, type Steps, stepsOf, takenCell } from '../../support/position-steps.ts';
import { campaign, openWorld, positionForm, type World } from '../../support/world.ts';

let world: World;
let steps: Steps;

beforeEach(async () => {
  world = await openWorld();
  steps = stepsOf(world);
  onTestFinished(() => world.close());
});

const page = async (id: number, who = world.reviewer) => (await who.get(`/bureau/positions/${id}`)).body;
/** What only the author's code says: its summary, its condition, its note. */
const marks = {
  summary: 'RESUME-DE-AUTEUR',
  condition: 'CONDITION-DE-AUTEUR',
  note: 'NOTE-DE-AUTEUR',
  stance: 'commits_in_part',
};

describe('the second code is chosen before the first is seen', () => {
  test('a reviewer is shown the words and the proof, and nothing of what the author made of them', async () => {
    const id = await steps.enter(world.editor, marks);
    const blind = await page(id);
    for (const shown of [
      'Nous retirerons tout',
      'Alix Verne',
      'https://example.org/debat',
      'La liste garde le parc ou l’agrandit',
    ])
      expect(blind).toContain(shown);
    for (const hidden of [marks.summary, marks.condition, marks.note, 'checked', 'Approuver'])
      expect(blind).not.toContain(hidden);
    expect(blind).not.toMatch(/class="answer[^"]* s-commits_in_part/);
  });

  test('nor do the lists of what waits say it', async () => {
    await steps.enter(world.editor, marks);
    for (const url of ['/bureau', `/bureau/campagnes/${campaign}`, `/bureau/campagnes/${campaign}/lecture`]) {
      const { body } = await world.reviewer.get(url);
      for (const hidden of [marks.summary, 'S’engage en partie']) expect(body, url).not.toContain(hidden);
    }
  });

  test('where nothing is quoted, what is reported is all there is to read', async () => {
    const id = await steps.enter(world.editor, {
      basis: 'third_party',
      quote: '',
      reportedBy: 'Le Courrier',
      summary: 'Le propos.',
    });
    expect(await page(id)).toContain('Le propos.');
  });

  test('once both codes are there, they stand side by side, and what readers will see with them', async () => {
    const id = await steps.enter(world.editor, marks);
    const answer = await steps.step(world.reviewer, id, 'lecture', { code: 'commits_in_part' });
    expect(answer.statusCode).toBe(303);
    const body = await page(id);
    expect(body).toContain('Les deux lectures s’accordent');
    for (const shown of [marks.summary, marks.condition, marks.note, 'Approuver et publier']) expect(body).toContain(shown);
  });

  test('nothing is approved without a code, and a code is chosen once', async () => {
    const id = await steps.enter(world.editor);
    const early = await steps.step(world.reviewer, id, 'approbation');
    expect([early.statusCode, early.body.includes('Choisissez d’abord votre code')]).toEqual([409, true]);
    expect((await steps.step(world.reviewer, id, 'lecture')).statusCode).toBe(409);
    await steps.step(world.reviewer, id, 'lecture', { code: 'refuses' });
    const again = await steps.step(world.reviewer, id, 'lecture', { code: 'commits' });
    expect([again.statusCode, again.body.includes('Vous avez déjà codé')]).toEqual([409, true]);
  });

  test('an author codes nothing of their own, whatever their role', async () => {
    const id = await steps.enter(world.administrator);
    const answer = await steps.step(world.administrator, id, 'lecture', { code: 'commits' });
    expect([answer.statusCode, answer.body.includes('une autre personne doit la lire')]).toEqual([409, true]);
  });

  test('what was coded of an older version is worth nothing: the new one is read blind again', async () => {
    const id = await steps.enter(world.editor, { summary: marks.summary });
    await steps.step(world.reviewer, id, 'lecture', { code: 'commits' });
    await steps.step(world.editor, id, 'reprise');
    await world.editor.post(
      `/bureau/positions/${id}`,
      positionForm({ ...freeCell, version: steps.version(id), summary: 'AUTRE-RESUME' }),
    );
    const body = await page(id);
    expect(body).not.toContain('AUTRE-RESUME');
    expect((await steps.step(world.reviewer, id, 'approbation')).statusCode).toBe(409);
  });
});

describe('under races', () => {
  test('two readers approve at the same moment: it is published once, by one of them', async () => {
    const id = await steps.enter(world.editor);
    for (const who of [world.reviewer, world.administrator]) await steps.step(who, id, 'lecture', { code: 'commits' });
    const before = steps.newest();
    const both = [world.reviewer, world.administrator].map((who) => steps.step(who, id, 'approbation'));
    expect((await Promise.all(both)).map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(steps.newest()).toBe(before + 1);
  });

  test('the author takes it back while a reader approves: one of the two is done, never both', async () => {
    const id = await steps.enter(world.editor);
    await steps.step(world.reviewer, id, 'lecture', { code: 'commits' });
    const answers = await Promise.all([steps.step(world.editor, id, 'reprise'), steps.step(world.reviewer, id, 'approbation')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
  });

  test('a reader who mends it while they approve is an author, and approves nothing', async () => {
    const id = await steps.enter(world.editor, { suite: 'garder' });
    const version = steps.version(id);
    const mended = world.reviewer.post(`/bureau/positions/${id}`, positionForm({ ...freeCell, version }));
    const approved = steps.step(world.reviewer, id, 'approbation');
    await Promise.all([mended, approved]);
    expect((await steps.approve(world.reviewer, id)).body).toContain('une autre personne doit la lire');
  });
});

describe('a disagreement is settled with a note', () => {
  test('a reviewer who codes otherwise approves only when they say why', async () => {
    const id = await steps.enter(world.editor);
    await steps.step(world.reviewer, id, 'lecture', { code: 'unclear' });
    expect(await page(id)).toContain('Les deux lectures diffèrent');
    const refused = await steps.step(world.reviewer, id, 'approbation', { reglement: '  ' });
    expect([refused.statusCode, refused.body.includes('comment le désaccord a été réglé')]).toEqual([409, true]);
    const settled = await steps.step(world.reviewer, id, 'approbation', { reglement: 'La phrase d’après lève le doute.' });
    expect(settled.statusCode).toBe(303);
    const kept = world.database.sql.prepare('SELECT stance, first_stance, note FROM reading').get();
    expect(kept).toEqual({ stance: 'unclear', first_stance: 'commits', note: 'La phrase d’après lève le doute.' });
    expect(await steps.publicCell(freeCell)).not.toContain('La phrase d’après');
  });
});

describe('the queue says why to read slowly', () => {
  test('each reason is there when it holds, and the gravest entry comes first', async () => {
    await steps.enter(world.editor, { 'url-1': '', stance: 'unclear' });
    await steps.enter(world.otherEditor, { ...takenCell, basis: 'reply', reason: 'Une lettre est arrivée.' });
    const { body } = await world.reviewer.get(`/bureau/campagnes/${campaign}/lecture`);
    const order = [body.indexOf('Cap Ensemble'), body.indexOf('Demain les phares')];
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    for (const reason of [
      'Change une position publiée',
      'Réponse signée de la liste',
      'Première saisie de cette personne',
      'Ni page ni document',
    ])
      expect(body).toContain(reason);
  });

  test('once something of theirs was published, a person is no newcomer', async () => {
    await steps.approve(world.reviewer, await steps.enter(world.editor));
    await steps.enter(world.editor, { ...takenCell, reason: 'Le programme a changé.' });
    const { body } = await world.reviewer.get(`/bureau/campagnes/${campaign}/lecture`);
    expect(body).toContain('Change une position publiée');
    expect(body).not.toContain('Première saisie');
  });
});

describe('the preview is what readers will see', () => {
  test('the proof at the desk and the proof on the public page are the same, letter for letter', async () => {
    const id = await steps.enter(world.editor, { quote: 'Le <b>mot</b> & "l’autre" ; promis !' });
    await steps.step(world.reviewer, id, 'lecture', { code: 'commits' });
    const preview = proofIn(await page(id));
    await steps.step(world.reviewer, id, 'approbation');
    expect(preview).toContain('&lt;b&gt;mot&lt;/b&gt;');
    expect(preview).toBe(proofIn(await steps.publicCell(freeCell)));
  });
});

/** The article of the movement's own answer, from its first tag to its last. */
function proofIn(html: string): string {
  return /<article class="proof" id="mouvement"[\s\S]*?<\/article>/.exec(html)?.[0] ?? '';
}
