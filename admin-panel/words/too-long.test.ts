import { expect, it } from 'vitest';
import { MOST_REASON } from '../../core/requests/index.ts';
import { tooLong } from './too-long.ts';

it.each([
  [MOST_REASON, null],
  [MOST_REASON + 1, '1 character too many: 2,000 are the most.'],
  [MOST_REASON + 1604, '1,604 characters too many: 2,000 are the most.'],
])('a text of %i', (length, said) => {
  expect(tooLong(` ${'x'.repeat(length)}\n`)).toBe(said);
});
