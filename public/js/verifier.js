/*
 * Checks a register of Parole tenue by itself: one file, no dependency, nothing is sent anywhere.
 *
 *   node verifier.mjs registre.json --pin 12:4f…        (or the whole .zip; Node 18 or newer)
 *
 * Each edition's fingerprint covers the one before it and every entry, so a register cannot be changed in one place alone. Whoever
 * rewrites it to its end gets other fingerprints: compare one that you found elsewhere (a printed page, a message, an archive) with --pin.
 * The same file works in a browser, on the page of the register.
 */

const genesis = '0'.repeat(64);

/** SHA-256 (FIPS 180-4) of UTF-8 text, in hexadecimal. Written out, because browsers give theirs over HTTPS alone. */
export function sha256(text) {
  return sha256Bytes(new TextEncoder().encode(text));
}

export function sha256Bytes(bytes) {
  const blocks = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(blocks.length - 4, (bytes.length << 3) >>> 0);
  const state = Uint32Array.from(initial);
  for (let at = 0; at < blocks.length; at += 64) addBlock(state, view, at);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

const primes = firstPrimes(64);
const fraction = (value) => ((value - Math.floor(value)) * 0x100000000) >>> 0;
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count) {
  const found = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}

const words = new Uint32Array(64);
const turn = (word, by) => (word >>> by) | (word << (32 - by));

function addBlock(state, view, at) {
  for (let index = 0; index < 16; index++) words[index] = view.getUint32(at + index * 4);
  for (let index = 16; index < 64; index++) {
    const before = words[index - 15];
    const near = words[index - 2];
    const s0 = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
    const s1 = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
    words[index] = words[index - 16] + s0 + words[index - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let index = 0; index < 64; index++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + constants[index] + words[index]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] += word;
}

/** RFC 8785: keys in the order of their UTF-16 code units, numbers and strings as ECMAScript writes them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/**
 * Recomputes a register: `{campaign, editions: [{number, publishedAt, note, previousHash, hash, entries: […]}], since?}`. Pins are
 * `{edition, hash}`. Gives what was counted, the newest fingerprint, and every fault.
 *
 * A register as of an old edition is empty where a later one redacted it. `since` then holds the editions from there to the redaction,
 * their entries by their hashes alone. `redactedSince` says what was redacted after that edition, or after the newest pin: a pin
 * vouches for nothing that came later, and someone may pretend a redaction there.
 */
export function verifyRegister(register, pins = []) {
  const isRegister = register && Array.isArray(register.editions) && register.editions.length > 0;
  const { campaign, editions, since } = isRegister ? register : { editions: [] };
  const later = Array.isArray(since) ? since : [];
  const all = [...editions, ...later];
  const entries = editions.flatMap(entriesOf);
  const redactions = new Map(redactionsIn(all));
  const faults = all.flatMap((edition, index) => [
    ...placeFaults(edition, all[index - 1]),
    ...contentFaults(campaign, edition, redactions, index >= editions.length),
  ]);
  for (const pin of pins) {
    const edition = all.find(({ number }) => number === pin.edition);
    if (!edition) faults.push({ edition: pin.edition, kind: 'pin_missing', entry: null });
    else if (!beginsWith(edition.hash, pin)) faults.push({ edition: pin.edition, kind: 'pin_differs', entry: null });
  }
  return {
    editions: editions.length,
    entries: entries.length,
    redacted: entries.filter(isEmpty).length,
    redactedSince: redactedSince(editions, all, pins),
    fingerprint: isRegister ? String(editions[editions.length - 1].hash) : genesis,
    faults: isRegister ? faults : [...faults, { edition: 0, kind: 'unreadable', entry: null }],
  };
}

/** A printed sentence holds the beginning of a fingerprint, which is compared as far as it goes. */
const beginsWith = (hash, pin) => String(hash).startsWith(pin.hash);

/** What was redacted after these editions or after the newest pin, and whether a pin vouches for it; null when nothing was. */
function redactedSince(editions, all, pins) {
  if (editions.length === 0) return null;
  const newestPin = Math.max(0, ...pins.map(({ edition }) => edition));
  const asOf = editions[editions.length - 1].number;
  const from = pins.length > 0 ? Math.min(asOf, newestPin) : asOf;
  const redactions = new Map(redactionsIn(all.filter(({ number }) => number > from)));
  const entries = editions.flatMap((edition) => {
    const addresses = entriesOf(edition).map((entry, index) => (isEmpty(entry) ? `${edition.number}.${index + 1}` : ''));
    return addresses.filter((address) => redactions.has(address));
  });
  if (entries.length === 0) return null;
  const by = [...new Set(entries.map((address) => redactions.get(address)))].sort((a, b) => a - b);
  const last = all.find(({ number }) => number === by[by.length - 1]);
  return { entries, by, proof: { edition: last.number, hash: String(last.hash) }, confirmed: newestPin >= last.number };
}

/** Which edition redacts which entry. */
function redactionsIn(editions) {
  return editions.flatMap((edition) =>
    entriesOf(edition).flatMap(({ kind, subject }) => (kind === 'redaction' ? [[subject, edition.number]] : [])),
  );
}

const isEmpty = ({ payload }) => payload === null || payload === undefined;

function entriesOf(edition) {
  return edition && Array.isArray(edition.entries) ? edition.entries : [];
}

function placeFaults(edition, before) {
  const faults = [];
  const expected = (before ? before.number : 0) + 1;
  if (edition.number !== expected) faults.push({ edition: edition.number, kind: 'edition_missing', entry: null });
  const previous = before ? before.hash : genesis;
  if (edition.previousHash !== previous) faults.push({ edition: edition.number, kind: 'does_not_follow', entry: null });
  return faults;
}

function contentFaults(campaign, edition, redactions, isSealed) {
  const entries = entriesOf(edition);
  const faults = entries.length === 0 ? [{ edition: edition.number, kind: 'empty', entry: null }] : [];
  for (const [index, entry] of entries.entries()) {
    const address = `${edition.number}.${index + 1}`;
    const mayBeEmpty = isSealed || (redactions.has(address) && !structural.includes(entry.kind));
    const kind = entryFault(entry, index, mayBeEmpty);
    if (kind) faults.push({ edition: edition.number, kind, entry: address });
  }
  if (editionHash(campaign, edition, entries) !== edition.hash) {
    faults.push({ edition: edition.number, kind: 'contents_changed', entry: null });
  }
  return faults;
}

/** Kinds that are never redacted: they hold no one's words, and an emptied withdrawal would bring back what it took away. */
const structural = ['campaign', 'withdrawal', 'redaction'];

function entryFault(entry, index, mayBeEmpty) {
  if (entry.ordinal !== index + 1) return 'entry_missing';
  if (isEmpty(entry)) return mayBeEmpty ? null : 'payload_gone';
  return sha256(canonical(entry.payload)) === entry.payloadHash ? null : 'payload_changed';
}

function editionHash(campaign, { number, publishedAt, note, previousHash }, entries) {
  const hashed = entries.map(({ kind, subject, payloadHash, corrects = null, reason = null }) => ({
    kind,
    subject,
    payloadHash,
    corrects,
    reason,
  }));
  const header = { campaign, number, publishedAt, note, previousHash, entries: hashed };
  return sha256(canonical(JSON.parse(JSON.stringify(header))));
}

/** `12:4f…`, or `marseille-2020:12:4f…`, with twelve signs of the fingerprint at least, or a sentence that cites it; null when it is none. */
export function readPin(text) {
  const said = String(text).trim();
  const [, edition, hash] = typed.exec(said) ?? cited.exec(said) ?? [];
  return hash ? { edition: Number(edition), hash: hash.toLowerCase() } : null;
}

const typed = /^(?:[a-z0-9-]+:)?([1-9]\d*):([0-9a-f]{12,64})…?$/i;
/** A whole citation of a page, pasted: « édition 12, empreinte 4f… ». */
const cited = /^.*[ée]dition\s+([1-9]\d*)\b.*?\b([0-9a-f]{12}(?:[0-9a-f]{52})?)\b/isu;

/** The register in a file that was downloaded: the JSON itself, or the package that holds it as `registre.json`. */
export async function readRegister(bytes) {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const json = isZip ? await fileInZip(bytes, 'registre.json') : bytes;
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
}

/** One file out of a ZIP, by its central directory. */
async function fileInZip(bytes, wanted) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error('not a ZIP');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (name === wanted || name.endsWith(`/${wanted}`)) return unpacked(bytes, view, at);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  throw new Error(`no ${wanted}`);
}

async function unpacked(bytes, view, at) {
  const local = view.getUint32(at + 42, true);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
  if (view.getUint16(at + 10, true) === 0) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const messages = {
  fr: {
    unreadable: 'ce fichier n’est pas un registre',
    edition_missing: 'une édition manque juste avant celle-ci',
    does_not_follow: 'elle ne suit pas celle d’avant (l’une des deux a été réécrite, ou une autre se trouvait entre elles)',
    empty: 'elle ne contient plus rien',
    entry_missing: 'une de ses entrées a été retirée ou déplacée',
    payload_changed: 'son contenu a été modifié',
    payload_gone: 'son contenu a disparu, et aucun masquage de ce fichier ne dit pourquoi',
    contents_changed: 'sa date, sa note, ou la liste de ses entrées n’est plus celle qui a été publiée',
    pin_missing: 'une empreinte en a été notée ailleurs, mais elle n’est pas dans ce registre',
    pin_differs: 'son empreinte n’est pas celle qui a été notée ailleurs',
    edition: 'édition',
    entry: 'entrée',
    counts: (report) => `${report.editions} édition(s), ${report.entries} entrée(s), ${report.redacted} masquée(s)`,
    fingerprint: 'empreinte de la dernière',
    holds: 'Le registre tient\u00a0: rien n’a été changé depuis que ces empreintes ont été calculées.',
    broken: 'Le registre est rompu\u00a0:',
    pinned: 'Elle est celle que vous avez notée ailleurs.',
    redactedSince: (count, editions) =>
      `${count > 1 ? `${count} de ces entrées ont été masquées` : 'Une de ces entrées a été masquée'} depuis, par ${editions.length > 1 ? 'les éditions' : 'l’édition'} ${editions.join(', ')}.`,
    redactionPinned: 'Ce masquage est annoncé par une édition dont vous avez noté l’empreinte ailleurs.',
    redactionUnpinned: 'Pour le confirmer, comparez aussi l’empreinte de l’édition qui l’annonce\u00a0:',
    unpinned:
      'Comparez cette empreinte avec une autre, trouvée ailleurs\u00a0: c’est la seule façon de voir un registre réécrit jusqu’au bout.',
    shortPin: (signs) =>
      `Seul le début d’une empreinte a été comparé (${signs} signes sur 64)\u00a0: assez pour une erreur ou une retouche, pas contre un faussaire qui aurait de gros moyens.`,
    badPin: 'Une empreinte s’écrit ÉDITION:EMPREINTE, avec 12 signes au moins\u202f; les 64 valent mieux.',
    cannotRead: 'Ce fichier ne peut pas être lu\u00a0: il faut registre.json, ou l’archive .zip qui le contient.',
    usage:
      'node verifier.mjs FICHIER [--pin ÉDITION:EMPREINTE]… [--lang en]\n\nFICHIER\u00a0: registre.json, ou l’archive .zip. Fin\u00a0: 0 tout tient, 1 rompu ou illisible, 2 mal écrit.\n',
  },
  en: {
    unreadable: 'this file is not a register',
    edition_missing: 'an edition is missing just before this one',
    does_not_follow: 'it does not follow the one before (one of them was rewritten, or another stood between them)',
    empty: 'it holds nothing any more',
    entry_missing: 'one of its entries was removed or moved',
    payload_changed: 'its content was changed',
    payload_gone: 'its content is gone, and no redaction in this file says why',
    contents_changed: 'its date, its note or the list of its entries is not what was published',
    pin_missing: 'a fingerprint of it was noted elsewhere, but it is not in this register',
    pin_differs: 'its fingerprint is not the one noted elsewhere',
    edition: 'edition',
    entry: 'entry',
    counts: (report) => `${report.editions} edition(s), ${report.entries} entries, ${report.redacted} redacted`,
    fingerprint: 'fingerprint of the newest',
    holds: 'The register holds: nothing was changed since these fingerprints were computed.',
    broken: 'The register is broken:',
    pinned: 'It is the one you noted elsewhere.',
    redactedSince: (count, editions) =>
      `${count > 1 ? `${count} of these entries were` : 'One of these entries was'} redacted since, by edition${editions.length > 1 ? 's' : ''} ${editions.join(', ')}.`,
    redactionPinned: 'An edition whose fingerprint you noted elsewhere announces it.',
    redactionUnpinned: 'To confirm it, also compare the fingerprint of the edition that announces it:',
    unpinned: 'Compare this fingerprint with one found elsewhere: only that shows a register rewritten to its end.',
    shortPin: (signs) =>
      `Only the beginning of a fingerprint was compared (${signs} signs of 64): enough against a mistake or a retouch, not against a forger with great means.`,
    badPin: 'A fingerprint is written EDITION:FINGERPRINT, with 12 signs at least; all 64 are better.',
    cannotRead: 'This file cannot be read: it takes registre.json, or the .zip that holds it.',
    usage:
      'node verifier.mjs FILE [--pin EDITION:FINGERPRINT]… [--lang fr]\n\nFILE: registre.json, or the .zip. Ends with 0 when it holds, 1 broken or unreadable, 2 written wrongly.\n',
  },
};

/** A report in words, one finding a line. */
export function describe(register, report, pins, language = 'fr') {
  const say = messages[language];
  const findings = report.faults.map(
    ({ edition, entry, kind }) => `- ${say.edition} ${edition}${entry ? `, ${say.entry} ${entry}` : ''} : ${say[kind]}`,
  );
  const newest = pins.some((pin) => beginsWith(report.fingerprint, pin));
  const shortest = Math.min(64, ...pins.map(({ hash }) => hash.length));
  return [
    `${register?.campaign ?? '?'} : ${say.counts(report)}`,
    `${say.fingerprint} : ${report.fingerprint}`,
    ...(findings.length === 0 ? [say.holds, newest ? say.pinned : say.unpinned] : [say.broken, ...findings]),
    ...(shortest < 64 ? [say.shortPin(shortest)] : []),
    ...redactionLines(say, report.redactedSince),
  ];
}

function redactionLines(say, found) {
  if (!found) return [];
  const { entries, by, proof, confirmed } = found;
  const confirmation = confirmed ? say.redactionPinned : `${say.redactionUnpinned} ${proof.edition}:${proof.hash}`;
  return [say.redactedSince(entries.length, by), confirmation];
}

async function commandLine(args) {
  const { readFileSync } = await import('node:fs');
  const option = (name) => args.flatMap((arg, index) => (arg === name ? [args[index + 1] ?? ''] : []));
  const language = option('--lang')[0] === 'en' ? 'en' : 'fr';
  const say = messages[language];
  const values = new Set([...option('--pin'), ...option('--lang')]);
  const [file, ...more] = args.filter((arg) => !arg.startsWith('--') && !values.has(arg));
  const pins = option('--pin').map(readPin);
  if (args.includes('--help') || !file || more.length > 0) {
    process.stdout.write(say.usage);
    return args.includes('--help') ? 0 : 2;
  }
  if (pins.includes(null)) {
    process.stderr.write(`${say.badPin}\n`);
    return 2;
  }
  try {
    const register = await readRegister(new Uint8Array(readFileSync(file)));
    const report = verifyRegister(register, pins);
    process.stdout.write(`${describe(register, report, pins, language).join('\n')}\n`);
    return report.faults.length === 0 ? 0 : 1;
  } catch {
    process.stderr.write(`${say.cannotRead}\n`);
    return 1;
  }
}

/** On the page: a file chosen or dropped is read here, and stays here. */
function onPage(place) {
  const language = document.documentElement.lang === 'en' ? 'en' : 'fr';
  const say = messages[language];
  const input = place.querySelector('input[type=file]');
  const pinField = place.querySelector('input[type=text]');
  const result = place.querySelector('[data-result]');

  function show(lines, holds) {
    result.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
    result.dataset.result = holds ? 'holds' : 'broken';
  }

  async function check(file) {
    if (!file) return;
    const pin = pinField.value.trim() === '' ? null : readPin(pinField.value);
    if (pinField.value.trim() !== '' && !pin) return show([say.badPin], false);
    try {
      const register = await readRegister(new Uint8Array(await file.arrayBuffer()));
      const pins = pin ? [pin] : [];
      const report = verifyRegister(register, pins);
      show(describe(register, report, pins, language), report.faults.length === 0);
    } catch {
      show([say.cannotRead], false);
    }
  }

  input.addEventListener('change', () => check(input.files[0]));
  pinField.addEventListener('change', () => check(input.files[0]));
  place.addEventListener('dragover', (event) => event.preventDefault());
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    check(input.files[0]);
  });
  place.hidden = false;
}

if (typeof document !== 'undefined') {
  const place = document.querySelector('[data-verifier]');
  if (place) onPage(place);
} else if (typeof process !== 'undefined' && /verifier\.m?js$/.test(process.argv[1] ?? '')) {
  process.exitCode = await commandLine(process.argv.slice(2));
}
