import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('marseille-2020');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
afterAll(() => app.close());

test('a reader never sees 10,0 % on a list that had no right to the second round: sector 2, 935 votes of 9 351', async () => {
  const { body } = await app.inject('/marseille-2020/tours');
  const plain = body.replaceAll(/\s|\u00a0|\u202f|&nbsp;|&#8239;/g, ' ');
  expect(plain).toContain('935 voix, 9,999 %');
  expect(plain).not.toContain('935 voix, 10,0 %');
  expect(plain).toContain('1 009 voix, 5,7 %');
});
