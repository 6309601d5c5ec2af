import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Product } from './product.ts';
import { productName } from './product-name.ts';
import { productNamed, productOfOwner, type UnknownApp, unknownName } from './product-named.ts';
import { vocabulary } from './vocabulary.ts';

const spelled = Object.entries(vocabulary).flatMap(([key, { ids }]) => [key, ...ids].map((id) => [id, key] as const));

describe('an app by the id that names it', () => {
  it.each(spelled)('%s is %s, in every spelling', (id, key) => {
    for (const written of [id, id.toUpperCase(), ` ${id} `, id.replaceAll('-', '_'), `${id}.ondemand`, `other:${id}`])
      expect(productNamed(written)).toBe(key);
  });

  it.each(Object.entries(vocabulary))('%s is meant by its name', (key, { name }) => {
    expect(productNamed(name)).toBe(key);
    expect(productNamed(` ${name.toUpperCase().replaceAll(' ', '\u00A0 ')} `)).toBe(key);
  });

  it('has each id once', () => {
    expect(new Set(spelled.map(([id]) => id)).size).toBe(spelled.length);
  });

  it.each([
    ['Mystery-App', 'other:mystery-app'],
    ['jira-', 'other:jira-'],
    ['jira-software2', 'other:jira-software2'],
    ['constructor', 'other:constructor'],
    ['__proto__', 'other:__proto__'],
    ['bücher', 'other:bücher'],
    ['Мой апп', 'other:мой_апп'],
    ['Наш апп', 'other:наш_апп'],
    ['開発', 'other:開発'],
    ['Mystery/App', 'other:mystery~2f~app'],
    ['Mystery App', 'other:mystery_app'],
    ['other:b_cher', 'other:b_cher'],
    ['𠮷'.repeat(60), `other:${'𠮷'.repeat(39)}~`],
    ['', 'other:_'],
    ['x'.repeat(200), `other:${'x'.repeat(79)}~`],
  ])('%j stays itself', (id, key) => {
    expect(productNamed(id)).toBe(key);
    expect(Product.parse(key)).toBe(key);
  });

  it('is never another app, and always one that the contract takes', () => {
    const names = Object.values(vocabulary).map(({ name }) => name.toLowerCase());
    const ids = new Set([...spelled.map(([id]) => id), ...names]);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z-]{0,90}$/)), (id) => {
        const key = productNamed(id);
        expect(Product.parse(key)).toBe(key);
        if (!key.startsWith('other:'))
          expect(ids).toContain(
            id
              .normalize('NFKC')
              .trim()
              .toLowerCase()
              .replace(/^other:/, '')
              .replace(/\.ondemand$/, ''),
          );
      }),
    );
  });

  it('is none where a resource is no app’s', () => {
    expect(['platform', 'Identity', 'jira'].map(productOfOwner)).toEqual([null, null, 'jira-software']);
  });
});

describe('the key of an app', () => {
  it.each([
    'jira',
    'other:',
    'other:UPPER',
    `other:${'x'.repeat(81)}`,
    'other:a\n',
    'other:a b',
    'other:a/b',
    'other:a\u200bb',
    'other:a\u00a0b',
    'toString',
    'loom ',
  ])('is not %j', (key) => expect(Product.safeParse(key).success).toBe(false));

  it('kept as unknown before the app was known is read as the app', () =>
    expect(Product.parse('other:loom')).toBe('loom'));

  it('has words, also for nobody and for nobody known', () => {
    expect(productName('loom')).toBe('Loom');
    expect(productName('other:mystery-app')).toBe('unknown app "mystery-app"');
    expect(productName(null)).toBe('app not known');
  });
});

describe('the name of an unknown app, for people', () => {
  const named = (id: string) => unknownName(productNamed(id) as UnknownApp);

  it.each([
    ['Team & Co', 'team & co'],
    ['team+co', 'team+co'],
    ['Mystery/App', 'mystery/app'],
    ['R&D: 100%', 'r&d: 100%'],
    ['Bob’s (beta)', 'bob’s (beta)'],
    ["Bob's app", "bob's app"],
    ['Kanban 🚀', 'kanban 🚀'],
    ['mystery-app', 'mystery-app'],
    ['Мой апп', 'мой апп'],
    ['', '_'],
    ['__proto__', '__proto__'],
    ['~', '~'],
  ])('%j reads as it stood', (id, name) => expect(named(id)).toBe(name));

  it.each([
    ['quotes', 'x" on Jira', 'x~22~ on jira'],
    ['quotes of any language', 'a“b”c„d«e»f「g」', 'a~201c~b~201d~c~201e~d~ab~e~bb~f~300c~g~300d~'],
    ['two apostrophes', "x'' on Jira", 'x~27~~27~ on jira'],
    ['signs that hide or turn others', 'jira\u202e\u200bx', 'jira~202e~~200b~x'],
    ['control signs', 'jira\0x', 'jira~0~x'],
  ])('ends nothing that we write around it, and hides nothing: %s', (_, id, name) => expect(named(id)).toBe(name));

  it.each([
    'other:~6a~ira',
    'other:x~026~y',
    'other:x~ffffffff~y',
    'other:x~d800~y',
    'other:x~a~y',
  ] as const)('%s never was a sign, and stays', (key) => expect(unknownName(key)).toBe(key.slice('other:'.length)));

  it('makes no sign of the half of one, where a long name was cut', () =>
    expect(named(`${'x'.repeat(76)}⭐⭐`)).toBe(`${'x'.repeat(76)}~2b~`));

  it('tells two names apart, and is no app that Gatehouse knows', () => {
    const signs = fc.constantFrom(...'ab_ -.~&/+%":“”\'’é開🚀\u202e\u200b\n2600');
    const names = Object.values(vocabulary).map(({ name }) => fc.constant(name));
    const text = fc.array(fc.oneof({ weight: 5, arbitrary: signs }, ...names), { maxLength: 24 });
    fc.assert(
      fc.property(text, (parts) => {
        const key = productNamed(parts.join(''));
        fc.pre(key.startsWith('other:'));
        expect(productNamed(unknownName(key as UnknownApp))).toBe(key);
        expect(productName(key)).toMatch(/^unknown app "[^"“”„«»\p{C}]+"$/u);
      }),
    );
  });
});
