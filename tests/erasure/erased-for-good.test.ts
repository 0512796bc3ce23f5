import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { campaignsRepository } from '../../src/campaigns/campaigns.repository.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import { finishErasures } from '../../src/erasure/finishing.service.ts';
import { openEvidence } from '../../src/positions/evidence.service.ts';
import type { Evidence } from '../../src/positions/evidence.ts';
import { pdf, text } from '../support/documents.ts';
import { erase, erasingPage, orderForm, sendOrder } from '../support/erasing.ts';
import { temporaryFolder } from '../support/migrations.ts';
import { freeCell, type Steps, stepsOf, takenCell } from '../support/position-steps.ts';
import { type Actor, campaign, openWorld, positionForm, type World } from '../support/world.ts';

let folder: string;
let world: World;
let steps: Steps;
const subject = 'demain-les-phares/moins-de-cameras';
const file = () => join(folder, 'parole-tenue.sqlite');
const piece = ({ sha256 }: Pick<Evidence, 'sha256'>) => join(folder, 'pieces', sha256.slice(0, 2), sha256);
const scrubbed = () => world.database.sql.prepare('SELECT scrubbed_at FROM erasure').pluck().all();

beforeEach(async () => {
  folder = temporaryFolder();
  world = await openWorld({ DATA_DIR: folder }, undefined, file());
  steps = stepsOf(world);
  onTestFinished(async () => {
    await world.close();
    world.database.sql.close();
  });
});

/** The files of the database in which these words can be read with any editor. */
function filesHolding(words: string): string[] {
  return readdirSync(folder).filter(
    (name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes(words),
  );
}

async function bring(content: Buffer, slug = campaign): Promise<Evidence> {
  const campaignId = campaignsRepository(world.database).findCampaign(slug)?.id ?? 0;
  const keeper = openEvidence(world.database, { DATA_DIR: folder }, world.clock);
  const outcome = await keeper.keep({ campaignId, personId: world.editor.id }, 'Courriel scanné.pdf', content);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.kept;
}

async function publish(who: Actor, document: Evidence | null, over: Record<string, string> = {}): Promise<number> {
  const named: Record<string, string> = document ? { 'piece-1': document.sha256, 'public-1': 'oui' } : {};
  const id = await steps.enter(who, { quote: 'Nous retirerons le zibeline-citation.', ...named, ...over });
  await steps.approve(world.reviewer, id);
  return id;
}

describe('after an order', () => {
  test('the words are in no page of the database file nor of its journal, not even those of an earlier saving', async () => {
    const id = await steps.enter(world.editor, { quote: 'Le zibeline-premier jet.', suite: 'garder' });
    const again = positionForm({ ...freeCell, quote: 'Le zibeline-second jet.', version: steps.version(id) });
    await world.editor.post(`/bureau/positions/${id}`, again);
    await steps.approve(world.reviewer, id);
    expect(filesHolding('zibeline-second').length).toBeGreaterThan(0);
    await erase(world.administrator, subject);
    expect(filesHolding('zibeline')).toEqual([]);
    expect(scrubbed()).toEqual([expect.any(String)]);
    expect(world.database.sql.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('nor where an older program, which overwrote nothing, left them in free pages', async () => {
    world.database.sql.pragma('secure_delete = OFF');
    const long = 'Le zibeline-ancien est une longue citation. '.repeat(200);
    const id = await steps.enter(world.editor, { quote: long, suite: 'garder' });
    await world.editor.post(`/bureau/positions/${id}`, positionForm({ ...freeCell, version: steps.version(id) }));
    await steps.approve(world.reviewer, id);
    world.database.sql.pragma('wal_checkpoint(TRUNCATE)');
    expect(filesHolding('zibeline-ancien')).toEqual(['parole-tenue.sqlite']);
    await erase(world.administrator, subject);
    expect(filesHolding('zibeline-ancien')).toEqual([]);
  });

  test('a document that nothing else names is deleted, with its row; it is no more found at the desk nor in public', async () => {
    const document = await bring(pdf());
    await publish(world.editor, document);
    expect((await world.stranger.get(`/pieces/${document.sha256}`)).statusCode).toBe(200);
    expect(await erasingPage(world.administrator, subject)).toContain('<li>1\u00a0document</li>');
    writeFileSync(`${piece(document)}.left-by-a-crash`, 'half of it');
    await erase(world.administrator, subject);
    expect(readdirSync(dirname(piece(document)))).toEqual([]);
    expect(world.database.sql.prepare('SELECT count(*) FROM evidence').pluck().get()).toBe(0);
    for (const url of [`/pieces/${document.sha256}`, `/bureau/campagnes/${campaign}/pieces/${document.sha256}`])
      expect((await world.administrator.get(url)).statusCode).toBe(404);
    expect((await world.administrator.get(`/bureau/campagnes/${campaign}/journal`)).body).not.toContain(
      `pieces/${document.sha256}`,
    );
  });

  test('one that someone joined and never made public goes too', async () => {
    const document = await bring(text());
    await publish(world.editor, document, { 'public-1': '' });
    await erase(world.administrator, subject);
    expect(existsSync(piece(document))).toBe(false);
  });

  test.each([
    ['another published position', async (document: Evidence) => void (await publish(world.otherEditor, document, otherCell()))],
    [
      'a draft that nobody has submitted',
      async (document: Evidence) =>
        void (await steps.enter(world.otherEditor, { ...otherCell(), 'piece-1': document.sha256, suite: 'garder' })),
    ],
    ['another campaign', async () => void (await bring(pdf(), anotherCampaign()))],
  ])('one that %s names stays, and can still be read there', async (_name, name) => {
    const document = await bring(pdf());
    await publish(world.editor, document);
    await name(document);
    expect(await erasingPage(world.administrator, subject)).toContain('1\u00a0document reste');
    await erase(world.administrator, subject);
    expect(existsSync(piece(document))).toBe(true);
    expect(filesHolding('zibeline-citation').length > 0).toBe(_name === 'another published position');
  });

  test('the copies that migrations left beside the database are named: someone deletes them', async () => {
    writeFileSync(`${file()}.before-migration-2026-11-01T00-00-00-000Z`, 'everything');
    await publish(world.editor, null);
    expect(await erasingPage(world.administrator, subject)).toContain('before-migration-2026-11-01');
  });
});

describe('nothing is lost on the way', () => {
  test('a crash before the file is deleted: the next start deletes it', async () => {
    const document = await bring(pdf());
    await publish(world.editor, document);
    const folderOf = dirname(piece(document));
    const kept = readFileSync(piece(document));
    await erase(world.administrator, subject);
    world.database.sql.exec('UPDATE erased_document SET removed_at = NULL; UPDATE erasure SET scrubbed_at = NULL');
    mkdirSync(folderOf, { recursive: true });
    writeFileSync(piece(document), kept);
    finishErasures(world.database, { DATA_DIR: folder }, world.clock);
    expect(existsSync(piece(document))).toBe(false);
    expect(scrubbed()).toEqual([expect.any(String)]);
  });

  test('a document that someone brings again is theirs: it stays', async () => {
    const document = await bring(pdf());
    await publish(world.editor, document);
    await erase(world.administrator, subject);
    world.database.sql.exec('UPDATE erased_document SET removed_at = NULL');
    await bring(pdf());
    finishErasures(world.database, { DATA_DIR: folder }, world.clock);
    expect(existsSync(piece(document))).toBe(true);
  });

  test('while another process reads the database the order is carried out, and the page says what is left to do', async () => {
    await publish(world.editor, null);
    const form = await orderForm(world.administrator, subject);
    world.database.sql.pragma('busy_timeout = 50');
    const reader = openDatabase(file(), { readonly: true });
    reader.sql.exec('BEGIN');
    reader.sql.prepare('SELECT count(*) FROM position').get();
    expect((await sendOrder(world.administrator, form)).statusCode).toBe(303);
    expect(await erasingPage(world.administrator, subject)).toContain('n’a pas encore pu être nettoyé');
    expect(scrubbed()).toEqual([null]);
    reader.sql.exec('COMMIT');
    reader.sql.close();
    finishErasures(world.database, { DATA_DIR: folder }, world.clock);
    expect([filesHolding('zibeline'), scrubbed()]).toEqual([[], [expect.any(String)]]);
    expect(await erasingPage(world.administrator, subject)).not.toContain('n’a pas encore pu être nettoyé');
  });

  test('a server that starts again finds it all as it was left', async () => {
    const id = await publish(world.editor, await bring(pdf()));
    await erase(world.administrator, subject);
    const database = openDatabase(file());
    const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: folder }), database, world.clock);
    const page = await app.inject({ url: `/bureau/positions/${id}`, headers: { cookie: world.administrator.cookie } });
    expect([page.statusCode, page.body.includes('Texte effacé')]).toEqual([200, true]);
    await app.close();
    database.sql.close();
  });
});

test('every column that refers to a document is asked before one is deleted: a table that comes later is not forgotten', async () => {
  const document = await bring(pdf());
  await publish(world.editor, document);
  world.database.sql.exec('CREATE TABLE later (id INTEGER PRIMARY KEY, proof INTEGER REFERENCES evidence (id)) STRICT');
  world.database.sql.exec('INSERT INTO later (proof) SELECT id FROM evidence');
  await erase(world.administrator, subject);
  expect(existsSync(piece(document))).toBe(true);
});

function otherCell(): Record<string, string> {
  const slugs = world.database.sql.prepare('SELECT slug FROM demand').pluck().all();
  return { ...freeCell, demande: String(slugs.find((slug) => slug !== takenCell.demande)) };
}

function anotherCampaign(): string {
  const campaigns = world.database.sql;
  campaigns.exec(`INSERT INTO campaign (slug, title, town, election_id, commune_code, time_zone, fictional, created_at)
    SELECT 'ailleurs', 'Ailleurs', town, election_id, commune_code, time_zone, 1, created_at FROM campaign`);
  return 'ailleurs';
}
