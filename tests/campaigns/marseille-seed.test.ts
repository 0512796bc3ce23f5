import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { secondRoundRight } from '../../src/elections/second-round-right.ts';
import { movementBoard } from '../../src/standings/scoreboard.ts';
import { seeded } from '../support/seeded.ts';

const { database, ledger, state } = seeded('marseille-2020');

describe('the real campaign of Marseille 2020', () => {
  test('holds the letter, its fifteen signatories, its three demands and eight sectors with all sixteen arrondissements', () => {
    expect(state.current('letter')).toHaveLength(1);
    expect(state.current('signatory')).toHaveLength(15);
    expect(state.current('demand').map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(state.current('race')).toHaveLength(8);
    expect(
      state
        .current('race')
        .flatMap(({ areas }) => areas.map(({ postCode }) => postCode))
        .sort(),
    ).toEqual(Array.from({ length: 16 }, (_, index) => String(13001 + index)));
  });

  test('holds 67 lists of the first round and 26 of the second, every one in a movement that stands on the board', () => {
    const lists = state.current('list');
    expect(lists.filter(({ round }) => round === 1)).toHaveLength(67);
    expect(lists.filter(({ round }) => round === 2)).toHaveLength(26);
    const rows = movementBoard(state, 'engagements').rows.map(({ movement }) => movement.slug);
    expect(new Set(lists.map(({ movement }) => movement))).toEqual(new Set(rows));
  });

  test('votes of each ballot add up to its valid votes', () => {
    for (const { slug, rounds } of state.current('race')) {
      for (const { number, valid } of rounds) {
        const lists = state.current('list').filter((list) => list.race === slug && list.round === number);
        expect(
          lists.reduce((sum, { votes }) => sum + (votes ?? 0), 0),
          `${slug}, round ${number}`,
        ).toBe(valid);
      }
    }
  });

  test('elects the 101 members of the city council', () => {
    const second = state.current('list').filter(({ round }) => round === 2);
    expect(second.reduce((sum, { seats }) => sum + (seats.council ?? 0), 0)).toBe(101);
  });

  test('every list of the second round has a parent that the law let stand or merge', () => {
    const valid = new Map(state.current('race').map(({ slug, rounds }) => [slug, rounds[0]?.valid ?? 0]));
    for (const child of state.current('list').filter(({ round }) => round === 2)) {
      const parents = state.current('lineage').filter((link) => link.child === child.key);
      expect(parents.length, child.key).toBeGreaterThan(0);
      const rights = parents.map(({ parent }) => {
        const list = state.of('list').get(parent)?.current;
        return secondRoundRight(list?.votes ?? 0, valid.get(child.race) ?? 0);
      });
      expect(rights, child.key).toContain('may_stand');
      expect(rights, child.key).not.toContain('out');
    }
  });

  test('only one merger is said, the one that the official label names', () => {
    const merged = state.current('lineage').filter(({ kind }) => kind === 'merges');
    expect(new Set(merged.map(({ child }) => child))).toEqual(new Set(['secteur-1-tour-2-panneau-4']));
    expect(state.of('list').get('secteur-1-tour-2-panneau-4')?.current?.label).toContain('DEBOUT MARSEILLE');
  });

  test('every position has a dated source on the web, its basis and its reporter', () => {
    const positions = state.current('position');
    expect(positions.map(({ movement, demand, stance }) => [movement, demand, stance])).toEqual([
      ['printemps-marseillais', 'retirer-les-projets', 'commits'],
      ['printemps-marseillais', 'reduire-les-cameras', 'commits_in_part'],
      ['une-volonte-pour-marseille', 'retirer-les-projets', 'refuses'],
      ['une-volonte-pour-marseille', 'reduire-les-cameras', 'refuses'],
      ['ensemble-pour-marseille', 'reduire-les-cameras', 'refuses'],
      ['marseille-avant-tout', 'reduire-les-cameras', 'refuses'],
    ]);
    for (const { sources, reportedBy, basis } of positions) {
      expect(reportedBy).toBeTruthy();
      expect(basis).not.toBe('reply');
      for (const { url, publishedOn } of sources)
        expect([url?.startsWith('https://'), publishedOn !== null]).toEqual([true, true]);
    }
  });

  test('whatever is not known says since when it is not', () => {
    for (const { cells } of movementBoard(state, 'engagements').rows) {
      for (const { answer } of cells) {
        if (answer.kind === 'position') continue;
        expect([answer.status, answer.asked]).toEqual(['asked', [{ on: '2020-03-07', channel: 'open_letter' }]]);
      }
    }
  });

  test('a judgement on what followed is attributed to somebody', () => {
    for (const { verdict, accordingTo } of state.current('assessment')) {
      if (verdict !== 'not_rated') expect(accordingTo).toBeTruthy();
    }
  });

  test('loaded twice, it changes nothing; loaded elsewhere, it has the same fingerprint', () => {
    const fingerprint = ledger.verify('marseille-2020').fingerprint;
    expect(seedCampaign(database, join(seedsFolder, 'marseille-2020'))).toBe('already there');
    expect(seeded('marseille-2020').ledger.verify('marseille-2020')).toMatchObject({ fingerprint, faults: [] });
    expect(ledger.verify('marseille-2020').fingerprint).toBe(fingerprint);
  });
});
