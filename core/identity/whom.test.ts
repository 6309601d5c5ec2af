import { describe, expect, it } from 'vitest';
import { listed, others, somebody, type Whom, whomInWords } from './whom.ts';

const named = (...texts: string[]): Whom[] => texts.flatMap((text) => somebody(text) ?? []);

describe('a list of people', () => {
  it('has everybody once who can be told from the others', () =>
    expect(listed(named('eve@outside.example', 'EVE@outside.example'))).toHaveLength(1));

  it('has everybody for themselves whom nobody can read: two chips that say the same are two people', () => {
    expect(listed(named('Alex', 'Alex'))).toEqual(named('Alex', 'Alex'));
    expect(listed([others(null), others(null)])).toHaveLength(2);
  });
});

it('never says of whoever is known by name that they cannot be read', () => {
  const liam = { email: null, accountId: null, text: 'Liam Chen' };
  expect(whomInWords({ ...liam, name: 'Liam Chen' })).toBe('Liam Chen');
  expect(whomInWords({ ...liam, name: null })).toBe('“Liam Chen” (cannot be read)');
});
