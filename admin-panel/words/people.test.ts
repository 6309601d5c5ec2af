import { expect, it } from 'vitest';
import { addressWords } from './people.ts';

it('shows an address as people write it, beside the spelling that cannot be confused', () => {
  const email = 'jana@xn--mller-kva.example';
  expect(addressWords({ email, emailInLetters: 'jana@müller.example' })).toBe(`jana@müller.example (${email})`);
  expect(addressWords({ email, emailInLetters: null })).toBe(email);
  expect(addressWords({ email: null, emailInLetters: null })).toBe('e-mail not visible');
});
