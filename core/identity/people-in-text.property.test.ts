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

/** What joins two people, and nobody's name and address. */
const joinOfTwo = fc.oneof(
  fc.constantFrom(...'&+/＆＋／').map((one) => ` ${one} `),
  fc.constantFrom(...JOINING_WORDS).map((word) => ` ${word} `),
);

it('whoever stands before an address and what joins two people is somebody', () => {
  const eve = fc.constantFrom('eve', 'Eve Ray', 'eve outside', 'Ray (Sales) Eve');
  const liam = fc.constantFrom(
    'liam@x.example',
    '<liam@x.example>',
    '"liam@x.example"',
    'liam@x.example (Sales)',
    'Liam Chen <liam@x.example>',
    'Liam <liam@x.example>',
  );
  fc.assert(
    fc.property(eve, joinOfTwo, liam, (one, between, two) => {
      const [first, second, ...more] = peopleInText(`${one}${between}${two}`);
      expect([first?.email, second?.email, more]).toEqual(['liam@x.example', null, []]);
      expect(second?.text).toContain(one.split(' ').at(-1));
    }),
    { numRuns: 2000 },
  );
});

it('whoever has no word of the address is somebody, though words on both sides of what joins them are in it', () => {
  const join = joinOfTwo.filter((one) => !/^ [eiy] $/u.test(one));
  const names = fc.constantFrom(
    ['Eve', 'Liam', 'Chen'],
    ['Liam', 'Eve', 'Chen'],
    ['Eve Ray', 'Liam', 'Chen'],
    ['Liam Ray', 'Chen'],
    ['Eve Chen', 'Liam Chen'],
    ['Eve', 'Liam Chen'],
  );
  fc.assert(
    fc.property(names, join, (all, between) => {
      const [liam, ...others] = peopleInText(`${all.join(between)} <liam.chen@x.example>`);
      expect(liam?.email).toBe('liam.chen@x.example');
      expect(others.map(({ text }) => text).join()).toContain(all.find((one) => /Eve|Ray/.test(one)));
    }),
    { numRuns: 1000 },
  );
});

it('whoever stands before a comma is somebody, unless the address has that name too', () => {
  const eve = fc.constantFrom(
    'Eve',
    'eve',
    'EVE',
    'Eve Ray',
    'Eve Chen',
    'Chen Eve',
    'Dr. Eve',
    'Eve (Sales)',
    'E. Chen',
    'St. Eve',
    'Eve 2',
  );
  const liam = fc.constantFrom(
    'Liam',
    'Liam Chen',
    'Liam (he/him)',
    'Liam [EXT]',
    'L. Chen',
    'Liam/EXT',
    'Liam 2',
    'PhD',
  );
  const local = fc.constantFrom(
    'liam',
    'liam.chen',
    'chen.liam',
    'l.chen',
    'lchen',
    'liamchen',
    'liam.c',
    'chen',
    'lc17',
    '17',
  );
  const sign = fc.constantFrom(', ', ',', ' , ', '; ', '\n');
  fc.assert(
    fc.property(eve, sign, liam, local, (one, between, two, email) => {
      const people = peopleInText(`${one}${between}${two} <${email}@x.example>`);
      expect(people.map((whom) => whom.email ?? whom.text)).toEqual([one, `${email}@x.example`]);
    }),
    { numRuns: 2000 },
  );
});

/** Addresses that are made of a name, and the name. */
const own = fc.constantFrom(['Liam', 'Chen'], ['Emma', 'Berg'], ['Änne', 'Öz']).chain(([given = '', family = '']) =>
  fc.tuple(
    fc
      .constantFrom(
        given,
        `${given}.${family}`,
        `${family}.${given}`,
        `${given}_${family}`,
        `${given.charAt(0)}.${family}`,
        `${given.charAt(0)}${family}`,
        `${given}${family.charAt(0)}`,
        `${given}${family}`,
        `${given}.${family}2`,
      )
      .map((local) => `${local.toLowerCase()}@x.example`),
    fc.constantFrom(`${given} ${family}`, `Dr. ${given} ${family}`, `${family} ${given}`),
  ),
);
const notation = fc.constantFrom(' - ', ' – ', ' — ', ' | ', ' / ', ' : ', ': ', ' = ', ' → ', '\t');

it("the person's own name is nobody else, on either side of the address and whatever stands between", () => {
  fc.assert(
    fc.property(own, notation, ([email, name], sign) => {
      for (const text of [`${email}${sign}${name}`, `${name}${sign}${email}`, `| ${email} | ${name} |`])
        expect(
          peopleInText(text).map((whom) => whom.email ?? whom.text),
          text,
        ).toEqual([email]);
    }),
  );
});

it('but another name is, though they have a word of it in common', () => {
  const family = fc.constantFrom('Chen', 'Berg');
  fc.assert(
    fc.property(family, notation, (name, sign) => {
      const email = `liam.${name.toLowerCase()}@x.example`;
      expect(peopleInText(`${email}${sign}Eve ${name}`).map((whom) => whom.email ?? whom.text)).toEqual([
        email,
        `Eve ${name}`,
      ]);
    }),
  );
});

it('what is said of a person beside the address is nobody', () => {
  const said = fc.constantFrom(
    'at Acme',
    'At Work',
    '(x.example)',
    '[acme.example]',
    'at x.example',
    '(Sales at Acme)',
  );
  const end = fc.constantFrom('', '?', '!', ':', ' ?');
  fc.assert(
    fc.property(said, end, (words, mark) => {
      expect(peopleInText(`Liam Chen ${words} <liam@x.example>${mark}`).map(({ email }) => email)).toEqual([
        'liam@x.example',
      ]);
    }),
  );
});

it('a second address is somebody, however it is spelled out', () => {
  const at = fc.constantFrom(' at ', ' AT ', ' At ', ' (at) ', ' (AT) ', '[at]', '＠', '%40');
  const dot = fc.constantFrom('.', ' dot ', ' DOT ', ' (dot) ', '[DOT]');
  const order = fc.boolean();
  fc.assert(
    fc.property(at, dot, order, (sign, point, isFirst) => {
      const eve = `eve${sign}outside${point}example`;
      const people = peopleInText(isFirst ? `${eve} <liam@x.example>` : `liam@x.example ${eve}`);
      expect(people).toHaveLength(2);
      expect(people.map(({ email }) => email).sort()).toEqual(['liam@x.example', null]);
    }),
  );
});

it.each<[string, (text: string) => string]>([
  ['names', (text) => `${text} liam@x.example`],
  ['rows', (text) => `| ${text} | liam@x.example |`],
  ['words behind', (text) => `liam@x.example - ${text}`],
  ['joined', (text) => `${text} and liam@x.example`],
  ['families', (text) => `${text}, Liam <liam.chen@x.example>`],
  ['names in two halves', (text) => `Liam and ${text} and Chen <liam.chen@x.example>`],
])(
  '%s of any length are read in linear time',
  (_, around) => {
    for (const part of [
      'a ',
      'and ',
      'Liam and ',
      'Liam e Chen ',
      'at ',
      '| ',
      '- ',
      '[',
      '(a.bc ',
      '[a',
      'a.bc ',
      '?',
      ' ',
    ])
      expect(peopleInText(around(part.repeat(30_000))).length).toBeGreaterThan(0);
  },
  5_000,
);

it('rows of many people who are named by address and by id are read in linear time', () => {
  const id = (index: number): string => `5b10ac8d82e05b22${(0x10000000 + index).toString(16)}`;
  const row = Array.from({ length: 32_000 }, (_, index) => `a${index}@x.example & ${id(index)} x`).join(' ');
  expect(peopleInText(row)).toHaveLength(64_000);
}, 10_000);
