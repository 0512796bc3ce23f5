import { expect, onTestFinished, test } from 'vitest';
import { town, townServer } from '../support/town.ts';

test('of a list that had answered, whose answer the law took away, no page says that it said nothing', async () => {
  const { app, ledger } = await townServer({});
  onTestFinished(() => app.close());
  const read = async (url: string) => (await app.inject(url)).body.replaceAll(/[\u00a0\u202f]/g, ' ');
  const cell = '/mouvements/pre-vert/cameras';
  for (const edition of [1, 2]) {
    const entry = ledger
      .listEntries(town, edition)
      .find((each) => each.edition === edition && each.subject === 'pre-vert/cameras');
    if (entry) ledger.redact(town, `${edition}.${entry.ordinal}`, 'Décision de justice.', '2020-03-12T08:00:00Z');
  }
  for (const page of ['', cell, '/comparer?liste=toutes', '/demandes/cameras', '/mouvements/pre-vert']) {
    const body = await read(`/${town}${page}`);
    expect(body, page).toContain('ce qui en était publié n’est plus affiché');
    expect(body, page).not.toMatch(/pre-vert\/cameras[^<]*<[^<]*sans se prononcer/);
  }
  expect(await read(`/${town}${cell}`)).toContain('Une position était publiée ici.');
  expect(await read(`/${town}${cell}`)).not.toContain('sans se prononcer');
  expect(await read(`/en/${town}${cell}`)).toContain('A position was published here.');
});
