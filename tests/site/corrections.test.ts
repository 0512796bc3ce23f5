import { describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const read = async (url: string) => (await app.inject(url)).body.replace(/\s+/g, ' ');

describe('a reader of the corrections', () => {
  test('sees what was corrected, word by word, why, and since which edition', async () => {
    const page = await read('/exemple/corrections');
    expect(page).toContain('La première lecture avait oublié que la réponse, page 2, écarte le droit d’audit.');
    expect(page).toMatch(/<ins><span class="sr" lang="fr">ajouté : <\/span>[^<]*mais sans droit d’audit/);
    expect(page).toContain('href="/exemple/editions/3"');
  });

  test('sees what was withdrawn, and never what a judge or a victim had redacted', async () => {
    const page = await read('/exemple/corrections');
    expect(page).toContain('Un blog rapporte un refus.');
    expect(page).toContain('masqué à sa demande');
    expect(page).not.toContain('un colistier défend les caméras');
  });

  test('of the real campaign, where nothing was corrected, is told so', async () => {
    const real = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), seeded('marseille-2020').database);
    expect((await real.inject('/marseille-2020/corrections')).body).toContain('Rien n’a été corrigé');
  });

  test('held at an edition, sees none that came later', async () => {
    expect(await read('/exemple/editions/2/corrections')).toContain('Rien n’a été corrigé');
  });
});
