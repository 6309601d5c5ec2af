import { expect, it } from 'vitest';
import { fairly } from './fairly.ts';

const kept = (list: string, most: number) => fairly(list.split(' '), (one) => one[0], most).join(' ');

it('keeps what fits, newest first', () => {
  expect(kept('a2 b1 a1', 3)).toBe('a2 b1 a1');
});

it('takes the oldest of whoever has most', () => {
  expect(kept('a4 a3 a2 b1 a1', 3)).toBe('a4 a3 b1');
  expect(kept('a3 b3 a2 b2 a1 b1 c1', 4)).toBe('a3 b3 a2 c1');
});

it('takes the oldest of all where everybody has the same', () => {
  expect(kept('d1 c1 b1 a1', 2)).toBe('d1 c1');
});

it('counts the room that entries take, and never takes the newest', () => {
  const sized = (list: string, most: number) =>
    fairly(
      list.split(' '),
      (one) => one[0],
      most,
      (one) => Number(one.slice(1)),
    ).join(' ');
  expect(sized('a1 b3 b2 a1', 4)).toBe('a1 a1');
  expect(sized('a1 b3 b2 a1', 6)).toBe('a1 b3 a1');
  expect(sized('a9 b3 b2', 8)).toBe('a9');
  expect(sized('a9 a1', 8)).toBe('a9');
});
