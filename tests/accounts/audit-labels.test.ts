import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditLabel } from '../../src/accounts/audit-labels.ts';

/** Acts are named in the code of the nouns, each by two words or more: `import-applied`. Those of an account are in no campaign's journal. */
const patterns = [/action: '([a-z-]+)'/g, /\bnote\(\w+, [\w.]+, '([a-z-]+)'/g];
const acts = globSync('src/{campaigns,erasure,outreach,positions}/*.service.ts').flatMap((path) => {
  const code = readFileSync(path, 'utf8');
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, act = '']) => act));
});

test('the journal says every act of a campaign in French', () => {
  expect(acts).toContain('import-applied');
  expect(acts).toContain('reply-refused');
  expect(acts.filter((act) => auditLabel(act) === act)).toEqual([]);
});
