import { expect, it } from 'vitest';
import { Product } from '../organization/index.ts';
import { seatLineWords } from './seat-line-words.ts';

const words = (product: string, taken: number | null) =>
  seatLineWords({ product: Product.parse(product), siteHost: 'acme.atlassian.net', taken });

it.each([
  ['jira-software', 0, 'no Jira seat on acme.atlassian.net'],
  ['jira-software', 1, '1 Jira seat on acme.atlassian.net'],
  ['jira-software', 12, '12 Jira seats on acme.atlassian.net'],
  ['jira-software', null, 'Jira on acme.atlassian.net: how many seats it takes is not known'],
  ['other:x', 0, 'no seat of the unknown app "x" on acme.atlassian.net'],
  ['other:x', 1, '1 seat of the unknown app "x" on acme.atlassian.net'],
  ['other:x', 12, '12 seats of the unknown app "x" on acme.atlassian.net'],
  ['other:x', null, 'the unknown app "x" on acme.atlassian.net: how many seats it takes is not known'],
])('%s, %s taken: %s', (product, taken, said) => expect(words(product, taken)).toBe(said));
