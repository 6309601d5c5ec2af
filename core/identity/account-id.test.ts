import { describe, expect, it } from 'vitest';
import { isPortalOnlyId, parseAccountId } from './account-id.ts';

describe('parseAccountId', () => {
  it.each([
    ['712020:3d1f0a52-0001-4e11-8a01-000000000001', '712020:3d1f0a52-0001-4e11-8a01-000000000001'],
    ['712020%3A3d1f0a52-0001-4e11-8a01-000000000001', '712020:3d1f0a52-0001-4e11-8a01-000000000001'],
    [
      'ari:cloud:identity::user/557058:3d1f0a52-0005-4e11-8a01-000000000005',
      '557058:3d1f0a52-0005-4e11-8a01-000000000005',
    ],
    ['5b10a2844c20165700ede215', '5b10a2844c20165700ede215'],
    [' 5b10a2844c20165700ede215\n', '5b10a2844c20165700ede215'],
    [
      'qm:6a1d2c3b-0009-4e11-8a01-000000000009:7f3b2a10-0009-4e11-8a01-000000000009',
      'qm:6a1d2c3b-0009-4e11-8a01-000000000009:7f3b2a10-0009-4e11-8a01-000000000009',
    ],
  ])('reads %s', (raw, id) => expect(parseAccountId(raw)).toBe(id));

  it.each(['all', 'here', 'team', 'search', 'me', '', '../people', 'a b'])('does not take %j for an account', (raw) =>
    expect(parseAccountId(raw)).toBeNull());
});

it('knows portal-only ids', () => {
  expect(isPortalOnlyId('qm:x:y')).toBe(true);
  expect(isPortalOnlyId('712020:x')).toBe(false);
});
