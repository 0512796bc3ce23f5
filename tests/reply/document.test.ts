import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { openEvidence } from '../../src/positions/evidence.service.ts';
import { positionsRepository } from '../../src/positions/positions.repository.ts';
import { answerForm, linkFor } from '../support/answering.ts';
import { heavy, page, pdf, text } from '../support/documents.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let folder: string;
let link: ReturnType<typeof linkFor>;
let receipt: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parole-tenue-'));
  world = await openWorld({ DATA_DIR: folder });
  link = linkFor(world, 'cap-ensemble');
  receipt = (await world.stranger.post(`${link.path}/envoi`, answerForm())).headers.location ?? '';
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

function joinDocument(url: string, name: string, content: Buffer) {
  const boundary = '----document-de-liste';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="document"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return world.app.inject({ method: 'POST', url: `${url}/document`, headers, payload });
}
const long = (word: string) => Buffer.from(`${word}\n`.padEnd(700 * 1024, 'a'));
const waiting = () => positionsRepository(world.database).listPositions(1, ['submitted']);

test('a list joins a document to what it sent: it waits to be read with the position, and is public with it', async () => {
  const answer = await joinDocument(receipt, 'Programme signé.pdf', pdf());
  expect(answer.statusCode).toBe(303);
  expect((await world.stranger.get(answer.headers.location ?? '')).body).toContain('Document joint.');
  expect(waiting()).toHaveLength(1);
  expect(waiting()[0]?.sources[1]).toMatchObject({
    title: 'Document joint par la liste : Programme signé.pdf',
    evidence: { type: 'application/pdf', isPublic: true },
  });
  expect(waiting()[0]?.quote).toContain('Nous en retirerons la moitié');
});

test('the same document twice is joined once, and two are the most', async () => {
  await joinDocument(receipt, 'un.pdf', pdf());
  expect((await joinDocument(receipt, 'encore.pdf', pdf())).headers.location).toContain('trop-tard');
  await joinDocument(receipt, 'deux.txt', text());
  await joinDocument(receipt, 'trois.txt', Buffer.from('Un autre texte, sans rapport.\n'));
  expect(waiting()[0]?.sources).toHaveLength(3);
});

test('a link cannot fill the disk: what would be joined to nothing is not kept', async () => {
  for (let number = 1; number <= 6; number += 1)
    await joinDocument(receipt, 'texte.txt', Buffer.from(`Le texte numéro ${number}.\n`));
  const kept = readdirSync(join(folder, 'pieces'), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(kept).toHaveLength(2);
});

test('the links of a campaign fill their share and no more: it is said, the answer stays, and the desk still has room', async () => {
  await world.close();
  world = await openWorld({ DATA_DIR: folder, LINK_UPLOADS_MB: '1' });
  link = linkFor(world, 'cap-ensemble');
  receipt = (await world.stranger.post(`${link.path}/envoi`, answerForm())).headers.location ?? '';
  const desk = { campaignId: 1, personId: world.editor.id };
  await openEvidence(world.database, { DATA_DIR: folder }, systemClock).keep(desk, 'bureau.txt', long('bureau'));
  expect((await joinDocument(receipt, 'un.txt', long('un'))).statusCode).toBe(303);
  const answer = await joinDocument(receipt, 'deux.txt', long('deux'));
  expect([answer.statusCode, answer.body.includes('plus de place')]).toEqual([422, true]);
  expect(answer.body).toContain('Nous en retirerons la moitié');
  expect(waiting()[0]?.sources).toHaveLength(2);
  expect((await joinDocument(receipt, 'trois.txt', text())).headers.location).toContain('joint');
});

test.each([
  ['a page that says it is a PDF', page, 'ni un PDF, ni une image'],
  ['six megabytes', heavy, 'dépasse 5'],
  ['nothing', () => Buffer.alloc(0), 'vide'],
])('%s is not taken, and it is said why', async (_name, content, words) => {
  const answer = await joinDocument(receipt, 'tract.pdf', content());
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(words);
  expect(waiting()[0]?.sources).toHaveLength(1);
});

test('another list joins nothing to it, and neither does a closed link', async () => {
  const other = receipt.replace(link.path, linkFor(world, 'lune-rousse').path);
  expect((await joinDocument(other, 'un.pdf', pdf())).statusCode).toBe(404);
  world.pass(93 * 86_400);
  expect((await joinDocument(receipt, 'un.pdf', pdf())).statusCode).toBe(410);
  expect(waiting()[0]?.sources).toHaveLength(1);
});
