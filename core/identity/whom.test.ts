import { describe, expect, it } from 'vitest';
import { TargetRef } from './target-ref.ts';
import {
  account,
  asItStood,
  countOf,
  leastOf,
  listed,
  MOST_TEXT,
  others,
  somebody,
  type Whom,
  whomInWords,
} from './whom.ts';

const named = (...texts: string[]): Whom[] => texts.flatMap((text) => somebody(text) ?? []);

describe('a list of people', () => {
  it('has everybody once who can be told from the others', () =>
    expect(listed(named('eve@outside.example', 'EVE@outside.example'))).toHaveLength(1));

  it('has everybody for themselves whom nobody can read: two chips that say the same are two people', () => {
    expect(listed(named('Alex', 'Alex'))).toEqual(named('Alex', 'Alex'));
    expect(listed([others(null), others(null)])).toHaveLength(2);
  });

  it('keeps how many there are at least beside whom nobody counted, where it is cut', () => {
    const people = Array.from({ length: 201 }, (_, n) => account(`5b10a2844c20165700ed${n + 1000}` as never));
    for (const [more, rest] of [
      [[], [others(2)]],
      [[others(7)], [others(9)]],
      [[others(null)], [others(3), others(null)]],
      [
        [others(null), others(5), others(null)],
        [others(8), others(null)],
      ],
    ] as const) {
      const cut = listed([...people, ...more]);
      expect([cut.length, cut.slice(-rest.length)]).toEqual([200, rest]);
      expect(leastOf(cut)).toBe(leastOf([...people, ...more]));
      expect(listed(cut)).toEqual(cut);
    }
    const uncounted = [...people.slice(0, 198), others(null), others(null), others(null)];
    expect(listed(uncounted)).toEqual([...people.slice(0, 198), others(null)]);
  });
});

it('never says of whoever is known by name that they cannot be read', () => {
  const liam = { email: null, accountId: null, text: 'Liam Chen' };
  expect(whomInWords({ ...liam, name: 'Liam Chen' })).toBe('Liam Chen');
  expect(whomInWords({ ...liam, name: null })).toBe('“Liam Chen” (cannot be read)');
});

describe('a text as it stood', () => {
  it.each([
    ['Liam \n\u2028 Chen ', 'Liam Chen'],
    ['\u202Egpj.evil', '‹U+202E›gpj.evil'],
    ['Li\u200bam', 'Li‹U+200B›am'],
    ['\u2067Liam', '‹U+2067›Liam'],
    ['a\u{E0041}', 'a‹U+E0041›'],
    ['علی\u200cرضا 👩‍💻 ❤️', 'علی\u200cرضا 👩‍💻 ❤️'],
  ])('%j shows what nobody would see', (written, shown) => {
    expect(asItStood(written)).toBe(shown);
    expect(asItStood(shown)).toBe(shown);
  });

  it('is never longer than a call may carry, and ends with a whole sign', () => {
    const text = asItStood('😀'.repeat(MOST_TEXT));
    expect(text.length).toBeLessThanOrEqual(MOST_TEXT);
    expect(text).toMatch(/^(?:😀)+…$/u);
  });
});

describe('whom a page names', () => {
  it.each([
    `${'u\u0308'.repeat(170)}@müller.example`,
    '\u0001ravi.shah@acme.example',
    'Ravi\u202E Shah',
    '😀'.repeat(300),
    '\u034fada@acme.example',
  ])('is taken by the service: %j', (written) => {
    const whom = somebody(written);
    expect(TargetRef.parse(whom)).toEqual(whom);
  });

  it('leaves out how an address was written where that had to be cut', () =>
    expect(Object.keys(somebody(`${'u\u0308'.repeat(170)}@müller.example`) ?? {})).toEqual(['email', 'accountId']));
});

it('half a sign is shown as one, and weighs no more than others on its way', () => {
  expect(asItStood('Ravi \ud83d Shah')).toBe('Ravi ‹U+D83D› Shah');
  expect(asItStood('Ravi 😀')).toBe('Ravi 😀');
  // What JSON escapes takes six octets for each; no other sign takes more than three.
  expect(JSON.stringify(asItStood('\udc00'.repeat(320))).length).toBeLessThan(3 * 320);
});

it('people nobody counted may be nobody, and others are as many as they are', () => {
  const named = somebody('ravi@acme.example') as Whom;
  expect(leastOf([])).toBe(0);
  expect(leastOf([named, others(null), others(50)])).toBe(51);
  expect(countOf([named, others(null), others(50)])).toBeNull();
});

describe('whom a call names', () => {
  const nobody = { email: null, accountId: null };

  it.each([
    ['Ravi.Shah@ACME.example', { email: 'ravi.shah@acme.example', accountId: null, text: 'Ravi.Shah@ACME.example' }],
    ['\u0001ravi.shah@acme.example', { email: 'ravi.shah@acme.example', accountId: null }],
    ['Ravi\u202E  Shah', { ...nobody, text: 'Ravi‹U+202E› Shah' }],
  ])('is by address where the text %j is one, and shows what is hidden', (text, whom) =>
    expect(TargetRef.parse({ ...nobody, text })).toEqual(whom));

  it.each(['', '   ', ' \n\u2028'])('is nobody when the text is %j', (text) =>
    expect(TargetRef.safeParse({ ...nobody, text }).success).toBe(false));

  it.each([
    'Ravi Shah (managed, has a seat already)',
    '712020:a b',
    '5b10ac8d82e05b22cc7d4ef5\u200b',
    'a'.repeat(129),
    '',
  ])('is by account for an id only, not for %j', (accountId) =>
    expect(TargetRef.safeParse({ email: null, accountId }).success).toBe(false));

  it.each([
    ['712020%3A0F8FAD5B-d9cb-469f-a165-70867728950e', '712020:0f8fad5b-d9cb-469f-a165-70867728950e'],
    ['5B10AC8D82E05B22CC7D4EF5', '5b10ac8d82e05b22cc7d4ef5'],
    ['ug:new-Shape-1', 'ug:new-Shape-1'],
  ])('has one spelling of the account %j', (accountId, one) =>
    expect(TargetRef.parse({ email: null, accountId }).accountId).toBe(one));
});
