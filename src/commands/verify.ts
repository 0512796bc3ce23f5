import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { describeChain, parsePin, type TypedPin } from '../ledger/chain-report.ts';
import { openLedger } from '../ledger/ledger.service.ts';
import { databaseFile } from './open-data-folder.ts';

const help = `npm run verify -- [FICHIER] [--pin [CAMPAGNE:]ÉDITION:EMPREINTE]…

Recalcule toutes les empreintes du registre de chaque campagne, sans rien modifier, et dit quelle édition est rompue, et comment.

  FICHIER   la base à vérifier, une sauvegarde par exemple ; sinon celle de DATA_DIR
  --pin     une empreinte notée ailleurs (une page imprimée, un courriel, une archive) : c’est la seule façon de voir qu’une chaîne
            a été réécrite jusqu’au bout. Peut être répété ; la campagne n’est utile que s’il y en a plusieurs.

  par exemple   npm run verify -- --pin marseille-2020:1:${'0'.repeat(8)}… (les 64 signes)

Code de fin : 0 tout tient ; 1 une chaîne est rompue, ou la base ne peut pas être lue ; 2 commande mal écrite.
`;

export async function run(args: string[]): Promise<number> {
  const order = readOrder(args);
  if (order === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (typeof order === 'string') return refuse(order);
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
  /** Null for the database of DATA_DIR. */
  path: string | null;
  pins: TypedPin[];
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
    if (known.length < pins.length) return '--pin attend CAMPAGNE:ÉDITION:EMPREINTE (64 signes).';
    return { path: positionals[0] ?? null, pins: known };
  } catch {
    return 'Cette option n’existe pas.';
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence} Voyez npm run verify -- --help\n`);
  return 2;
}
