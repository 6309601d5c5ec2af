import { describe, expect, it } from 'vitest';
import { ask } from './steps.ts';
import { readCases, readSections } from './tables.ts';

const cases = readCases();

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (file) => {
  it.each(cases.filter((one) => one.file === file))('$table: $name', (one) => {
    expect(ask(one.ask, one.given)).toMatchObject({ ok: true, answer: one.expected });
  });
});

it('every section has a row, and every row a section', () => {
  expect(new Set(cases.map(({ section }) => section))).toEqual(new Set(readSections()));
});
