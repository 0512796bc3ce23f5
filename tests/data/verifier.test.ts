import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  canonical,
  describe as describeReport,
  readPin,
  readRegister,
  sha256,
  verifyRegister,
} from '../../public/js/verifier.js';
import { readySentence } from '../../src/standings/citations/reference.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { run } from '../support/process.ts';
import { alterations, type Register, registerShape, rehashed } from '../support/register.ts';
import { town, townServer } from '../support/town.ts';

const { app, ledger } = await townServer();
ledger.redact(town, '1.27', 'Décision de justice.', '2020-03-15T10:00:00Z');
ledger.publish(
  town,
  [
    {
      kind: 'movement',
      subject: 'horizon',
      payload: { slug: 'horizon', name: 'Horizon', leader: 'Lou Roux' },
      reason: 'Son nom.',
    },
  ],
  { publishedAt: '2020-03-16T10:00:00Z' },
);
const state = openStandings(ledger).find(town);
if (!state) throw new Error('the town is published');
const text = (await app.inject(`/${town}/registre.json`)).body;
const register = registerShape.parse(JSON.parse(text));
const newest = register.editions.at(-1);
const pin = { edition: newest?.number ?? 0, hash: newest?.hash ?? '' };
afterAll(() => app.close());

describe('the stand-alone verifier', () => {
  test('agrees with the SHA-256 and the canonical JSON of established libraries', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (any) => sha256(any) === createHash('sha256').update(any).digest('hex'),
      ),
    );
    fc.assert(fc.property(fc.jsonValue(), (any) => canonical(any) === canonicalize(any)));
  });

  test('finds that an honest register holds, redaction included, and gives the fingerprint the site gives', () => {
    expect(verifyRegister(register, [pin])).toEqual({
      ...{ editions: 4, entries: register.editions.flatMap(({ entries }) => entries).length, redacted: 1 },
      ...{ redactedSince: null, fingerprint: ledger.verify(town).fingerprint, faults: [] },
    });
  });

  test('catches 300 of 300 random alterations when one fingerprint is known from elsewhere', () => {
    let altered = 0;
    fc.assert(
      fc.property(fc.constantFrom(...alterations), fc.infiniteStream(fc.nat()), fc.boolean(), (alteration, dice, rehash) => {
        const changed = alteration.alter(structuredClone(register), () => dice.next().value ?? 0);
        const given = rehash ? rehashed(changed) : changed;
        fc.pre(JSON.stringify(given) !== JSON.stringify(register));
        altered++;
        expect(isCaught(given, [pin]), `${alteration.name}${rehash ? ', re-hashed to the end' : ''}`).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(altered).toBe(300);
  });

  test('a register re-hashed to its end holds by itself: only the fingerprint from elsewhere betrays it', () => {
    const forged: Register = structuredClone(register);
    const entry = forged.editions[0]?.entries[0];
    if (entry) entry.reason = 'Réécrit.';
    const whole = rehashed(forged);
    expect(verifyRegister(whole).faults).toEqual([]);
    expect(verifyRegister(whole, [pin]).faults.map(({ kind }) => kind)).toEqual(['pin_differs']);
  });

  test('takes the beginning of a fingerprint, as a printed sentence has it, and says that it compared no more', () => {
    const short = readPin(`${pin.edition}:${pin.hash.slice(0, 12)}`);
    if (!short) throw new Error('twelve signs are enough');
    expect(verifyRegister(register, [short]).faults).toEqual([]);
    expect(describeReport(register, verifyRegister(register, [short]), [short]).join(' ')).toContain('12 signes sur 64');
    const forged = rehashed({ ...structuredClone(register), campaign: 'autre' });
    expect(verifyRegister(forged, [short]).faults.map(({ kind }) => kind)).toContain('pin_differs');
    for (const language of ['fr', 'en'] as const) {
      const page = { state, language, about: {}, url: `https://parole.example/${town}/editions/${pin.edition}` };
      expect(readPin(readySentence(page))).toEqual(short);
    }
    expect([readPin('3:012ab2'), readPin('3:'), readPin('empreinte')]).toEqual([null, null, null]);
  });

  test.each([[null], [3], [[]], [{}], [{ editions: [] }], [{ editions: 'none' }]])(
    'does not take %j for a register that holds',
    (given) => expect(verifyRegister(given).faults).not.toEqual([]),
  );
});

describe('from the command line, by itself in a folder', () => {
  let folder: string;
  const verifier = fileURLToPath(new URL('../../public/js/verifier.js', import.meta.url));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parole-tenue-verifier-'));
    await writeFile(join(folder, 'registre.json'), text);
    await writeFile(join(folder, 'faux.json'), text.replace('Nous contestons.', 'Nous approuvons.'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('ends with 0 when all holds, 1 when it does not, 2 when it was asked wrongly', async () => {
    const good = await run(process.execPath, [verifier, join(folder, 'registre.json'), '--pin', `${pin.edition}:${pin.hash}`]);
    expect([good.code, good.out]).toEqual([0, expect.stringContaining('Le registre tient')]);
    const bad = await run(process.execPath, [verifier, join(folder, 'faux.json'), '--lang', 'en']);
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('its content was changed')]);
    const pinned = await run(process.execPath, [verifier, join(folder, 'registre.json'), '--pin', `1:${'0'.repeat(64)}`]);
    expect([pinned.code, pinned.out]).toEqual([1, expect.stringContaining('n’est pas celle qui a été notée ailleurs')]);
    expect((await run(process.execPath, [verifier])).code).toBe(2);
    expect((await run(process.execPath, [verifier, verifier])).code).toBe(1);
  });
});

describe('the register as of an edition that a later one redacted', async () => {
  const old = registerShape.parse((await app.inject(`/${town}/editions/2/registre.json`)).json());
  const [pinOfTwo, pinOfThree] = register.editions.slice(1, 3).map(({ number, hash }) => ({ edition: number, hash }));
  if (!pinOfTwo || !pinOfThree) throw new Error('the town has four editions');
  const proof = { entries: ['1.27'], by: [3], proof: pinOfThree };

  test('holds, and says which edition redacted what, and which fingerprint vouches for that', () => {
    expect(verifyRegister(old, [pinOfTwo])).toMatchObject({ faults: [], redactedSince: { ...proof, confirmed: false } });
    expect(verifyRegister(old, [pinOfTwo, pinOfThree])).toMatchObject({
      faults: [],
      redactedSince: { ...proof, confirmed: true },
    });
    expect(describeReport(old, verifyRegister(old, [pinOfTwo]), [pinOfTwo]).slice(-2)).toEqual([
      'Une de ces entrées a été masquée depuis, par l’édition 3.',
      `Pour le confirmer, comparez aussi l’empreinte de l’édition qui l’annonce\u00a0: 3:${pinOfThree.hash}`,
    ]);
  });

  test('goes on to the redaction and no further, and shows nothing of what was published after', () => {
    expect(old.since?.map(({ number }) => number)).toEqual([3]);
    expect(old.since?.flatMap(({ entries }) => entries).some((entry) => 'payload' in entry)).toBe(false);
    expect(register.since).toBeUndefined();
  });

  test('the archive of that edition holds the same', async () => {
    const archive = (await app.inject(`/${town}/editions/2/donnees.zip`)).rawPayload;
    expect(registerShape.parse(await readRegister(new Uint8Array(archive)))).toEqual(old);
  });

  test.each<[string, (forged: Register) => void]>([
    ['its announcement dropped', (forged) => (forged.since = undefined)],
    ['its reason changed', (forged) => Object.assign(forged.since?.[0]?.entries[0] ?? {}, { reason: 'Autre.' })],
    ['another entry emptied with it', (forged) => Object.assign(forged.editions[0]?.entries[2] ?? {}, { payload: null })],
    ['it names another entry', (forged) => Object.assign(forged.since?.[0]?.entries[0] ?? {}, { subject: '1.3' })],
  ])('is caught with %s', (_name, forge) => {
    const forged = structuredClone(old);
    forge(forged);
    expect(verifyRegister(forged, [pinOfTwo]).faults).not.toEqual([]);
  });

  test('catches 300 of 300 random alterations, with the fingerprints of both editions', () => {
    fc.assert(
      fc.property(fc.constantFrom(...alterations), fc.infiniteStream(fc.nat()), fc.boolean(), (alteration, dice, rehash) => {
        const changed = alteration.alter(structuredClone(old), () => dice.next().value ?? 0);
        const given = rehash ? { ...rehashed(changed), since: changed.since } : changed;
        fc.pre(JSON.stringify(given) !== JSON.stringify(old));
        expect(isCaught(given, [pinOfTwo, pinOfThree]), alteration.name).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** A fault, or a redaction that is shown as not vouched for. */
function isCaught(given: unknown, pins: { edition: number; hash: string }[]): boolean {
  const { faults, redactedSince } = verifyRegister(given, pins);
  return faults.length > 0 || redactedSince?.confirmed === false;
}

test('an old edition’s register is the start of today’s', async () => {
  const old = registerShape.parse((await app.inject(`/${town}/editions/3/registre.json`)).json());
  expect(old).toEqual({ ...register, editions: register.editions.slice(0, 3) });
  expect(await readRegister(Buffer.from(text))).toEqual(JSON.parse(text));
});
