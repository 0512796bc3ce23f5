import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { campaignsRepository } from '../../src/campaigns/campaigns.repository.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { type EvidenceKeeper, openEvidence } from '../../src/positions/evidence.service.ts';
import { evidenceName } from '../../src/positions/evidence.ts';
import { heavy, jpeg, mail, page, pdf, png, text } from '../support/documents.ts';
import { seeded } from '../support/seeded.ts';

let folder: string;
let evidence: EvidenceKeeper;
let campaignId: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { database } = seeded('exemple');
  campaignId = campaignsRepository(database).findCampaign('exemple')?.id ?? 0;
  evidence = openEvidence(database, { DATA_DIR: folder }, systemClock);
});

const keep = (name: string, content: Buffer) => evidence.keep({ campaignId, personId: null }, name, content);
const stored = () =>
  readdirSync(join(folder, 'pieces'), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());

async function kept(name: string, content: Buffer) {
  const outcome = await keep(name, content);
  if ('refused' in outcome) throw new Error(`${name}: ${outcome.refused}`);
  return { ...outcome.kept, content: (await evidence.read(outcome.kept.sha256)) ?? Buffer.alloc(0) };
}

describe('a document is what it holds', () => {
  test.each([
    ['tract.pdf', pdf, 'application/pdf', 'tract.pdf'],
    ['réponse de la liste.eml', mail, 'message/rfc822', 'réponse de la liste.eml'],
    ['notes', text, 'text/plain', 'notes.txt'],
    ['photo.html', png, 'image/png', 'photo.png'],
  ])('%s', async (name, make, type, called) => {
    const content = await make();
    expect(await kept(name, content)).toMatchObject({ type, name: called });
  });

  test('what is no picture is kept to the byte', async () => {
    expect((await kept('tract.pdf', pdf())).content).toEqual(pdf());
    expect((await kept('courriel.eml', mail())).content).toEqual(mail());
  });

  test.each([
    ['a page that is called a PDF', page, 'unknown_type'],
    ['a drawing that can run scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknown_type'],
    ['a program', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0]), 'unknown_type'],
    ['an archive', () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'unknown_type'],
    ['half a picture', async () => (await png()).subarray(0, 60), 'broken'],
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['six megabytes', heavy, 'too_large'],
  ])('%s is refused, and nothing is stored', async (_name, make, refused) => {
    expect(await keep('tract.pdf', await make())).toEqual({ refused });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a picture says nothing of whoever took it', () => {
  test.each([
    ['photo.png', png],
    ['photo.jpg', jpeg],
  ])('%s', async (name, make) => {
    const original = await make();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const { content, sha256, bytes } = await kept(name, original);
    const { exif, xmp, iptc, orientation } = await sharp(content).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect(orientation ?? 1).toBe(1);
    for (const word of ['TelephoneDeTest', 'Camille Secrete']) expect(content.includes(word)).toBe(false);
    expect(bytes).toBe(content.length);
    expect(stored().map((file) => file.name)).toEqual([sha256]);
  });

  test('a picture taken sideways stands upright once its orientation is gone', async () => {
    const { content } = await kept('photo.jpg', await jpeg());
    expect(await sharp(content).metadata()).toMatchObject({ width: 20, height: 40 });
  });
});

test('the same document twice is one document, under its first name', async () => {
  const first = await kept('tract.pdf', pdf());
  expect(await kept('le même.pdf', pdf())).toEqual(first);
  expect(stored()).toHaveLength(1);
});

test('a document that was changed on disk is not given for the one that was kept', async () => {
  const { sha256 } = await kept('tract.pdf', pdf());
  const [file] = stored();
  const path = join(file?.parentPath ?? '', file?.name ?? '');
  writeFileSync(path, readFileSync(path).subarray(1));
  expect(await evidence.read(sha256)).toBeNull();
});

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\tracts\\Tract "n°1".pdf.exe', 'Tract n°1.pdf'],
  ['\u202efdp.exe', 'fdp.pdf'],
  ['', 'document.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['x'.repeat(300), `${'x'.repeat(100)}.pdf`],
])('a name that came as %j is kept as %j', (given, name) => expect(evidenceName(given, 'application/pdf')).toBe(name));
