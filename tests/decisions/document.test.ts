import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentOf, documentPath } from './document.ts';
import { readSections, readTables } from './tables.ts';

it('docs/decisions.md says what the tables say; "npm run docs" writes it', () => {
  expect(readFileSync(documentPath, 'utf8')).toBe(documentOf(readTables(), readSections()));
});
