import { openDatabase } from '../../src/db/open.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { position } from './town.ts';

/** A process of its own that publishes: `publisher.ts FILE CAMPAIGN NAME COUNT`. */
const [file = '', campaign = '', name = '', count = '0'] = process.argv.slice(2);

const database = openDatabase(file);
const ledger = openLedger(database);
for (let index = 0; index < Number(count); index += 1) {
  const entry = position({ movement: 'cap-nord', demand: 'comite', summary: `${name}${index}` });
  ledger.publish(campaign, [entry], { publishedAt: new Date().toISOString(), note: `${name}${index}` });
}
database.sql.close();
