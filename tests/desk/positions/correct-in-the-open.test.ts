import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Steps, stepsOf, takenCell, takenSubject } from '../../support/position-steps.ts';
import { type Actor, campaign, openWorld, type World } from '../../support/world.ts';

let world: World;
let steps: Steps;
const at = `/bureau/campagnes/${campaign}`;

async function open(start?: string) {
  world = await openWorld({}, start);
  steps = stepsOf(world);
  onTestFinished(() => world.close());
}
beforeEach(() => open());

const standing = () => world.standings.find(campaign)?.of('position').get(takenSubject);
const entryPage = async (who: Actor) => (await who.get(`${at}/publications/entree?sujet=${takenSubject}`)).body;
const propose = (who: Actor, motif: string) => who.post(`${at}/retraits`, { cle: steps.nextKey(), sujet: takenSubject, motif });
const proposal = () => Number(world.database.sql.prepare('SELECT max(id) FROM withdrawal').pluck().get());
const decide = (who: Actor, suite: string, over: Record<string, string> = {}) =>
  who.post(`/bureau/retraits/${proposal()}`, { cle: steps.nextKey(), suite, ...over });

describe('correcting', () => {
  test('starts from the very words that are public, and asks for a public reason', async () => {
    const { body } = await world.editor.get(`${at}/positions/nouvelle?corriger=${takenSubject}`);
    expect(body).toContain('Nous maintiendrons le parc existant.');
    expect(body).toContain('value="01/02/2020"');
    expect(body).toContain('Une position est déjà publiée pour cette case');
    expect(body).toContain('Motif de la correction');
  });

  test('adds an entry that names what it corrects, and changes nothing of what was there', async () => {
    const before = standing()?.versions ?? [];
    const id = await steps.enter(world.editor, { ...takenCell, reason: 'Le programme a changé.' });
    await steps.approve(world.reviewer, id);
    const after = standing()?.versions ?? [];
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ corrects: before.at(-1)?.address, reason: 'Le programme a changé.' });
    expect(await steps.publicCell(takenCell)).toContain('Le programme a changé.');
  });
});

describe('withdrawing', () => {
  test('is proposed by one person and decided by another; the reason is public, and the history stays', async () => {
    expect((await propose(world.editor, 'La source ne parlait pas de cette ville.')).statusCode).toBe(303);
    expect(standing()?.current).not.toBeNull();
    expect((await world.reviewer.get(`${at}/lecture`)).body).toContain('Retire une entrée publiée');
    expect(await entryPage(world.reviewer)).toContain('Elias propose le retrait');
    expect((await decide(world.reviewer, 'retirer')).statusCode).toBe(303);
    expect(standing()).toMatchObject({
      current: null,
      gap: { kind: 'withdrawn', reason: 'La source ne parlait pas de cette ville.' },
    });
    expect(await steps.publicCell(takenCell)).toContain('La source ne parlait pas de cette ville.');
    expect(world.ledger.verify(campaign).faults).toEqual([]);
    expect(steps.audited()).toEqual(['withdrawal-proposed', 'withdrawn']);
  });

  test('without a reason is refused in words of its own, with its form open', async () => {
    const { body } = await propose(world.editor, ' ');
    expect(body).toContain('href="#motif-retrait">Dites pourquoi cette entrée est retirée');
    expect(body).toMatch(/<details class="more" open>\s*<summary>Retirer cette entrée/);
    await propose(world.editor, 'Erreur.');
    expect((await decide(world.reviewer, 'garder')).body).toContain('href="#motif-decision">Dites pourquoi cette entrée reste');
  });

  test('leaves a cell that never says that the list was silent there', async () => {
    await propose(world.editor, 'Erreur.');
    await decide(world.reviewer, 'retirer');
    const cell = await steps.publicCell(takenCell);
    expect(cell).toContain('Une position était publiée ici.');
    expect(cell).not.toContain('sans se prononcer');
    expect(cell).not.toContain('Aucune position n’a été trouvée');
  });

  test('whoever proposed it does not decide it, whatever their role', async () => {
    await propose(world.administrator, 'Erreur.');
    const answer = await decide(world.administrator, 'retirer');
    expect([answer.statusCode, answer.body.includes('une autre personne')]).toEqual([409, true]);
    expect((await decide(world.editor, 'retirer')).statusCode).toBe(404);
    expect(standing()?.current).not.toBeNull();
  });

  test('is refused with a reason, kept in the log, and may be proposed again', async () => {
    await propose(world.editor, 'Doute.');
    expect((await decide(world.reviewer, 'garder')).statusCode).toBe(409);
    expect((await decide(world.reviewer, 'garder', { motif: 'La source est en ligne.' })).statusCode).toBe(303);
    expect((await propose(world.editor, 'Elle ne l’est plus.')).statusCode).toBe(303);
  });

  test('without a reason, twice at once, or of what is gone, nothing is proposed', async () => {
    expect((await propose(world.editor, ' ')).statusCode).toBe(409);
    await propose(world.editor, 'Erreur.');
    expect((await propose(world.otherEditor, 'Erreur.')).body).toContain('déjà proposé');
    await decide(world.reviewer, 'retirer');
    expect((await propose(world.editor, 'Erreur.')).body).toContain('plus rien de publié');
  });

  test('two people decide at the same moment: it is withdrawn once', async () => {
    await propose(world.editor, 'Erreur.');
    const before = steps.newest();
    const answers = await Promise.all([decide(world.reviewer, 'retirer'), decide(world.administrator, 'retirer')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(steps.newest()).toBe(before + 1);
  });

  test('in the freeze it waits, unless an administrator says why', async () => {
    await open('2020-03-14T11:00:00Z');
    await propose(world.editor, 'Erreur.');
    expect((await decide(world.reviewer, 'retirer')).statusCode).toBe(409);
    expect((await decide(world.administrator, 'retirer', { exception: 'Un nom cité à tort.' })).statusCode).toBe(303);
    expect(world.ledger.listEditions(campaign).at(-1)?.note).toContain('Un nom cité à tort.');
  });
});
