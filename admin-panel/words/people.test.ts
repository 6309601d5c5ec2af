import { expect, it } from 'vitest';
import { addressWords, moreWords, nobodyWords } from './people.ts';

it('shows an address as people write it, beside the spelling that cannot be confused', () => {
  const email = 'jana@xn--mller-kva.example';
  expect(addressWords({ email, emailInLetters: 'jana@müller.example' })).toBe(`jana@müller.example (${email})`);
  expect(addressWords({ email, emailInLetters: null })).toBe(email);
  expect(addressWords({ email: null, emailInLetters: null })).toBe('e-mail not visible');
});

it('writes none only where that is known', () => {
  expect([moreWords(true, 0), moreWords(true, 2)]).toEqual(['none', null]);
  expect([moreWords(false, 0), moreWords(false, 2)]).toEqual(['not known', 'others not known']);
});

it('asks for letters where there are none', () => {
  expect(nobodyWords('ann')).toContain('has “ann” in it');
  expect(nobodyWords('.')).toBe('Type letters or digits of a name or an address: “.” has none.');
});
