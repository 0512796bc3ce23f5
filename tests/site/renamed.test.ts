import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { emptyLedger, firstEdition, position, town } from '../support/town.ts';

const { database, ledger } = emptyLedger();
const at = { publishedAt: '2020-03-10T08:00:00Z' };
ledger.publish(town, firstEdition, at);
const address = `1.${firstEdition.findIndex(({ kind, subject }) => kind === 'movement' && subject === 'cap-nord') + 1}`;
ledger.publish(
  town,
  [
    { kind: 'withdrawal', subject: 'cap-nord', payload: { kind: 'movement', subject: 'cap-nord' }, reason: 'Mal orthographié.' },
    {
      kind: 'movement',
      subject: 'cap-au-nord',
      payload: { slug: 'cap-au-nord', name: 'Cap au Nord', leader: 'Iris Baudet' },
      corrects: address,
      reason: 'Mal orthographié.',
    },
    position({ movement: 'cap-au-nord', demand: 'projets' }),
    { kind: 'withdrawal', subject: 'tous-ici', payload: { kind: 'movement', subject: 'tous-ici' }, reason: 'N’existe pas.' },
  ],
  at,
);
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
afterAll(() => app.close());

test.each([
  ['/valmont-2020/mouvements/cap-nord', '/valmont-2020/mouvements/cap-au-nord'],
  ['/valmont-2020/mouvements/cap-nord/projets', '/valmont-2020/mouvements/cap-au-nord/projets'],
  ['/en/valmont-2020/mouvements/cap-nord', '/en/valmont-2020/mouvements/cap-au-nord'],
  ['/valmont-2020/editions/2/mouvements/cap-nord', '/valmont-2020/editions/2/mouvements/cap-au-nord'],
])('%s, an old name, leads for good to %s', async (url, location) => {
  const answer = await app.inject(url);
  expect([answer.statusCode, answer.headers.location]).toEqual([301, location]);
  expect((await app.inject(location)).statusCode).toBe(200);
});

test('before it was renamed it is still there; what was only withdrawn leads nowhere', async () => {
  expect((await app.inject('/valmont-2020/editions/1/mouvements/cap-nord')).statusCode).toBe(200);
  expect((await app.inject('/valmont-2020/mouvements/tous-ici')).statusCode).toBe(404);
  expect((await app.inject('/valmont-2020/mouvements/cap-nord/rien')).statusCode).toBe(404);
});
