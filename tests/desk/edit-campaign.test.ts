import { describe, expect, onTestFinished, test } from 'vitest';
import { fill } from '../support/opening.ts';
import { openWorld, type World } from '../support/world.ts';

const settings = '/bureau/campagnes/exemple/reglages';

async function open(start?: string): Promise<World> {
  const world = await openWorld({}, start);
  onTestFinished(() => world.close());
  return world;
}

const letterOf = async (world: World) => {
  const page = (await world.administrator.get(`${settings}/lettre`)).body;
  const value = (id: string) => new RegExp(`id="${id}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { titre: value('titre'), date: value('date'), texte: 'Un texte nouveau.' };
};
const publicLetter = async (world: World) => (await world.stranger.get('/exemple/lettre')).body;
const demandIds = (world: World) =>
  world.database.sql.prepare('SELECT id FROM demand WHERE campaign_id = 1 ORDER BY number').pluck().all().map(String);

describe('what is public changes only by an edition', () => {
  test('a campaign as it was published has nothing to publish', async () => {
    const world = await open();
    expect((await world.administrator.get(`${settings}/edition`)).body).toContain('Ce qui est public est à jour');
  });

  test('new words of the letter wait at the desk, then go out with their reason, naming what they correct', async () => {
    const world = await open();
    await fill(world.administrator, `${settings}/lettre`, await letterOf(world));
    expect(await publicLetter(world)).not.toContain('Un texte nouveau.');
    const silent = await fill(world.administrator, `${settings}/edition`, {});
    expect(silent.statusCode).toBe(422);
    expect(silent.body).toContain('Dites pourquoi cela change');
    const done = await fill(world.administrator, `${settings}/edition`, { motif: 'Une coquille.' });
    expect(done.statusCode).toBe(303);
    expect(await publicLetter(world)).toContain('Un texte nouveau.');
    const versions = world.standings.find('exemple')?.of('letter').get('lettre')?.versions ?? [];
    expect(versions.at(-1)).toMatchObject({ reason: 'Une coquille.', corrects: versions.at(-2)?.address });
    expect(world.ledger.verify('exemple').faults).toEqual([]);
  });

  test('a signatory who leaves is withdrawn in the open', async () => {
    const world = await open();
    await fill(world.administrator, `${settings}/signataires`, { noms: 'Ligue des quais (fictif)', ordre: 'lettre' });
    await fill(world.administrator, `${settings}/edition`, { motif: 'Trois organisations se retirent.' });
    expect(world.standings.find('exemple')?.current('signatory')).toHaveLength(1);
    expect(await publicLetter(world)).not.toContain('Les Amies du port');
  });

  test('demands change places, and keep their addresses', async () => {
    const world = await open();
    const [first = '', second = ''] = demandIds(world);
    await fill(world.administrator, `${settings}/demandes`, {}, `${settings}/demandes/${second}/avant`);
    expect(demandIds(world).slice(0, 2)).toEqual([second, first]);
    await fill(world.administrator, `${settings}/edition`, { motif: 'L’ordre de la lettre.' });
    const demands = world.standings
      .find('exemple')
      ?.current('demand')
      .toSorted((a, b) => a.number - b.number);
    expect(demands?.map(({ slug }) => slug).slice(0, 2)).toEqual(['moins-de-cameras', 'arreter-la-video-automatisee']);
  });

  test('what goes on under another name keeps its old address, as page, file and frame; old editions keep the old name', async () => {
    const world = await open();
    const { sql } = world.database;
    sql.prepare("UPDATE movement SET slug = 'cap-uni' WHERE slug = 'cap-ensemble'").run();
    const before = world.standings.find('exemple')?.current('list')[0];
    sql
      .prepare('UPDATE list SET panel = 88 WHERE round = ? AND panel = ? AND label = ?')
      .run(before?.round, before?.panel, before?.label);
    const number = world.standings.newestNumber('exemple');
    const done = await fill(world.administrator, `${settings}/edition`, { motif: 'Un autre nom.' });
    expect(done.statusCode).toBe(303);
    const list = before?.key ?? '';
    const renumbered = list.replace(/\d+$/, '88');
    for (const [from, to] of [
      ['/exemple/mouvements/cap-ensemble', '/exemple/mouvements/cap-uni'],
      ['/exemple/mouvements/cap-ensemble.csv', '/exemple/mouvements/cap-uni.csv'],
      ['/en/exemple/mouvements/cap-ensemble', '/en/exemple/mouvements/cap-uni'],
      ['/integrer/exemple/mouvements/cap-ensemble', '/integrer/exemple/mouvements/cap-uni'],
      [`/exemple/listes/${list}`, `/exemple/listes/${renumbered}`],
    ] as const) {
      const { statusCode, headers } = await world.stranger.get(from);
      expect([from, statusCode, headers.location]).toEqual([from, 301, to]);
    }
    expect((await world.stranger.get(`/exemple/editions/${number}/mouvements/cap-ensemble`)).statusCode).toBe(200);
    expect((await world.stranger.get(`/exemple/editions/${number + 1}/mouvements/cap-uni`)).statusCode).toBe(200);
  });

  test('in the freeze nothing goes out, and the reason that was typed is still there', async () => {
    const world = await open('2020-03-14T11:00:00Z');
    await fill(world.administrator, `${settings}/lettre`, await letterOf(world));
    const answer = await fill(world.administrator, `${settings}/edition`, { motif: 'La veille du vote.' });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Rien ne se publie avant');
    expect(answer.body).toContain('La veille du vote.');
    expect(await publicLetter(world)).not.toContain('Un texte nouveau.');
  });

  test('in the freeze an administrator makes an exception with its reason, which readers see', async () => {
    const world = await open('2020-03-14T11:00:00Z');
    await fill(world.administrator, `${settings}/lettre`, await letterOf(world));
    expect((await world.administrator.get(`${settings}/edition`)).body).toContain('Publier malgré la trêve');
    const fields = { motif: 'Une coquille.', exception: 'Elle inversait le sens.' };
    expect((await fill(world.administrator, `${settings}/edition`, fields)).statusCode).toBe(303);
    expect(world.standings.find('exemple')?.edition.note).toContain('Elle inversait le sens.');
    const audited = world.database.sql.prepare("SELECT reason FROM audit WHERE action = 'freeze-excepted'").pluck().all();
    expect(audited).toEqual(['Elle inversait le sens.']);
  });

  test('nobody publishes what they have not seen', async () => {
    const world = await open();
    await fill(world.administrator, `${settings}/lettre`, await letterOf(world));
    const fields = { cle: 'publier-sans-avoir-vu-01', lu: 'une-autre-empreinte', motif: 'Vite.' };
    const answer = await world.administrator.post(`${settings}/edition`, fields);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Quelque chose a changé depuis');
  });
});

describe('nothing is lost', () => {
  test('two people write the letter: the second is told, sees what was saved, and keeps every word', async () => {
    const world = await open();
    const letter = await letterOf(world);
    const lu = /name="lu" value="([^"]*)"/.exec((await world.administrator.get(`${settings}/lettre`)).body)?.[1] ?? '';
    const send = (texte: string, cle: string) => world.administrator.post(`${settings}/lettre`, { ...letter, texte, lu, cle });
    expect((await send('La première version.', 'premiere-personne-0001')).statusCode).toBe(303);
    const told = await send('La seconde version.', 'seconde-personne-00001');
    expect(told.statusCode).toBe(409);
    expect(told.body).toContain('Quelqu’un a enregistré avant vous');
    expect(told.body).toContain('La première version.');
    expect(told.body).toMatch(/<textarea[^>]*>\nLa seconde version\.<\/textarea>/);
  });

  test('a demand that lists have answered is not taken away', async () => {
    const world = await open();
    const [first = ''] = demandIds(world);
    const answer = await fill(world.administrator, `${settings}/demandes`, {}, `${settings}/demandes/${first}/retrait`);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('elle ne se retire plus');
    expect(demandIds(world)).toContain(first);
  });

  test('a movement is renamed and loses a list, which then waits for another; one that is spoken of stays', async () => {
    const world = await open();
    const id = String(world.database.sql.prepare("SELECT id FROM movement WHERE slug = 'cap-ensemble'").pluck().get());
    const listIds = world.database.sql
      .prepare('SELECT list_id FROM movement_list WHERE movement_id = ? ORDER BY list_id')
      .pluck()
      .all(id)
      .map(String);
    const page = `${settings}/mouvements/${id}`;
    const done = await fill(world.administrator, page, { nom: 'Cap, ensemble', tete: '', listes: listIds.slice(1) });
    expect(done.statusCode).toBe(303);
    expect((await world.administrator.get(settings)).body).toContain('1\u00a0liste n’est dans aucun mouvement');
    const refused = await fill(world.administrator, page, {}, `${page}/retrait`);
    expect(refused.body).toContain('il ne se retire plus');
  });
});
