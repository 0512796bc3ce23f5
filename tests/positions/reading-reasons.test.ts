import { expect, test } from 'vitest';
import { type ReadingContext, type ReadingReason, reasonsToRead } from '../../src/positions/reading-reasons.ts';

const plain: ReadingContext = {
  stance: 'commits',
  basis: 'programme',
  hasProof: true,
  isPublished: false,
  otherStances: [],
  isElected: false,
  authorIsKnown: true,
};

test.each<[string, Partial<ReadingContext>, ReadingReason[]]>([
  ['nothing stands out', {}, []],
  ['a published position changes', { isPublished: true }, ['changes_published']],
  ['its movement refuses where its list commits', { otherStances: ['refuses'] }, ['contradicts']],
  [
    'its movement commits in part where its list refuses',
    { stance: 'refuses', otherStances: ['commits_in_part'] },
    ['contradicts'],
  ],
  ['being unclear contradicts nobody', { stance: 'unclear', otherStances: ['refuses', 'commits'] }, []],
  ['a whole and a part are no contradiction', { otherStances: ['commits_in_part'] }, []],
  ['it says itself that it contradicts', { stance: 'contradicts' }, ['contradicts']],
  ['the list won seats', { isElected: true }, ['elected']],
  ['the list signed it', { basis: 'reply' }, ['own_answer']],
  ['nothing of this person was ever published', { authorIsKnown: false }, ['first_entry']],
  ['someone else reports it', { basis: 'third_party' }, ['third_party']],
  ['there is neither page nor document', { hasProof: false }, ['no_proof_online']],
  [
    'all at once, the gravest first',
    { isPublished: true, otherStances: ['refuses'], isElected: true, basis: 'reply', authorIsKnown: false, hasProof: false },
    ['changes_published', 'contradicts', 'elected', 'own_answer', 'first_entry', 'no_proof_online'],
  ],
])('%s', (_name, over, reasons) => expect(reasonsToRead({ ...plain, ...over })).toEqual(reasons));
