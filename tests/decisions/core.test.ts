import { describe, expect, it, vi } from 'vitest';
import { ask } from '../../core/questions.ts';
import { readCases, readSections } from './tables.ts';

/** Whatever a row makes the core say has a code for machines and words for people. */
vi.mock('../../core/reason.ts', async (original) => {
  const real = await original<typeof import('../../core/reason.ts')>();
  return {
    ...real,
    because: (code: string, text: string) => {
      if (!/^[a-z0-9]+([-:][a-z0-9]+)*$/.test(code)) throw new Error(`No code: "${code}", of "${text}"`);
      if (!/\p{L}+.* .*\p{L}/su.test(text)) throw new Error(`No words: "${text}", of ${code}`);
      return real.because(code, text);
    },
  };
});

const cases = readCases();

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (file) => {
  it.each(cases.filter((one) => one.file === file))('$table: $name', (one) => {
    expect(ask(one.ask, one.given)).toMatchObject({ ok: true, answer: one.expected });
  });
});

it('every section has a row, and every row a section', () => {
  expect(new Set(cases.map(({ section }) => section))).toEqual(new Set(readSections()));
});
