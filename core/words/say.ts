import { parse } from '@formatjs/icu-messageformat-parser';
import { type Formatters, formatToParts, IntlMessageFormat } from 'intl-messageformat';
import type { Messages } from './messages/index.ts';

/** A message, parsed: the extension's are parsed when it is built, and it carries no parser. */
export type Parsed = Parameters<typeof formatToParts>[0];

/** Where there is a parser: in the panel, in tests, and in the extension's build. */
export const parsed = (text: string): Parsed => parse(text, { ignoreTag: true });

/** Says a message in one language. A value that is missing does not compile. */
export interface Say<M extends Taking<M> = Messages> {
  <K extends keyof M & string>(key: K, ...values: ValuesOf<K, M>): string;
  /** What numbers, lists and times are written by, as `de-AT`. */
  readonly locale: string;
  /**
   * For what others name, as the code of a reason: null where there is no such message, or not all of its values, as an older or newer
   * service sends it. Whoever asks has a text to show instead.
   */
  readonly known: (key: string, values: Readonly<Record<string, string | number>>) => string | null;
}

/** Messages by key, with the values they take. */
type Taking<M> = { readonly [K in keyof M]: Readonly<Record<string, string | number>> };

/** What a message takes: nothing, or all of its values. */
export type ValuesOf<K extends keyof M, M extends Taking<M> = Messages> = keyof M[K] extends never
  ? []
  : [values: M[K]];

/**
 * Fills in by the part of the library that does only this: its class asks the engine first which languages it has, which takes 30 ms
 * before the first badge.
 * @param messageOf null where there is no such message
 * @param locale of the language that the messages are written in
 */
export function sayIn<M extends Taking<M> = Messages>(
  messageOf: (key: string) => Parsed | null,
  locale: string,
): Say<M> {
  const read = new Map<string, Parsed>();
  const partsOf = (key: string): Parsed | null => {
    const parts = read.get(key) ?? messageOf(key);
    if (parts !== null) read.set(key, parts);
    return parts;
  };
  const formatters = formattersAtFirstUse();
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const parts = partsOf(key);
    if (parts === null) throw new Error(`There is no message "${key}".`);
    return formatToParts<never>(parts, locale, formatters, IntlMessageFormat.formats, values, undefined, key)
      .map(({ value }) => value)
      .join('');
  };
  return Object.assign(say, {
    locale,
    known: (key: string, values: Readonly<Record<string, string | number>>): string | null => {
      const parts = partsOf(key);
      const isComplete = parts !== null && [...argumentsOf(parts)].every((name) => name in values);
      return isComplete ? say(key, values) : null;
    },
  });
}

function formattersAtFirstUse(): Formatters {
  const once = <A extends readonly unknown[], F>(make: (...args: A) => F): ((...args: A) => F) => {
    const made = new Map<string, F>();
    return (...args) => {
      const key = JSON.stringify(args);
      const formatter = made.get(key) ?? make(...args);
      made.set(key, formatter);
      return formatter;
    };
  };
  return {
    getNumberFormat: once((locale, options) => new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions)),
    getDateTimeFormat: once((locale, options) => new Intl.DateTimeFormat(locale, options)),
    getPluralRules: once((locale, options) => new Intl.PluralRules(locale, options)),
  };
}

/** The names of the values that a message takes, those inside its choices too. */
export function argumentsOf(parts: Parsed): Set<string> {
  const names = new Set<string>();
  for (const part of parts) {
    // A literal's value is its text, that of "#" is none.
    if ('value' in part && part.type !== LITERAL) names.add(part.value);
    if (!('options' in part)) continue;
    for (const { value } of Object.values(part.options)) for (const name of argumentsOf(value)) names.add(name);
  }
  return names;
}

/** `TYPE.literal` of the parser, which does not ship. */
const LITERAL = 0;
