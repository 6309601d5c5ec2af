import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Product } from './product.ts';
import { productName } from './product-name.ts';
import { productNamed, productOfOwner } from './product-named.ts';
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
