import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { complete, demand, fill, letter, openCampaign } from '../support/opening.ts';
import { openWorld, type World } from '../support/world.ts';

const rennes = '35238';
let world: World;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
});

const races = (slug: string) =>
  world.database.sql
    .prepare(
      'SELECT race.code FROM race JOIN campaign ON campaign.id = race.campaign_id WHERE campaign.slug = ? ORDER BY race.code',
    )
    .pluck()
    .all(slug);

/** The board of a page: what stands around it names an edition, whose fingerprint is not known before it is there. */
const boardOf = (page: string) => /<table role="table"[\s\S]*?<\/table>/.exec(page)?.[0] ?? page;

describe('choosing the town', () => {
  const search = async (q: string) =>
    (await world.administrator.get(`/bureau/campagnes/nouvelle?${new URLSearchParams({ q })}`)).body;

  test('an administrator finds any town of France without its accents, and tells homonyms apart', async () => {
    const page = await search('saint denis');
    expect(page).toContain('La Réunion (974)');
    expect(page).toContain('Seine-Saint-Denis (93)');
    expect(await search('evry courcouronnes')).toContain('Évry-Courcouronnes');
    expect(await search('35000')).toContain('Rennes');
  });

  test('a town that only an import knows is found too', async () => {
    expect(await search('port clair')).toContain('commune=99001');
  });

  test('the clock of a town overseas is proposed', async () => {
    const page = await world.administrator.get('/bureau/campagnes/nouvelle?commune=97411');
    expect(page.body).toMatch(/<option value="Indian\/Reunion" selected>/);
  });
});

describe('opening', () => {
  test('an administrator opens a draft: nothing of it is public, and the act is noted', async () => {
    const { answer, slug, settings } = await openCampaign(world.administrator, rennes);
    expect(answer.statusCode).toBe(303);
    expect(slug).toBe('rennes-2026');
    expect((await world.administrator.get(settings)).body).toContain('rien n’est public');
    expect((await world.stranger.get(`/${slug}`)).statusCode).toBe(404);
    expect((await world.stranger.get('/')).body).not.toContain('Rennes');
    expect(world.database.sql.prepare('SELECT action, subject FROM audit').all()).toEqual([
      { action: 'campaign-opened', subject: 'campaign rennes-2026' },
    ]);
  });

  test('the three towns vote as the law says for the date: by sector, or for the city and by sector', async () => {
    const lyon = await openCampaign(world.administrator, '69123', { election: 'municipales-2020' });
    expect(races(lyon.slug)).toHaveLength(9);
    const later = await openCampaign(world.administrator, '69123');
    expect(races(later.slug)).toHaveLength(10);
    const paris = await openCampaign(world.administrator, '75056', { scrutins: 'sectors' });
    expect(races(paris.slug)).toContain('75056SR20');
    expect(races(paris.slug)).not.toContain('75056SR02');
    expect(races((await openCampaign(world.administrator, rennes)).slug)).toEqual([rennes]);
  });

  test('what is missing comes back with every word, and says what to do', async () => {
    const { answer } = await openCampaign(world.administrator, rennes, {
      titre: 'Mon titre',
      election: 'autre',
      'premier-tour': '31/02/2027',
      adresse: 'Bureau !',
    });
    expect(answer.statusCode).toBe(422);
    for (const words of ['Mon titre', '31/02/2027', 'Bureau !', 'Donnez le jour du premier tour', 'petites lettres sans accent'])
      expect(answer.body).toContain(words);
  });

  test('an address that means something else, or is taken, is refused', async () => {
    for (const adresse of ['bureau', 'en', 'api', 'exemple'])
      expect((await openCampaign(world.administrator, rennes, { adresse })).answer.statusCode).toBe(422);
  });

  test('a form that was sent twice opens one campaign', async () => {
    const fields = { cle: 'ouvrir-une-seule-fois-01', titre: 'Une', election: 'municipales-2026', fuseau: 'Europe/Paris' };
    const url = `/bureau/campagnes/nouvelle?commune=${rennes}`;
    const [first, second] = [await world.administrator.post(url, fields), await world.administrator.post(url, fields)];
    expect(first.headers.location).toBe(second.headers.location);
    expect(world.database.sql.prepare("SELECT count(*) FROM campaign WHERE slug LIKE 'rennes%'").pluck().get()).toBe(1);
  });

  test('a campaign is copied to another town: letter, signatories and demands with their rules; no list, no position', async () => {
    const { slug, settings } = await openCampaign(world.administrator, rennes, { copie: 'exemple' });
    const page = (await world.administrator.get(settings)).body;
    expect(page).toContain('4\u00a0organisations');
    expect(page).toContain('Deux fois moins de caméras');
    expect(page).toContain('0\u00a0liste');
    const rules = world.database.sql
      .prepare(
        'SELECT rule_refuses FROM demand JOIN campaign ON campaign.id = campaign_id WHERE campaign.slug = ? ORDER BY number',
      )
      .pluck()
      .all(slug);
    expect(rules[0]).toBe('La liste dit qu’elle la poursuivra.');
  });

  test('only an administrator of the installation opens; an editor edits no settings; a stranger signs in first', async () => {
    expect((await world.reviewer.get('/bureau/campagnes/nouvelle')).statusCode).toBe(404);
    expect((await world.editor.get('/bureau/campagnes/exemple/reglages')).statusCode).toBe(404);
    expect((await world.stranger.get('/bureau/campagnes/nouvelle')).statusCode).toBe(303);
  });
});

describe('from nothing to a public page', () => {
  test('a campaign that has all it needs is previewed as it will be, then published', async () => {
    const { settings, slug } = await openCampaign(world.administrator, rennes);
    expect((await world.administrator.get(`${settings}/edition`)).body).toContain('Écrivez la lettre.');
    await complete(world.administrator, settings);
    const before = (await world.administrator.get(`${settings}/edition`)).body;
    expect(before).toContain('Publier la première édition');
    expect(before).not.toContain('À faire avant de publier');
    const preview = await world.administrator.get(`${settings}/edition/tableau`);
    const answer = await fill(world.administrator, `${settings}/edition`, {});
    expect(answer.headers.location).toBe(`/bureau/campagnes/${slug}?fait=edition`);
    const board = await world.stranger.get(`/${slug}`);
    expect(board.statusCode).toBe(200);
    expect(boardOf(preview.body)).toContain('AGIR ICI');
    expect(boardOf(board.body)).toBe(boardOf(preview.body));
    expect(preview.body).not.toContain('empreinte');
    const next = (await world.administrator.get(`/bureau/campagnes/${slug}`)).body;
    expect(next).toContain(`href="/bureau/campagnes/${slug}/sollicitations">Solliciter les listes`);
    expect(board.body).toContain('AGIR ICI');
    expect(board.body).toContain('Réduire les caméras');
    const page = (await world.stranger.get(`/${slug}/lettre`)).body;
    expect(page).toContain('<strong>une</strong>');
    expect(page).not.toContain('<script>alert');
    expect(page.indexOf('À bas bruit')).toBeLessThan(page.indexOf('Écologie locale'));
    expect(world.ledger.verify(slug).faults).toEqual([]);
  });

  test('what lacks a rule, or leaves a list out, is not published, and says where to go', async () => {
    const { settings, slug } = await openCampaign(world.administrator, rennes);
    await complete(world.administrator, settings);
    await fill(world.administrator, `${settings}/demandes/nouvelle`, {
      ...demand,
      titre: 'Sans règle',
      'titre-court': '',
      non: '',
    });
    await fill(world.administrator, `${settings}/listes`, { tour: '1', panneau: '3', liste: 'TARD VENUE' });
    const answer = await fill(world.administrator, `${settings}/edition`, {});
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('il manque une règle de codage');
    expect(answer.body).toContain('1\u00a0liste n’est dans aucun mouvement');
    expect(world.ledger.newestNumber(slug)).toBe(0);
  });

  test('a letter without a title or an end is kept all the same, and taken up later', async () => {
    const { settings } = await openCampaign(world.administrator, rennes);
    await fill(world.administrator, `${settings}/lettre`, { ...letter, titre: '', texte: 'Un début…' });
    expect((await world.administrator.get(`${settings}/lettre`)).body).toContain('Un début…');
    expect((await world.administrator.get(settings)).body).toContain('Il manque un titre.');
  });

  test('the preview of a letter shows what was typed, and keeps nothing', async () => {
    const { settings } = await openCampaign(world.administrator, rennes);
    const answer = await fill(world.administrator, `${settings}/lettre`, letter, `${settings}/lettre/apercu`);
    expect(answer.body).toContain('<strong>une</strong>');
    expect(answer.body).toMatch(/<textarea[^>]*>\nNous demandons \*\*une\*\* chose\./);
    expect((await world.administrator.get(`${settings}/lettre`)).body).not.toContain('Nous demandons');
  });
});
