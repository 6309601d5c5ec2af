import { expect, it } from 'vitest';
import { amountOf } from './compile-rule.ts';

it.each([
  ['8.60', '8.6'],
  ['-2', '-2'],
  ['0', '0'],
  ['', null],
  ['8.', null],
  ['.5', null],
  ['8,60', null],
  ['8.60 USD', null],
  ['USD 8.60', null],
  ['1e3', null],
  [undefined, null],
])('the amount %j is %j', (text, amount) => {
  expect(amountOf(text)?.toString() ?? null).toBe(amount);
});
