import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageKey, Messages } from './messages/index.ts';

/** A message as written, or parsed already: what ships is parsed when it is built, and carries no parser. */
export type Written = ConstructorParameters<typeof IntlMessageFormat>[0];

/** Says a message in one language. A value that is missing does not compile. */
export interface Say {
  <K extends MessageKey>(key: K, ...values: ValuesOf<K>): string;
  /** What numbers, lists and times are written by, as `de-AT`. */
  readonly locale: string;
  /**
   * For what others name, as the code of a reason: null where there is no such message, or not all of its values, as an older or newer
   * service sends it. Whoever asks has a text to show instead.
   */
  readonly known: (key: string, values: Readonly<Record<string, string | number>>) => string | null;
}

/** What a message takes: nothing, or all of its values. */
export type ValuesOf<K extends MessageKey> = keyof Messages[K] extends never ? [] : [values: Messages[K]];

/**
 * @param messageOf null where there is no such message
 * @param locale of the language that the messages are written in
 */
export function sayIn(messageOf: (key: string) => Written | null, locale: string): Say {
  const made = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat | null => {
    const known = made.get(key);
    if (known) return known;
    const written = messageOf(key);
    if (written === null) return null;
    const format = new IntlMessageFormat(written, locale, undefined, { ignoreTag: true });
    made.set(key, format);
    return format;
  };
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const format = formatOf(key);
    if (format === null) throw new Error(`There is no message "${key}".`);
    return String(format.format(values));
  };
  return Object.assign(say, {
    locale,
    known: (key: string, values: Readonly<Record<string, string | number>>): string | null => {
      const format = formatOf(key);
      const isComplete = format !== null && [...argumentsOf(format.getAst())].every((name) => name in values);
      return isComplete ? say(key, values) : null;
    },
  });
}

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** The names of the values that a message takes, those inside its choices too. */
export function argumentsOf(parts: Parts): Set<string> {
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
