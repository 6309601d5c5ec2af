import { describe, expect, it } from 'vitest';
import { addressKey, parseAddress } from './address.ts';
import { isLikeAddress, peopleInText } from './people-in-text.ts';
import { countOf, kindOfWhom, listed, MOST_TEXT, MOST_WHOM, others, somebody, whomInWords } from './whom.ts';

describe('parseAddress', () => {
  it.each([
    ['Emma.Berg@ACME.example', 'emma.berg@acme.example'],
    [' mailto:emma@acme.example. ', 'emma@acme.example'],
    ['r&d@acme.example', 'r&d@acme.example'],
    ['pat_partner.example#EXT#@tenant.onmicrosoft.example', 'pat_partner.example#ext#@tenant.onmicrosoft.example'],
    ['first..last@docomo.example', 'first..last@docomo.example'],
    ['sales/eu@acme.example', 'sales/eu@acme.example'],
    ["o'neil+jira=x{1}~@acme.example", "o'neil+jira=x{1}~@acme.example"],
    ['.dot.@acme.example', '.dot.@acme.example'],
    ['ΝΙΚΟΣ@acme.example', 'νικοσ@acme.example'],
    ['νικος@acme.example', 'νικοσ@acme.example'],
    ['J\u030C@acme.example', 'ǰ@acme.example'],
    ['emma@acme－hq.example', 'emma@acme-hq.example'],
    ['o’neil@acme.example', 'o’neil@acme.example'],
    ['emma@müller.example', 'emma@xn--mller-kva.example'],
    ['E\u0301ve@MU\u0308LLER.example', 'éve@xn--mller-kva.example'],
  ])('%j is %j', (written, email) => expect(parseAddress(written)?.email).toBe(email));

  it.each([
    '',
    '@acme.example',
    'emma@',
    'emma',
    'emma@acme',
    'a b@acme.example',
    'a@b@acme.example',
    '"a b"@acme.example',
    'eve\u200B@acme.example',
    'eve@ac\u00ADme.example',
    'eve@ac\u200Bme.example',
    'eve@acme\uFE0F.example',
    'eve＠acme.example',
    'eve@[1.2.3.4]',
    '‘eve@acme.example’',
    '‘eve@acme.example',
    'eve@acme.example”',
    'eve@acme.example»',
    'liam@acme.example–eve',
    'liam@acme.example—eve.example',
    'liam@acme.example―eve',
    `${'e'.repeat(250)}@acme.example`,
  ])('%j is no address', (written) => expect(parseAddress(written)).toBeNull());

  it('is compared in one spelling', () => {
    expect(addressKey('Emma@Müller.example.')).toBe(addressKey('emma@xn--mller-kva.example'));
    expect(addressKey(' Not An Address ')).toBe('not an address');
  });
});

describe('peopleInText', () => {
  const said = (text: string) =>
    peopleInText(text).map(
      ({ email, accountId, text: as }) => email ?? (accountId === null ? `?${as}` : `#${accountId}`),
    );
  it.each([
    ['eve@outside.example', ['eve@outside.example']],
    ['Eve Ray <eve@outside.example>', ['eve@outside.example']],
    ['"Ray, Eve" <eve@outside.example>; liam@acme.example', ['eve@outside.example', 'liam@acme.example']],
    ['a@x.example b@x.example\nc@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['a@x.example，b@x.example', ['a@x.example', 'b@x.example']],
    ['a@x.example, eve@', ['a@x.example', '?eve@']],
    ['Eve, a@x.example', ['?Eve', 'a@x.example']],
    ['Eve <eve@outside>, a@x.example', ['?Eve <eve@outside>', 'a@x.example']],
    ['12" screen, eve@x.example', ['?12" screen', 'eve@x.example']],
    ['a@x.example <b@x.example>', ['a@x.example', 'b@x.example']],
    ['<a@x.example, b@x.example', ['a@x.example', 'b@x.example']],
    ['Ray, Eve <eve@x.example>', ['eve@x.example']],
    ['Doe, Jo <jo@x.example>; Ray, Eve <eve@x.example>, Kim', ['jo@x.example', 'eve@x.example', '?Kim']],
    ['eve at x.example, Jo <jo@x.example>', ['?eve at x.example', 'jo@x.example']],
    ['Eve Ray\teve@x.example\tSales\nLiam Chen\tliam@x.example\tIT', ['eve@x.example', 'liam@x.example']],
    ['Eve Ray\tLiam Chen', ['?Eve Ray', '?Liam Chen']],
    ['liam@x.example\teve at y.example', ['liam@x.example', '?eve at y.example']],
    ['mailto:a@x.example,b@x.example?cc=c%40x.example&subject=d', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['mailto:r&d@x.example?b@x.example', ['r&d@x.example', 'b@x.example']],
    ['🦊 Eve <eve@x.example>', ['eve@x.example']],
    ['a@x.example､b@x.example', ['a@x.example', 'b@x.example']],
    ['\u202Aeve@x.example\u202C', ['?‹U+202A›eve@x.example‹U+202C›']],
    ['liam@x.example\teve outside', ['liam@x.example', '?eve outside']],
    ['liam@x.example & eve', ['liam@x.example', '?eve']],
    ['liam@x.example and eve', ['liam@x.example', '?eve']],
    ['liam@x.example AND everyone', ['liam@x.example', '?everyone']],
    ['Liam <liam@x.example> or eve', ['liam@x.example', '?eve']],
    ['liam@x.example und eve', ['liam@x.example', '?eve']],
    ['liam@x.example Andrea Orlando', ['liam@x.example']],
    ['Tom and Jo Lee <lee@x.example>', ['lee@x.example']],
    ['"liam@x.example" "eve"', ['liam@x.example', '?eve"']],
    ['"liam@x.example"', ['liam@x.example']],
    ['“liam@x.example”', ['?“liam@x.example”']],
    ['mailto:liam@x.example?%62cc=eve@x.example', ['liam@x.example', 'eve@x.example']],
    ['mailto:liam@x.example?x=eve%40x.example&y=1', ['liam@x.example', 'eve@x.example']],
    ['mailto:liam@x.example?subject=eve@x.example&body=kim@x.example', ['liam@x.example']],
    ['liam@x.example / eve outside example', ['liam@x.example', '?eve outside example']],
    ['<liam@x.example> | eve', ['liam@x.example', '?eve']],
    ['<liam@x.example> <eve outside>', ['liam@x.example', '?eve outside']],
    ['Liam <liam@x.example> <>', ['liam@x.example']],
    ...[
      '\u2028',
      '\u2029',
      '\v',
      '\f',
      '\u0085',
      ' > ',
      '<br>',
      '</p><p>',
      ' * ',
      ' ~ ',
      ' = ',
      ' ▪ ',
      ' … ',
      ' → ',
      ' : ',
    ].map((sign): [string, string[]] => [`liam@x.example${sign}eve outside`, ['liam@x.example', '?eve outside']]),
    ['liam@x.example (Liam Chen)', ['liam@x.example']],
    ['liam@x.example [External]', ['liam@x.example']],
    ['Liam Chen liam@x.example', ['liam@x.example']],
    ['liam@x.example Liam Chen', ['liam@x.example']],
    ['Liam & Co liam@x.example (Sales)', ['liam@x.example']],
    [
      'liam@x.example 712020:0f8fad5b-d9cb-469f-a165-70867728950e',
      ['liam@x.example', '#712020:0f8fad5b-d9cb-469f-a165-70867728950e'],
    ],
    ['5b10ac8d82e05b22cc7d4ef5 <liam@x.example>', ['liam@x.example', '#5b10ac8d82e05b22cc7d4ef5']],
    ['Internationalizations <liam@x.example>', ['liam@x.example']],
    [' , ;', []],
    ['', []],
  ])('%j names %j', (text, names) => expect(said(text)).toEqual(names));
});

it.each<[string, boolean]>([
  ['eve＠outside.example', true],
  ['eve at outside.example', true],
  ['eve (at) outside', true],
  ['eve[at]outside.example', true],
  ['eve%40outside.example', true],
  ['Liam Chen', false],
  ['Liam at work', false],
  ['Pat.Smith', false],
])('%s may be an address: %s', (text, may) => expect(isLikeAddress(text)).toBe(may));

describe('whom', () => {
  it('is one of four', () => {
    expect([somebody('Eve@x.example'), somebody('Eve'), others(3)].map((whom) => whom && kindOfWhom(whom))).toEqual([
      'address',
      'unreadable',
      'more',
    ]);
    expect(somebody(' \n ')).toBeNull();
  });

  it('keeps how an address was written, beside the one spelling', () => {
    expect(somebody('Eve@Bücher.example')).toEqual({
      email: 'eve@xn--bcher-kva.example',
      accountId: null,
      text: 'Eve@Bücher.example',
    });
  });

  it('says when a text was cut', () => {
    const text = somebody('x'.repeat(1000))?.text ?? '';
    expect(text).toHaveLength(MOST_TEXT);
    expect(text.endsWith('…')).toBe(true);
  });

  it('is listed once; the rest of a long list is a member that counts them', () => {
    const many = Array.from({ length: MOST_WHOM + 5 }, (_, n) => somebody(`p${n}`) ?? others(1));
    expect(listed([...many, ...many])).toHaveLength(MOST_WHOM);
    expect(listed(many).at(-1)).toEqual(others(6));
    expect(countOf(listed(many))).toBe(MOST_WHOM + 5);
    expect(listed([...many, others(null)]).at(-1)).toEqual(others(null));
    expect(countOf([others(null)])).toBeNull();
  });

  it('in words', () => {
    expect(whomInWords({ email: null, accountId: null, text: 'eve@' })).toBe('“eve@” (cannot be read)');
    expect(whomInWords(others(null))).toBe('people Gatehouse cannot read');
    expect(whomInWords(others(7))).toBe('7 more people');
    expect(whomInWords(others(1))).toBe('1 more person');
    expect(whomInWords({ email: 'a@x.example', accountId: null, text: 'A@x.example' })).toBe('A@x.example');
  });
});

describe('a text that a page made long', () => {
  // Read by its square, this is a quarter of a minute; read once, a few milliseconds.
  it.each(['＠', ' at outside.example', '@'])('is read once from end to end: letters, then %s', (end) => {
    const text = `${'a'.repeat(20_000)}${end}`;
    expect(peopleInText(text)).toMatchObject([{ email: null, accountId: null }]);
  });
});
