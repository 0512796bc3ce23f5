import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { electionsFixture } from '../support/elections.ts';

const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const dataDir = join(folder, 'data');

function runImport(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'import', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return { status, stdout, stderr };
}

const round1 = readFileSync(electionsFixture('resultats-2020-tour-1.txt'));
const candidates = readFileSync(electionsFixture('candidatures-2026-tour-1.csv'));
const lines = round1.toString('latin1').split('\r\n');
const zeros = (): string => {
  const path = join(folder, 'zeros.csv');
  writeFileSync(path, '');
  truncateSync(path, 200_000_000);
  return path;
};
const made = (name: string, content: Buffer | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test.each<[string, () => string, RegExp]>([
  ['a PDF', () => made('programme.csv', '%PDF-1.7\n%âãÏÓ\n1 0 obj'), /ce fichier est un PDF/],
  ['a spreadsheet', () => made('listes.xlsx', 'PK\u0003\u0004xl/workbook.xml'), /classeur/],
  ['a page of the web', () => made('page.csv', '<!DOCTYPE html><title>data.gouv.fr</title>'), /une page web/],
  ['an empty file', () => made('vide.csv', ''), /le fichier est vide/],
  ['a header alone', () => made('entete.txt', Buffer.from(`${lines[0]}\r\n`, 'latin1')), /que son en-tête/],
  ['200 MB of zeros', zeros, /pas de texte/],
  ['zeros after a good beginning', () => made('abime.txt', Buffer.concat([round1, Buffer.alloc(300_000)])), /octets/],
  ['a truncated file', () => made('coupe.txt', round1.subarray(0, round1.lastIndexOf('POID'))), /tronqué.+ligne 5/],
  [
    'a file cut between two lists',
    () => made('coupe2.txt', round1.subarray(0, round1.lastIndexOf('\t8\tLREM'))),
    /tronqué.+ligne 5/,
  ],
  ['a truncated candidates file', () => made('coupe-tour-1.csv', candidates.subarray(0, candidates.length - 40)), /tronqué/],
  ['results in UTF-8', () => made('utf8.txt', round1.toString('latin1')), /codé en ISO-8859-1/],
  [
    'candidates in ISO-8859-1',
    () => made('latin1-tour-1.csv', Buffer.from(candidates.toString('utf8').slice(1), 'latin1')),
    /codé en UTF-8/,
  ],
  [
    'candidates that change encoding on the way',
    () => made('mele-tour-1.csv', Buffer.concat([candidates, Buffer.from([0xe9, 10])])),
    /UTF-8/,
  ],
  ['UTF-16', () => made('utf16.csv', Buffer.from(`\ufeff${candidates.toString('utf8')}`, 'utf16le')), /UTF-16/],
  [
    'a column short',
    () =>
      made('colonne.txt', Buffer.from(lines.map((line) => line.split('\t').toSpliced(17, 1).join('\t')).join('\n'), 'latin1')),
    /la colonne «.% Exp\/Vot.»/,
  ],
  ['another table', () => made('autre.csv', 'nom,adresse\nAlix,ici\n'), /aucune sorte connue/],
  ['a candidates file that does not say its round', () => made('candidats.csv', candidates), /--tour 1 ou --tour 2/],
  ['a folder', () => folder, /est un dossier/],
  ['nothing at all', () => join(folder, 'absent.csv'), /il n’y a pas de fichier/],
])('%s: one sentence, end code 1, and nothing is changed', (_what, path, said) => {
  const { status, stdout, stderr } = runImport(path(), '--apply');
  expect(stderr).toMatch(said);
  expect([status, stdout, stderr.trim().split('\n').length, existsSync(dataDir)]).toEqual([1, '', 1, false]);
});

test('a person sees the plan, then applies it, then learns that all is there', () => {
  const path = electionsFixture('resultats-2020-tour-1.txt');
  const shown = runImport(path);
  expect(shown).toMatchObject({ status: 0, stderr: '' });
  expect(shown.stdout).toMatch(/Listes\s+23\s+0\s+0/);
  expect(shown.stdout).toContain('Rien n’a été enregistré.');
  expect(runImport(path, '--apply').stdout).toContain('C’est enregistré.');
  expect(runImport(path, '--apply').stdout).toContain('rien à changer');
});

test('the round can be said by hand', () => {
  expect(runImport(made('candidats.csv', candidates), '--tour', '2')).toMatchObject({ status: 0 });
});

test('--help fits one screen; an order that makes no sense ends with 2', () => {
  const { status, stdout } = runImport('--help');
  expect([status, stdout.split('\n').length < 26]).toEqual([0, true]);
  expect([runImport().status, runImport('a', 'b').status, runImport('a', '--force').status]).toEqual([2, 2, 2]);
});
