import '../../tests/tools/page-interfaces.ts';
import { expect, it } from 'vitest';
import { onlyReads } from './graphql.ts';

it.each([
  ['a query', { query: 'query a { b }', variables: { q: 'x' } }, true],
  ['a short query', { query: '{ b }' }, true],
  ['a batch of queries', [{ query: '{ a }' }, { query: '{ b }' }], true],
  ['a mutation', { query: 'mutation a { b }' }, false],
  ['a mutation among queries', [{ query: '{ a }' }, { query: 'mutation x { b }' }], false],
  ['an operation without its text', { id: 'x', variables: { query: 'x' } }, false],
  ['one without its text among queries', [{ query: '{ a }' }, { id: 'x' }], false],
  ['an empty text', { query: '' }, false],
  ['an empty batch', [], false],
  ['no object', 'query', false],
])('%s', (_what, body, reads) => expect(onlyReads(JSON.stringify(body))).toBe(reads));

it('what is no JSON, or could spell the word, is asked about', () => {
  expect(onlyReads(null)).toBe(false);
  expect(onlyReads('{ not json')).toBe(false);
  expect(onlyReads('{"query":"\\u006dutation { a }"}')).toBe(false);
  expect(onlyReads('{"query":"{ a }","query":"mutation { a }"}')).toBe(false);
});
