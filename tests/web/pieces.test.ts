import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { campaignsRepository } from '../../src/campaigns/campaigns.repository.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { openEvidence } from '../../src/positions/evidence.service.ts';
import type { Evidence } from '../../src/positions/evidence.ts';
import { pdf } from '../support/documents.ts';
import { position } from '../support/town.ts';
import { campaign, openWorld, type World } from '../support/world.ts';

let world: World;
let document: Evidence;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  world = await openWorld({ DATA_DIR: folder });
  onTestFinished(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });
  const campaignId = campaignsRepository(world.database).findCampaign(campaign)?.id ?? 0;
  const keeper = openEvidence(world.database, { DATA_DIR: folder }, systemClock);
  const outcome = await keeper.keep({ campaignId, personId: null }, 'Réponse signée.pdf', pdf());
  if ('refused' in outcome) throw new Error(outcome.refused);
  document = outcome.kept;
});

const read = (headers: Record<string, string> = {}) => world.app.inject({ url: `/pieces/${document.sha256}`, headers });

function publish() {
  const { sha256, name, type, bytes } = document;
  const sources = [
    { url: null, title: 'Réponse', publisher: 'La liste', publishedOn: '2020-03-09', evidence: { sha256, name, type, bytes } },
  ];
  return world.publishing.publish(campaign, [position({ movement: 'demain-les-phares', demand: 'moins-de-cameras', sources })]);
}

test('a stranger cannot read a document that no edition names', async () => {
  expect((await read()).statusCode).toBe(404);
});

test('a published document is given to be kept, byte for byte, and can do nothing in a browser', async () => {
  publish();
  const { statusCode, headers, rawPayload } = await read();
  expect(statusCode).toBe(200);
  expect(rawPayload).toEqual(pdf());
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="Reponse signee.pdf"; filename*=UTF-8''R%C3%A9ponse%20sign%C3%A9e.pdf`,
  });
  expect(headers['set-cookie']).toBeUndefined();
  expect((await read({ 'if-none-match': `"${document.sha256}"` })).statusCode).toBe(304);
});

test('the page of the answer leads to it, and says what it is, how heavy, and what to save it as', async () => {
  publish();
  const { body } = await world.stranger.get(`/${campaign}/mouvements/demain-les-phares/moins-de-cameras`);
  expect(body).toContain(`href="/pieces/${document.sha256}" download="Réponse signée.pdf"`);
  expect(body).toContain('Copie archivée (PDF, 1\u00a0ko)');
});

test('once its entry is redacted by law, its document can no longer be read', async () => {
  const { number } = publish();
  world.ledger.redact(campaign, `${number}.1`, 'Ordonnance du tribunal.', '2026-11-24T10:00:00Z');
  expect((await read()).statusCode).toBe(404);
  expect(world.ledger.verify(campaign).faults).toEqual([]);
});

test.each(['..%2f..%2fparole-tenue.sqlite', 'A'.repeat(64), 'x', ''])('nothing else is under that address: %j', async (name) => {
  expect((await world.app.inject({ url: `/pieces/${name}` })).statusCode).toBe(404);
});
