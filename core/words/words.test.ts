import { describe, expect, it } from 'vitest';
import { catalogues, type Language, sayFrom } from './languages.ts';
import { type MessageKey, samples } from './messages/index.ts';
import { argumentsOf, type Parsed, parsed as parse } from './say.ts';

const keys = Object.keys(samples) as MessageKey[];
const languages = Object.keys(catalogues) as Language[];
const parsed = (language: Language, key: MessageKey): Parsed => parse(catalogues[language][key]);

/** Every choice that a message makes between plurals, those inside others too. */
const pluralsOf = (parts: Parsed): { readonly categories: string[] }[] =>
  parts.flatMap((part) => {
    if (!('options' in part)) return [];
    const inside = Object.values(part.options).flatMap(({ value }) => pluralsOf(value));
    return 'pluralType' in part ? [{ categories: Object.keys(part.options) }, ...inside] : inside;
  });

/** Values that are read, not only asked to choose between forms that another language need not have. */
const shownIn = (parts: Parsed): Set<string> =>
  new Set(
    parts.flatMap((part) => {
      if (!('options' in part)) return 'value' in part ? [...argumentsOf([part])] : [];
      const inside = Object.values(part.options).flatMap(({ value }) => value);
      return [...shownIn(inside), ...(inside.some(({ type }) => type === POUND) ? [part.value] : [])];
    }),
  );

/** `TYPE.pound` of the parser. */
const POUND = 7;

/** The same in another language: names, signs and words that the language has from English or shares with it. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  de: ['it', 'copy.app', 'badge.label.app'],
  fr: ['prompt.action'],
};

/** Sentences of values and signs only. */
const hasNoWords = (text: string): boolean => !/\p{L}{2}/u.test(text.replace(/\{[^{}]*\}/g, ''));

describe.each(languages)('%s', (language) => {
  const catalogue = catalogues[language];

  it('has every message and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...keys].sort());
  });

  it('shows every value that English shows, and takes no others', () => {
    for (const key of keys) {
      const [used, shown] = [argumentsOf(parsed(language, key)), shownIn(parsed(language, key))];
      const english = parsed('en', key);
      expect([...argumentsOf(english)].sort(), key).toEqual(Object.keys(samples[key]).sort());
      expect(
        [...used].filter((name) => !argumentsOf(english).has(name)),
        key,
      ).toEqual([]);
      expect([...shown].sort(), key).toEqual([...shownIn(english)].sort());
    }
  });

  it('renders each message with its sample', () => {
    const say = sayFrom(catalogue, language);
    for (const key of keys) {
      const said = say.known(key, samples[key]);
      expect(said, key).toBeTypeOf('string');
      if (key !== 'both.gap') expect(said?.trim(), key).not.toBe('');
      for (const value of Object.values(samples[key]))
        if (typeof value === 'string' && !['yes', 'no', 'you', 'one', 'several'].includes(value))
          expect(said, key).toContain(value);
    }
  });

  it('chooses between all plurals that the language has', () => {
    // Of whole numbers up to a few thousands: nobody counts seats in halves or millions.
    const rules = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: 2000 }, (_, count) => rules.select(count)));
    for (const key of keys)
      for (const { categories } of pluralsOf(parsed(language, key)))
        expect(
          [...needed].filter((category) => !categories.includes(category)),
          key,
        ).toEqual([]);
  });

  it('has badges that fit beside a name', () => {
    // 92 px in bold of 11 px, with the shape before the words; signs of Japanese take twice the room.
    const most = language === 'ja' ? 6 : 12;
    for (const key of keys.filter((one) => one.startsWith('badge.label.')))
      expect(catalogue[key].length, catalogue[key]).toBeLessThanOrEqual(most);
  });

  it('is plain text in the signs of print: no markup, no straight apostrophe, no line break', () => {
    for (const key of keys) expect(catalogue[key], key).not.toMatch(/[<>&'\n$]|\s{2}/);
  });
});

it.each(
  languages.filter((language) => language !== 'en'),
)('%s is translated: nothing reads as in English but what is named here', (language) => {
  const catalogue = catalogues[language];
  const same = keys.filter((key) => catalogue[key] === catalogues.en[key] && !hasNoWords(catalogue[key]));
  expect(same).toEqual(sameAsEnglish[language] ?? []);
});

it('lists of people in German stand where they need no dative: “38 weitere” would be “38 weiteren”', () => {
  const dative = /\b(?:aus|außer|bei|gegenüber|mit|nach|seit|von|vom|zu|zum|zur) \{(?:people|who)\}/i;
  expect(keys.filter((key) => dative.test(catalogues.de[key]))).toEqual([]);
});
