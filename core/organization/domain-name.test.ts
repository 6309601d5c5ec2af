import fc from 'fast-check';
import { toASCII } from 'tr46';
import { describe, expect, it } from 'vitest';
import { canonicalDomain, domainKey } from './domain-name.ts';

describe('canonicalDomain', () => {
  it.each([
    ['acme.example', 'acme.example'],
    ['ACME.Example', 'acme.example'],
    [' acme.example. ', 'acme.example'],
    ['müller.example', 'xn--mller-kva.example'],
    ['MÜLLER.example', 'xn--mller-kva.example'],
    ['mu\u0308ller.example', 'xn--mller-kva.example'],
    ['xn--mller-kva.example', 'xn--mller-kva.example'],
    ['XN--MLLER-KVA.EXAMPLE', 'xn--mller-kva.example'],
    ['acme。example', 'acme.example'],
    ['ａｃｍｅ.example', 'acme.example'],
    ['ac\u00ADme.example', 'acme.example'],
    ['straße.example', 'xn--strae-oqa.example'],
    ['3m.example', '3m.example'],
    ['mail.3m.example', 'mail.3m.example'],
    ['☃.example', 'xn--n3h.example'],
    ['paral·lel.example', 'xn--parallel-koa.example'],
    ['acme.उदाहरण', 'acme.xn--p1b6ci4b4b3a'],
    ['acme.ｅｘａｍｐｌｅ', 'acme.example'],
  ])('%j is %j', (written, name) => expect(canonicalDomain(written)).toBe(name));

  it.each([
    '',
    '.',
    'acme',
    'acme..example',
    '.acme.example',
    '-acme.example',
    'acme.example/x',
    'acme.example?x',
    'acme.example#x',
    'acme.example:443',
    'emma@acme.example',
    'acme.ex ample',
    'acme.ex\tample',
    'acme%2eexample',
    '192.168.0.1',
    '1.2',
    '0x7f.1',
    '[::1]',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
  ])('%j is no domain', (written) => expect(canonicalDomain(written)).toBeNull());

  it('agrees with tr46, which keeps the same standard apart from browsers', () => {
    const letter = fc.constantFrom(
      ...'abzAZ09-äÄßσςéèñøıİкиев東京ａＢ\u00AD\u0301\u200Dא'.split(''),
      'mu\u0308',
      'xn--mller-kva',
      '。',
    );
    const label = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
        const written = `${labels.join('.')}.example`;
        const name = canonicalDomain(written);
        const other = toASCII(written, {
          checkBidi: true,
          checkJoiners: true,
          checkHyphens: false,
          verifyDNSLength: false,
        });
        // Each refuses some that the other takes (hyphens, mixed directions): what both read, they read alike.
        if (name !== null && other !== null) expect(name).toBe(other);
      }),
      { numRuns: 3000 },
    );
  });

  it('has no sign in its last label', () => {
    const sign = fc.oneof(
      fc.constantFrom(...'•·→│¦§▪✓※⏎・™℡²①ⅷ′‧‿€°'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((one) => /^[\p{P}\p{S}]$/u.test(one)),
    );
    fc.assert(
      fc.property(sign, fc.constantFrom('', 'eve'), (between, after) => {
        fc.pre(!/[-－﹣.。．｡]/u.test(between));
        expect(canonicalDomain(`acme.example${between}${after}`)).toBeNull();
      }),
    );
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const name = canonicalDomain(`${text}.example`);
        if (name !== null) expect(canonicalDomain(name)).toBe(name);
      }),
    );
  });

  it('what is no domain is compared as text', () => {
    expect(domainKey(' Any Domain')).toBe('any domain');
    expect(domainKey('müller.example')).not.toBe(domainKey('mueller.example'));
  });
});
