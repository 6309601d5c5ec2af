import { describe, expect, it } from 'vitest';
import { evidentAccountId, isPortalOnlyId, isWordLike, parseAccountId, supposedAccountId } from './account-id.ts';

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
    ['557058:3D1F0A52-0005-4E11-8A01-000000000005', '557058:3d1f0a52-0005-4e11-8a01-000000000005'],
    ['5B10A2844C20165700EDE215', '5b10a2844c20165700ede215'],
    ['Ab10a2844c20165700xyz2', 'Ab10a2844c20165700xyz2'],
    ['ari:cloud:identity::user/1234567:ABC', '1234567:ABC'],
    ['ari%253Acloud%253Aidentity%253A%253Auser%252Fug%253A1', 'ug:1'],
    ['ari:cloud-gov:identity::user/5b10a2844c20165700ede215', '5b10a2844c20165700ede215'],
    ['ARI:cloud:identity:x:user/5b10a2844c20165700ede215', '5b10a2844c20165700ede215'],
  ])('reads %s', (raw, id) => expect(parseAccountId(raw)).toBe(id));

  it.each([
    'all',
    'here',
    'team',
    'search',
    'me',
    '',
    '../people',
    'a b',
    'ari:cloud:identity::user/all',
    'ari:cloud:identity::group/1',
    '1234567:3d1f0a52-0001-4e11-8a01-000000000001',
  ])('does not take %j for an account', (raw) => expect(parseAccountId(raw)).toBeNull());
});

it('takes nothing longer than an id may be for one', () => {
  const qm = 'qm:6a1d2c3b-0009-4e11-8a01-000000000009:';
  for (const start of ['a1', qm]) {
    const longest = start.padEnd(128, 'f0');
    expect([parseAccountId(longest), parseAccountId(`${longest}a`)]).toEqual([longest, null]);
  }
});

it('knows portal-only ids', () => {
  expect(isPortalOnlyId('qm:x:y')).toBe(true);
  expect(isPortalOnlyId('712020:x')).toBe(false);
});

it('supposes that a longer text of the signs of ids is one where a person must stand', () => {
  expect(supposedAccountId(' 1234567:3D1F0A52-0001 ')).toBe('1234567:3d1f0a52-0001');
  expect(supposedAccountId('ug:Zq-7f3b2a10')).toBe('ug:Zq-7f3b2a10');
  expect(['Eve-Ray-Long-Name', 'row-7', 'eve@x.example', '2026.11.26.10'].map(supposedAccountId)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it('is sure of a person only where nothing else has such an id', () => {
  const hex = '5b10a2844c20165700ede215';
  expect([hex, `ari:cloud:identity::user/${hex}`, 'qm:x'].map(evidentAccountId)).toEqual([null, hex, null]);
  expect(evidentAccountId('712020%3A3d1f0a52-0001-4e11-8a01-000000000001')).toBe(
    '712020:3d1f0a52-0001-4e11-8a01-000000000001',
  );
});

it('a long word may be an id that nobody can tell from one', () => {
  expect(['internationalizations', 'ab10a2844c20165700xyz2'].map(isWordLike)).toEqual([true, false]);
});
