import { describe, expect, it } from 'vitest';
import { addressKey, parseAddress } from './address.ts';
import { isLikeAddress } from './like-address.ts';
import { peopleInText } from './people-in-text.ts';
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
  it.each<[string, unknown]>([
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
    ['Ray, Eve <eve.ray@x.example>', ['eve.ray@x.example']],
    ['Ray, Eve <eve@x.example>', ['?Ray', 'eve@x.example']],
    ['Eve, Liam <liam@x.example>', ['?Eve', 'liam@x.example']],
    ['Eve Ray, Liam Chen <liam.chen@x.example>', ['?Eve Ray', 'liam.chen@x.example']],
    ['Chen, Liam <lc17@x.example>', ['?Chen', 'lc17@x.example']],
    ['Müller, Jörg <joerg.mueller@x.example>', ['joerg.mueller@x.example']],
    ['Doe, Jo <jdoe@x.example>; Ray, Eve <ray.e@x.example>, Kim', ['jdoe@x.example', 'ray.e@x.example', '?Kim']],
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
    ['mailto:liam@x.example?bcc=eve', ['liam@x.example', '?eve']],
    ['mailto:liam@x.example?BCC=eve&cc=kim&to=omar', ['liam@x.example', '?eve', '?kim', '?omar']],
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
    ...[
      ' <eve outside>',
      '\t<eve outside>',
      '</b><b>eve outside</b>',
      '</span> <span class="x">eve outside</span>',
      '</option><option>eve outside</option>',
      '</td></tr><tr><td>eve outside</td></tr>',
      " 'eve outside'",
      ' "eve outside"',
      ' “eve outside”',
      ' et eve outside',
      ' y eve outside',
      ' Plus eve outside',
      ' CC eve outside',
      ' och eve outside',
      ' и eve outside',
      ' 和 eve outside',
      ' cc eve outside',
      ' cc: eve outside',
      ' Kopie: eve outside',
      ' 2. eve outside',
      ' 2) eve outside',
      ' (Sales) & eve outside',
      ' [External] | eve outside',
    ].map((behind): [string, unknown[]] => [
      `liam@x.example${behind}`,
      ['liam@x.example', expect.stringMatching(/^\?[“]?eve outside["'”]?$/u)],
    ]),
    ['1. liam@x.example 2. eve', ['liam@x.example', '?eve']],
    ["'liam@x.example' 'eve'", ['liam@x.example', "?eve'"]],
    ['<b>liam@x.example</b><b>eve</b>', ['liam@x.example', '?eve']],
    ['<td>Liam Chen</td><td>liam@x.example</td><td>Sales</td>', ['liam@x.example']],
    ['liam@x.example Y. Chen', ['liam@x.example']],
    ...['Ed Ray', 'Tai Chen', 'Con Doyle', 'Eva Ja', 'Andy Orr', 'Änd Öder'].map((name): [string, string[]] => [
      `liam@x.example ${name}`,
      ['liam@x.example'],
    ]),
    ...['and', '&', '/', '|', '-', '–', 'et', 'Und', '(Acme) &', '>'].map((join): [string, string[]] => [
      `Liam Chen <liam@x.example> ${join} Emma Ray <emma@x.example>`,
      ['liam@x.example', 'emma@x.example'],
    ]),
    ['liam@x.example and Emma Ray emma@x.example', ['liam@x.example', 'emma@x.example']],
    ['liam@x.example & eve & Emma Ray <emma@x.example>', ['liam@x.example', 'emma@x.example', '?eve']],
    ['liam@x.example\teve outside\temma@x.example', ['liam@x.example', 'emma@x.example', '?eve outside']],
    [
      'Liam <liam@x.example> & eve at y.example <emma@x.example>',
      ['liam@x.example', 'emma@x.example', expect.any(String)],
    ],
    ...[
      'Chen, Liam (he/him) <liam.chen@x.example>',
      'Chen, Liam <liam.chen@x.example> (Sales, EMEA)',
      'Liam (Acme; Berlin) <liam@x.example>',
      'Liam Chen (Acme, Inc.) liam@x.example',
      'liam@x.example (Acme, Berlin)',
      '"Chen, Liam" (Sales, EMEA) <liam@x.example>',
      'Liam @ Acme <liam@x.example>',
      'Liam.Chen <liam@x.example>',
      'J.R. Chen <liam@x.example>',
      'liam.chen <liam.chen@x.example>',
      "'liam@x.example'",
      "'Liam Chen' <liam@x.example>",
    ].map((text): [string, string[]] => [
      text,
      [text.includes('liam.chen') ? 'liam.chen@x.example' : 'liam@x.example'],
    ]),
    ["o'neil@x.example", ["o'neil@x.example"]],
    ['liam.chen@x.example\tLiam\tChen', ['liam.chen@x.example']],
    ['liam@x.example\tLiam\tChen', ['liam@x.example']],
    ['liam@x.example\teve\tChen', ['liam@x.example', '?eve Chen']],
    ['liam@x.example (Acme\neve outside)', ['liam@x.example', '?eve outside)']],
    ['liam@x.example (Acme, eve outside', ['liam@x.example', '?eve outside']],
    ['liam@x.example (Acme, eve@y.example)', ['liam@x.example', 'eve@y.example']],
    ['(eve, kim) liam@x.example', ['?(eve', 'liam@x.example']],
    ['(Eve, Kim)', ['?(Eve', '?Kim)']],
    ['liam@x.example eve @ outside', ['liam@x.example', '?@']],
    ['Eve.outside.example <liam@x.example>', ['liam@x.example', '?Eve.outside.example']],
    ['liam@x.example•eve', ['?liam@x.example•eve']],
    ['liam@x.example™', ['?liam@x.example™']],
    ['liam@x.example\0eve', ['?liam@x.example eve']],
    ['liam@x.example & eve\0', ['liam@x.example', '?eve']],
    [' , ;', []],
    ['', []],
    ...['Eve Ray and ', 'Eve Ray & ', 'Eve Ray / ', 'Eve Ray + ', 'Eve Ray und ', 'Eve Ray cc: ', 'Eve Ray 和 '].map(
      (before): [string, string[]] => [`${before}liam@x.example`, ['liam@x.example', '?Eve Ray']],
    ),
    ['Eve Ray and <liam@x.example>', ['liam@x.example', '?Eve Ray']],
    ['Eve and Kim and liam@x.example', ['liam@x.example', '?Eve and Kim']],
    ['Eve Ray and Liam Chen <liam@x.example>', ['liam@x.example', '?Eve Ray']],
    ['<b>Eve</b> and <b>liam@x.example</b>', ['liam@x.example', '?Eve']],
    ['Liam and liam@x.example', ['liam@x.example', '?Liam']],
    ['Liam Chen / liam@x.example', ['liam@x.example']],
    ['and liam@x.example', ['liam@x.example']],
    ['cc: liam@x.example', ['liam@x.example']],
    ['liam@x.example Liam Chen and Eve Ray', ['liam@x.example', '?Eve Ray']],
    ['liam@x.example Liam Chen and Eve and emma@x.example', ['liam@x.example', 'emma@x.example', '?Eve']],
    ['liam@x.example Sales & Marketing', ['liam@x.example']],
    ...[
      'eve AT outside DOT example',
      'eve at outside dot example',
      'eve (AT) outside',
      'eve At outside.example',
      'eve at outside',
      'eve%40outside',
      'eve at x.example',
    ].map((second): [string, string[]] => [`liam@x.example ${second}`, ['liam@x.example', `?${second}`]]),
    ...[
      'Liam Chen at Acme',
      'Liam Chen At Work',
      'Liam Chen (x.example)',
      'Liam Chen [acme.example]',
      'Liam Chen at x.example',
      'Dot Matrix at Acme',
    ].map((name): [string, string[]] => [`${name} <liam@x.example>`, ['liam@x.example']]),
    ['eve at x.example <liam@x.example>', ['liam@x.example', '?eve at x.example']],
    ['Eve (eve at y.example) <liam@x.example>', ['liam@x.example', '?Eve (eve at y.example)']],
    ...['?', '!', ':', '?!', '？', '：'].map((mark): [string, string[]] => [
      `liam@x.example${mark}`,
      ['liam@x.example'],
    ]),
    ['liam@x.example: Liam', ['liam@x.example']],
    ['liam@x.example: eve', ['liam@x.example', '?eve']],
    ['liam@x.example? eve', ['liam@x.example', '?eve']],
    ['Eve? liam@x.example!', ['liam@x.example']],
    ['liam@x.example: emma@x.example', ['liam@x.example', 'emma@x.example']],
    ['<liam@x.example>: Liam', ['liam@x.example']],
    ...[' - ', ' – ', ' | ', ' / ', ' : ', '\t', ' = '].flatMap((sign): [string, string[]][] => [
      [`liam.chen@x.example${sign}Liam Chen`, ['liam.chen@x.example']],
      [`liam@x.example${sign}Liam Chen`, ['liam@x.example']],
      [`liam@x.example${sign}Eve Chen`, ['liam@x.example', '?Eve Chen']],
      [`liam.chen@x.example${sign}Eve Chen`, ['liam.chen@x.example', '?Eve Chen']],
      [`lchen@x.example${sign}Liam Chen`, ['lchen@x.example']],
      [`chen.l@x.example${sign}Liam Chen`, ['chen.l@x.example']],
    ]),
    ['liam@x.example | Liam Chen | Eve Ray', ['liam@x.example', '?Eve Ray']],
    ['liam@x.example - Liam Chen & Eve Ray', ['liam@x.example', '?Eve Ray']],
    ['liam@x.example & Liam Chen', ['liam@x.example', '?Liam Chen']],
    ['liam@x.example - Liam Chen / emma@x.example', ['liam@x.example', 'emma@x.example']],
    ...[
      'Santiago Ramón y Cajal <santiago.cajal@x.example>',
      '"Santiago Ramón y Cajal" <santiago.cajal@x.example>',
      'Dr. Santiago Ramón y Cajal (Madrid) <santiago.cajal@x.example>',
      'José Ortega y Gasset <jose.gasset@x.example>',
      'Ana e Silva <ana.silva@x.example>',
      'Josep Puig i Cadafalch <josep.cadafalch@x.example>',
      'Sales & Support <sales.support@x.example>',
      'Research and Development <research.development@x.example>',
      'Verkauf und Prüfung <verkauf.pruefung@x.example>',
      'Design and Sales & Support <design-sales_support@x.example>',
      'Gloria von Thurn und Taxis <gloria.thurn.taxis@x.example>',
      'ana.silva@x.example - Ana e Silva',
      'sales.support@x.example (Berlin) Sales & Support',
    ].map((text): [string, unknown[]] => [text, [expect.stringMatching(/^[^?]*@x\.example$/u)]]),
    [
      'Liam <liam@x.example> & Sales and Support <sales.support@x.example>',
      ['liam@x.example', 'sales.support@x.example'],
    ],
    ['Eve and Ana e Silva <ana.silva@x.example>', ['ana.silva@x.example', '?Eve']],
    ...[
      'Eve Ray and Liam Chen',
      'Eve Chen and Liam Chen',
      'Eve Chen y Liam Chen',
      'Liam Ray and Liam Chen',
      'Liam Ray and Chen',
      'Eve Liam y Chen',
      'Eve & Liam and Chen Liam',
      'Liam or Eve y Chen',
      'Liam - Eve y Chen',
      'Liam (Acme) Eve y Chen',
      'Liam plus Chen',
      'Liam cc Chen',
    ].map((names): [string, unknown[]] => [
      `${names} <liam.chen@x.example>`,
      ['liam.chen@x.example', expect.stringMatching(/^\?/u)],
    ]),
    ...[
      'St. John, Ivy <ivy.stjohn@x.example>',
      'St. John, Ivy <ivy.st-john@x.example>',
      'Dr. Chen, Liam <liam.chen@x.example>',
      'Chen (EXT), Liam <liam.chen@x.example>',
      'Chen [EXT], Liam <liam.chen@x.example>',
      'Chen, Liam [EXT] <liam.chen@x.example>',
      'Chen Jr., Liam <lchen@x.example>',
      'Chen, Liam 2 <liam.chen2@x.example>',
      'Chen, Liam/EXT <liam.chen.ext@x.example>',
      'Dr. Liam Chen, PhD <liam.chen@x.example>',
      'Liam Chen, Ph.D. <lchen@x.example>',
      'Dr. van der Berg, Emma <emma.berg@x.example>',
      'Dr. van der Berg, Emma <emma.vanderberg@x.example>',
      'Dr. Müller-Öz, Jörg <joerg.mueller@x.example>',
      'Dr. Wałęsa, Łukasz <l.walesa@x.example>',
      "Dr. O'Neil, Jean-Luc <jean-luc.oneil@x.example>",
      'Dr. Chen, L. <chenl@x.example>',
      'Dr. Ramón y Cajal, Santiago <santiago.ramon.cajal@x.example>',
    ].map((text): [string, unknown[]] => [text, [expect.stringMatching(/^[^?]*@x\.example$/u)]]),
    ...[
      'Eve (EXT), Liam <liam@x.example>',
      'Dr. Eve, Liam Chen <liam.chen@x.example>',
      'Dr. Eve Chen, Liam <liam.chen@x.example>',
      'Dr. Chen Eve, Liam <liam.chen@x.example>',
      'J. Chen, Liam <liam.chen@x.example>',
      'Dr. Chen, Liam Chen <liam.chen@x.example>',
      'Dr. Chen, and Liam <liam.chen@x.example>',
      'Dr. Chen, Liam and Eve <liam.chen@x.example>',
      'Chen, Liam & Eve <liam.chen@x.example>',
      'Chen, Liam/Eve <liam.chen@x.example>',
      'Dr. Chen, Eve <liam.chen@x.example>',
      'Dr. Carol, Liam <liam.c@x.example>',
      'E. E, Liam <liam.e@x.example>',
      'eve @ outside, Liam <liam@x.example>',
      'Chen (eve at y.example), Liam <liam.chen@x.example>',
      'Chen (eve＠y), Liam <liam.chen@x.example>',
      'Dr. Chen; Liam <liam.chen@x.example>',
      '5b10ac8d82e05b22cc7d4ef5 Chen, Liam <liam.chen@x.example>',
      '557058000000 Chen, Liam <liam.chen@x.example>',
    ].map((text): [string, unknown] => [
      text,
      expect.toSatisfy((names: string[]) => names.length === 2 && names.some((name) => /^[?#]/u.test(name))),
    ]),
    ['Human Resources & Payroll <payroll@x.example>', ['payroll@x.example', '?Human Resources']],
    ['| liam@x.example | Liam Chen |', ['liam@x.example']],
    ['| liam@x.example | Liam Chen | Sales |', ['liam@x.example']],
    ['| Eve Ray | er17@x.example | Sales |', ['er17@x.example']],
    ['| liam@x.example | Eve Ray |', ['liam@x.example', '?Eve Ray']],
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
    expect(whomInWords(others(null))).toBe('people nobody counted');
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
