import { expect, test } from 'vitest';
import { changeLog } from '../../src/standings/change-log.ts';
import { fieldsOf } from '../../src/standings/changes/fields.ts';
import { difference } from '../../src/standings/difference.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { seeded } from '../support/seeded.ts';
import { emptyLedger, firstEdition, position, secondEdition, town } from '../support/town.ts';

/** The log of one state and the differences of all its editions are computed apart. */
function expectTheSame(standings: ReturnType<typeof openStandings>, campaign: string): void {
  const newest = standings.find(campaign);
  if (!newest) throw new Error('nothing was published');
  const log = changeLog(newest);
  for (const { number } of newest.editions) {
    const after = standings.find(campaign, number);
    if (!after) throw new Error(`edition ${number} is missing`);
    const own = log.filter(({ edition }) => edition === number).map((change) => JSON.stringify(change));
    const differences = difference(standings.find(campaign, number - 1), after).map((change) => JSON.stringify(change));
    expect([number, own.sort()]).toEqual([number, differences.sort()]);
  }
}

test.each(['exemple', 'marseille-2020'])('the log of %s is the differences of its editions', (campaign) => {
  expectTheSame(seeded(campaign).standings, campaign);
});

test('what was withdrawn and came back, corrected then redacted, is told at each of its editions', () => {
  const { ledger } = emptyLedger();
  const subject = 'pre-vert/projets';
  const publish = (entries: Parameters<typeof ledger.publish>[1]) =>
    ledger.publish(town, entries, { publishedAt: '2020-03-10T08:00:00Z' });
  publish(firstEdition);
  publish(secondEdition);
  publish([{ kind: 'withdrawal', subject, payload: { kind: 'position', subject }, reason: 'Une source était fausse.' }]);
  publish([position({ movement: 'pre-vert', demand: 'projets', summary: 'Une autre source.' })]);
  publish([{ ...position({ movement: 'pre-vert', demand: 'projets', stance: 'unclear' }), reason: 'Relu.' }]);
  ledger.redact(town, '4.1', 'Une personne nommée à tort.', '2020-03-11T08:00:00Z');
  const standings = openStandings(ledger);
  expectTheSame(standings, town);
  const newest = standings.find(town);
  const told = newest ? changeLog(newest).filter((change) => change.subject === subject) : [];
  expect(told.map(({ what, edition }) => [edition, what])).toEqual([
    [1, 'added'],
    [3, 'withdrawn'],
    [5, 'changed'],
    [6, 'redacted'],
  ]);
});

test('the moment an answer was received is told by the clock of the town, not as a machine writes it', () => {
  const { state } = seeded('exemple');
  const [reply] = state.current('reply');
  if (!reply) throw new Error('the demo has no right of reply');
  const received = fieldsOf(state, 'fr', reply).find(({ name }) => name === 'receivedAt')?.text ?? '';
  expect(received.replaceAll('\u00a0', ' ')).toBe('3 mars 2020 à 10 h 30');
});
