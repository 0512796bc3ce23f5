import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { applyImport } from '../../src/elections/official-files/apply.ts';
import { readFixture } from '../support/elections.ts';
import { fill, giveImport, openCampaign, placeOf } from '../support/opening.ts';
import { openWorld, type World } from '../support/world.ts';

const rennes = '35238';
const header = 'tour;panneau;liste;nuance;tete_prenom;tete_nom;voix';
let world: World;
let ours: string;
let theirs: string;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
  ours = (await openCampaign(world.administrator, rennes, { titre: 'La nôtre', adresse: 'rennes-a' })).settings;
  theirs = (await openCampaign(world.administrator, rennes, { titre: 'La leur', adresse: 'rennes-b' })).settings;
});

/** Two coalitions, each with its own administrator, who has no role in the other's campaign. */
function people() {
  const id = (slug: string) => Number(world.database.sql.prepare('SELECT id FROM campaign WHERE slug = ?').pluck().get(slug));
  return {
    ada: world.join('Ada', 'administrator', id('rennes-a')),
    boris: world.join('Boris', 'administrator', id('rennes-b')),
  };
}

async function importTable(who: World['administrator'], settings: string, table: string) {
  const imports = settings.replace('reglages', 'imports');
  const place = placeOf(await giveImport(world.app, who, imports, { tableau: `${header}\n${table}` }));
  expect((await fill(who, place, {}, `${place}/application`)).statusCode).toBe(303);
  return place;
}

const table = '1;1;UNE VILLE POUR TOUTES;LDVG;Noé;Lamy;\n1;2;AGIR ICI;LDVD;Ana;Roux;\n2;1;UNE VILLE POUR TOUTES;LDVG;Noé;Lamy;';

describe('two campaigns on one town and election', () => {
  test('the lists of one are not seen by the other, which may write its own under the same panels', async () => {
    const { ada, boris } = people();
    await importTable(ada, ours, table);
    expect((await boris.get(`${theirs}/listes`)).body).not.toContain('UNE VILLE POUR TOUTES');
    await importTable(boris, theirs, '1;1;RENNES DEMAIN;LDIV;Lou;Petit;');
    expect((await ada.get(`${ours}/listes`)).body).toContain('UNE VILLE POUR TOUTES');
    expect((await ada.get(`${ours}/listes`)).body).not.toContain('RENNES DEMAIN');
  });

  test('an import of one changes nothing of the other, and neither does taking it back', async () => {
    const { ada, boris } = people();
    await importTable(ada, ours, table);
    const before = (await ada.get(`${ours}/listes`)).body.match(/UNE VILLE POUR TOUTES|AGIR ICI|SABOTÉE/g);
    const batch = await importTable(boris, theirs, '1;1;SABOTÉE;;;;\n1;2;SABOTÉE;;;;');
    expect((await ada.get(`${ours}/listes`)).body.match(/UNE VILLE POUR TOUTES|AGIR ICI|SABOTÉE/g)).toEqual(before);
    expect((await fill(boris, batch, {}, `${batch}/annulation`)).statusCode).toBe(303);
    expect((await ada.get(`${ours}/listes`)).body.match(/UNE VILLE POUR TOUTES|AGIR ICI|SABOTÉE/g)).toEqual(before);
  });

  test('nobody decides where a list of the other campaign comes from, groups it, or adds to its ballot', async () => {
    const { ada, boris } = people();
    await importTable(ada, ours, table);
    const { sql } = world.database;
    const list = sql.prepare("SELECT id FROM list WHERE label = 'UNE VILLE POUR TOUTES' AND round = 2").pluck().get();
    const parent = sql.prepare("SELECT id FROM list WHERE label = 'UNE VILLE POUR TOUTES' AND round = 1").pluck().get();
    const race = sql.prepare('SELECT race_id FROM list WHERE id = ?').pluck().get(list);
    const page = `${theirs}/filiations`;
    await fill(boris, page, { liste: String(list), origine: 'continues', parents: String(parent), source: 'Moi' });
    await fill(boris, `${theirs}/mouvements`, { nom: 'Vol', listes: String(list) });
    await fill(boris, `${theirs}/listes`, { scrutin: String(race), tour: '1', panneau: '9', liste: 'GLISSÉE' });
    expect(sql.prepare('SELECT count(*) FROM lineage_decision').pluck().get()).toBe(0);
    expect(sql.prepare('SELECT count(*) FROM movement_list WHERE list_id = ?').pluck().get(list)).toBe(0);
    expect((await ada.get(`${ours}/listes`)).body).not.toContain('GLISSÉE');
  });

  test('a campaign starts from the lists that official files gave, as its own copy', async () => {
    const stage = (await readFixture('candidatures-2026-tour-1.csv')).stage;
    applyImport(world.database, stage);
    const race = [...stage.races.values()].find(({ lists }) => lists.length > 0);
    const label = race?.lists[0]?.label ?? '';
    const { sql } = world.database;
    const copies = (slug: string) =>
      sql
        .prepare(
          'SELECT count(*) FROM list JOIN race ON race.id = race_id JOIN campaign ON campaign.id = campaign_id WHERE slug = ? AND label = ?',
        )
        .pluck()
        .get(slug, label);
    const first = await openCampaign(world.administrator, race?.communeCode ?? '', { adresse: 'une', scrutins: 'both' });
    expect(first.answer.statusCode).toBe(303);
    await openCampaign(world.administrator, race?.communeCode ?? '', { adresse: 'deux', scrutins: 'both' });
    expect([copies('une'), copies('deux')]).toEqual([1, 1]);
  });
});

test('the election of the fictional town is not offered to a real campaign', async () => {
  const page = await world.administrator.get(`/bureau/campagnes/nouvelle?commune=${rennes}`);
  expect(page.body).not.toContain('fictives');
  const { answer } = await openCampaign(world.administrator, rennes, { election: 'exemple-2020', adresse: 'fausse' });
  expect(answer.statusCode).toBe(422);
});
