import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JOINING_WORDS } from './joining-words.ts';
import { peopleInText } from './people-in-text.ts';

/** As people and programs write the first of two. */
const first = fc.constantFrom(
  'liam@x.example',
  '<liam@x.example>',
  'Liam Chen <liam@x.example>',
  '"Chen, Liam" (Sales, EMEA) <liam@x.example>',
  'Liam Chen liam@x.example',
  'liam@x.example (Sales)',
  'liam@x.example (Acme, Berlin)',
);
const sign = fc
  .oneof(
    fc.constantFrom(...'&|/+*~•·→▪※'),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
      .filter((one) => /^(?![.@＠﹫<])[\p{S}\p{Po}]$/u.test(one)),
  )
  .filter((one) => !/["']/.test(one));
const join = fc.oneof(
  sign.map((one) => ` ${one} `),
  fc.constantFrom(...JOINING_WORDS).map((word) => ` ${word} `),
  fc.constantFrom(' - ', ' – ', ' — ', '</b><b>', '</span> <span class="a">', '\n', ', ', '; ', '<br>', '</li><li>'),
);
/** Who cannot be read. */
const other = fc.constantFrom('eve', 'Eve Ray', 'eve outside', '712 Eve');

it('whoever stands behind an address and what joins two people is somebody', () => {
  fc.assert(
    fc.property(first, join, other, (one, between, two) => {
      const [liam, eve, ...more] = peopleInText(`${one}${between}${two}`);
      expect([liam?.email, eve?.email, more]).toEqual(['liam@x.example', null, []]);
      expect(eve?.text).toContain(two.split(' ').at(-1));
    }),
    { numRuns: 2000 },
  );
});

it('two people whom everybody can read are two, whatever joins them', () => {
  const last = fc.constantFrom(
    'Emma Ray <emma@x.example>',
    'emma@x.example',
    'Emma.Ray <emma@x.example> (Acme; Berlin)',
  );
  fc.assert(
    fc.property(first, join, last, (one, between, two) => {
      expect(peopleInText(`${one}${between}${two}`).map(({ email }) => email)).toEqual([
        'liam@x.example',
        'emma@x.example',
      ]);
    }),
    { numRuns: 2000 },
  );
});
