import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { describe, readRegister, verifyRegister } from '../../public/js/verifier.js';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { describeChain, parsePin, type TypedPin } from '../ledger/chain-report.ts';
import { openLedger } from '../ledger/ledger.service.ts';
import { databaseFile } from './open-data-folder.ts';

const help = `npm run verify -- [FICHIER] [--pin [CAMPAGNE:]ÉDITION:EMPREINTE]…

Recalcule toutes les empreintes du registre de chaque campagne, sans rien modifier, et dit quelle édition est rompue, et comment.

  FICHIER   ce qu’il faut vérifier ; sinon, la base de DATA_DIR. Ce peut être une base (une sauvegarde par exemple), le registre.json
            d’une campagne, ou l’archive donnees.zip qui le contient, tels qu’on les télécharge sur le site.
  --pin     une empreinte notée ailleurs (une page imprimée, un courriel, une archive) : c’est la seule façon de voir qu’une chaîne
            a été réécrite jusqu’au bout. Peut être répété ; la campagne n’est utile que s’il y en a plusieurs.
            12 signes suffisent, ceux que portent les citations ; les 64 résistent aussi à un faussaire qui aurait de gros moyens.

  par exemple   npm run verify -- --pin marseille-2020:1:${'0'.repeat(8)}… (les 64 signes)
                npm run verify -- registre.json --pin 1:${'0'.repeat(8)}…

Code de fin : 0 tout tient ; 1 une chaîne est rompue, ou le fichier ne peut pas être lu ; 2 commande mal écrite.
Sans cette application : node verifier.mjs registre.json, un programme d’un seul fichier, sur la page « registre » de chaque campagne.
`;

export async function run(args: string[]): Promise<number> {
  const order = readOrder(args);
  if (order === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (typeof order === 'string') return refuse(order);
  if (order.path !== null && isDownload(order.path)) return verifyDownload(order.path, order.pins);
  const path = order.path ?? databaseFile(readConfig(process.env));
  if (!existsSync(path)) {
    process.stderr.write(`Il n’y a pas de base à vérifier\u00a0: ${path}\n`);
    return 1;
  }
  try {
    return verify(path, order.pins);
  } catch (error) {
    process.stderr.write(`La base ne peut pas être lue (${path})\u00a0: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}

interface Order {
  /** A database or a download; null for the database of DATA_DIR. */
  path: string | null;
  pins: TypedPin[];
}

/** By how the file begins: JSON, or a ZIP. */
function isDownload(path: string): boolean {
  if (!existsSync(path)) return false;
  const start = Buffer.alloc(2);
  const file = openSync(path, 'r');
  try {
    readSync(file, start);
    return start[0] === 0x7b || start.toString('latin1') === 'PK';
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

/** By the program that anyone can run without this application. */
async function verifyDownload(path: string, typed: readonly TypedPin[]): Promise<number> {
  try {
    const register = await readRegister(readFileSync(path));
    const { campaign } = z.looseObject({ campaign: z.string() }).parse(register);
    const elsewhere = typed.find((pin) => pin.campaign !== null && pin.campaign !== campaign);
    if (elsewhere) {
      process.stderr.write(`Ce registre est celui de ${campaign}, pas de ${elsewhere.campaign}.\n`);
      return 1;
    }
    const report = verifyRegister(register, typed);
    process.stdout.write(`${describe(register, report, typed).join('\n')}\n`);
    return report.faults.length === 0 ? 0 : 1;
  } catch {
    process.stderr.write(`Ce fichier n’est ni un registre.json ni une archive qui le contient\u00a0: ${path}\n`);
    return 1;
  }
}

function verify(path: string, pins: readonly TypedPin[]): number {
  const database = openDatabase(path, { readonly: true });
  try {
    const ledger = openLedger(database);
    const campaigns = ledger.listCampaigns();
    const unplaced = pins.find(({ campaign }) => (campaign === null ? campaigns.length !== 1 : !campaigns.includes(campaign)));
    if (unplaced?.campaign) process.stderr.write(`La campagne ${unplaced.campaign} n’a rien publié ici.\n`);
    if (unplaced) return unplaced.campaign ? 1 : refuse(`Pour --pin, nommez la campagne\u00a0: ${campaigns.join(', ')}.`);
    if (campaigns.length === 0) process.stdout.write('Rien n’est encore publié.\n');
    const reports = campaigns.map((campaign) => {
      const own = pins.filter((pin) => pin.campaign === null || pin.campaign === campaign);
      const report = ledger.verify(campaign, own);
      process.stdout.write(describeChain(campaign, report));
      return report;
    });
    return reports.every(({ faults }) => faults.length === 0) ? 0 : 1;
  } finally {
    database.sql.close();
  }
}

/** What was asked, or `help`, or what is wrong with the way it was asked. */
function readOrder(args: string[]): Order | string {
  const options = { pin: { type: 'string', multiple: true }, help: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return 'help';
    if (positionals.length > 1) return 'Un seul fichier à la fois.';
    const pins = (values.pin ?? []).map(parsePin);
    const known = pins.filter((pin) => pin !== null);
    if (known.length < pins.length) return '--pin attend CAMPAGNE:ÉDITION:EMPREINTE (12 signes au moins, 64 au mieux).';
    return { path: positionals[0] ?? null, pins: known };
  } catch {
    return 'Cette option n’existe pas.';
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence} Voyez npm run verify -- --help\n`);
  return 2;
}
