import { agoIn, listIn, type MessageKey, moneyIn, type Say, sayIn, type ValuesOf } from '../../core/words/index.ts';
import { localeOfWords, messageOf } from '../platform/catalogue.ts';

/** A browser speaks one language as long as it runs, so nobody hands it on. */
let spoken: Say | null = null;

/** What is said from now on; tests and tools speak so where there is no browser to ask. Null asks it anew. */
export function speak(say: Say | null): void {
  spoken = say;
}

/** What people read, in the browser's language. */
export const words = (): Say => {
  spoken ??= sayIn(messageOf, localeOfWords());
  return spoken;
};

export const say = <K extends MessageKey>(key: K, ...values: ValuesOf<K>): string => words()(key, ...values);

/** "Ann, Ben and 3 others". */
export const list = (parts: readonly string[]): string => listIn(words(), parts);

export const money = (amount: string, currency: string): string => moneyIn(words(), amount, currency);

/** "5 minutes ago". @param now milliseconds */
export const ago = (iso: string, now: number = Date.now()): string => agoIn(words(), iso, now);

/** Sentences one after the other; those that are missing are left out. */
export const together = (...sentences: readonly (string | null | undefined)[]): string =>
  sentences.filter((sentence) => sentence !== null && sentence !== undefined).join(say('both.gap'));
