import { describe, expect, test } from 'vitest';
import { contactStatuses, stances } from '../../src/positions/stance.ts';
import { type Answer, ballotBoard, movementBoard } from '../../src/standings/scoreboard.ts';
import { seeded } from '../support/seeded.ts';

const { ledger, standings, state } = seeded('exemple');

function answers(board: ReturnType<typeof movementBoard>): Answer[] {
  return board.rows.flatMap(({ cells }) => cells.map(({ answer }) => answer));
}

describe('the fictional town shows every state there is', () => {
  test('it says that it is fictional', () => expect(state.campaign.fictional).toBe(true));

  test('each stance', () => {
    const shown = answers(movementBoard(state, 'engagements')).flatMap((answer) =>
      answer.kind === 'position' ? [answer.position.stance] : [],
    );
    expect(new Set(shown)).toEqual(new Set(stances));
  });

  test('silence of each kind', () => {
    const shown = answers(movementBoard(state, 'engagements')).flatMap((answer) =>
      answer.kind === 'silence' ? [answer.status] : [],
    );
    expect(new Set(shown)).toEqual(new Set(contactStatuses));
  });

  test('a sector that differs from its movement', () => {
    const row = movementBoard(state, 'engagements').rows.find(({ movement }) => movement.slug === 'aube-nouvelle');
    expect(row?.cells.map(({ differing }) => differing.filter(({ stance }) => stance === 'unclear').length)).toEqual([0, 1, 0]);
  });

  test('a merger: one demand confirmed, another to be confirmed, nothing inherited', () => {
    const merged = ballotBoard(state, 'secteur-1', 2, 'engagements').rows.find(
      ({ movement }) => movement.slug === 'aube-nouvelle',
    );
    expect(merged?.cells.map(({ answer }) => answer.kind === 'position' && answer.toConfirm)).toEqual([false, true, true]);
    expect(merged?.commitments).toBe(1);
  });

  test('a correction with its reason, a right of reply, a withdrawal and a redaction', () => {
    const positions = state.of('position');
    expect(positions.get('aube-nouvelle/un-comite-de-controle')?.versions.map(({ reason }) => Boolean(reason))).toEqual([
      false,
      true,
    ]);
    expect(state.current('reply').map(({ position }) => position)).toEqual(['port-clair-d-abord/moins-de-cameras']);
    expect(positions.get('lune-rousse/un-comite-de-controle')?.gap?.kind).toBe('withdrawn');
    expect([...positions.values()].map(({ gap }) => gap?.kind).filter((kind) => kind === 'redacted')).toHaveLength(1);
  });

  test('its chain holds, redaction included, and every past edition can still be read', () => {
    expect(ledger.verify('exemple')).toMatchObject({ faults: [], redacted: 1 });
    for (const { number } of state.editions) expect(standings.find('exemple', number)?.edition.number).toBe(number);
  });
});
