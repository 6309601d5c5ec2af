import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from '../../core/questions.ts';
import { documentOf, documentPath } from './document.ts';
import { readCases, readSections, readTables } from './tables.ts';

const cases = readCases();

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (file) => {
  it.each(cases.filter((one) => one.file === file))('$table: $name', (one) => {
    expect(ask(one.ask, one.given)).toMatchObject({ ok: true, answer: one.expected });
  });
});

it('every section has a row, and every row a section', () => {
  expect(new Set(cases.map(({ section }) => section))).toEqual(new Set(readSections()));
});

it('docs/decisions.md says what the tables say; "npm run docs" writes it', () => {
  expect(readFileSync(documentPath, 'utf8')).toBe(documentOf(readTables(), readSections()));
});
