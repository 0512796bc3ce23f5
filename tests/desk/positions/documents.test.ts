import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { heavy, mail, page, pdf, png } from '../../support/documents.ts';
import { sendFile } from '../../support/form-data.ts';
import { freeCell, type Steps, stepsOf } from '../../support/position-steps.ts';
import { type Actor, campaign, openWorld, positionForm, type World } from '../../support/world.ts';

let folder: string;
let world: World;
let steps: Steps;
const at = `/bureau/campagnes/${campaign}`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  world = await openWorld({ DATA_DIR: folder });
  steps = stepsOf(world);
  onTestFinished(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });
});

const json = 'application/json';
const upload = (who: Actor, name: string, content: Buffer) =>
  sendFile(world.app, who, `${at}/pieces`, {}, { name, content }, json);
const stored = () => (existsSync(join(folder, 'pieces')) ? readdirSync(join(folder, 'pieces'), { recursive: true }) : []);

describe('a document that is dropped on the form', () => {
  test('is kept at once, read back at the desk, and public only with its position', async () => {
    const answer = await upload(world.editor, 'Réponse.pdf', pdf());
    const { sha256, href, label, isPublic } = answer.json();
    expect([label, isPublic]).toEqual(['Réponse.pdf (PDF, 1\u00a0ko)', true]);
    const { headers, rawPayload } = await world.reviewer.get(href);
    expect(rawPayload).toEqual(pdf());
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect((await world.stranger.get(`/pieces/${sha256}`)).statusCode).toBe(404);
    const id = await steps.enter(world.editor, { 'piece-1': sha256, 'public-1': 'oui' });
    expect((await world.stranger.get(`/pieces/${sha256}`)).statusCode).toBe(404);
    await steps.approve(world.reviewer, id);
    expect((await world.stranger.get(`/pieces/${sha256}`)).rawPayload).toEqual(pdf());
  });

  test('stays at the desk when nobody says that it is public: an e-mail, by itself, does', async () => {
    const { sha256, isPublic } = (await upload(world.editor, 'réponse.eml', mail())).json();
    expect(isPublic).toBe(false);
    await steps.approve(world.reviewer, await steps.enter(world.editor, { 'piece-1': sha256 }));
    expect((await world.stranger.get(`/pieces/${sha256}`)).statusCode).toBe(404);
    expect(await steps.publicCell(freeCell)).not.toContain(sha256);
    expect((await world.reviewer.get(`${at}/pieces/${sha256}`)).rawPayload).toEqual(mail());
  });

  test.each([
    ['a page that is called a PDF', page, 'D’après son contenu'],
    ['six megabytes', heavy, 'dépasse 5 Mo'],
    ['nothing', () => Buffer.alloc(0), 'vide'],
  ])('%s is refused in words, and nothing is stored', async (_name, make, words) => {
    const answer = await upload(world.editor, 'tract.pdf', make());
    expect([answer.statusCode, answer.json().text]).toEqual([422, expect.stringContaining(words)]);
    expect(stored()).toEqual([]);
  });

  test('is refused to whoever has no part in the campaign, before it is written anywhere', async () => {
    expect((await upload(world.outsider, 'tract.pdf', pdf())).statusCode).toBe(404);
    expect(stored()).toEqual([]);
    const { sha256 } = (await upload(world.editor, 'tract.pdf', pdf())).json();
    expect((await world.outsider.get(`${at}/pieces/${sha256}`)).statusCode).toBe(404);
    expect((await world.stranger.get(`${at}/pieces/${sha256}`)).statusCode).toBe(303);
  });
});

describe('without a script, the document comes with the form', () => {
  const save = (over: Record<string, string>, name: string, content: Buffer) =>
    sendFile(world.app, world.editor, `${at}/positions`, positionForm({ ...freeCell, ...over }), { name, content });

  test('it goes to the first source, and its picture says nothing of whoever took it', async () => {
    const answer = await save({ suite: 'garder' }, 'photo.png', await png());
    expect(answer.statusCode).toBe(303);
    const { body } = await world.editor.get(`/bureau/positions/${steps.idIn(answer.headers.location)}`);
    expect(body).toContain('photo.png (image, 1\u00a0ko)');
    expect(body).toMatch(/name="piece-1" value="[0-9a-f]{64}"/);
    expect(body).toMatch(/name="public-1" value="oui" checked/);
  });

  test('one that is not taken is said beside its field, and no word of the form is lost', async () => {
    const answer = await save({ quote: 'Des mots à ne pas perdre.' }, 'tract.pdf', page());
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#document-1"');
    expect(answer.body).toContain('Des mots à ne pas perdre.');
  });

  test('a name of a document that nobody kept is no document', async () => {
    const answer = await world.editor.post(`${at}/positions`, positionForm({ ...freeCell, 'piece-1': 'a'.repeat(64) }));
    expect([answer.statusCode, answer.body.includes('n’a pas été gardé')]).toEqual([422, true]);
  });
});
