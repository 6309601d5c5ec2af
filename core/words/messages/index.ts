import { acts } from './acts.ts';
import { badge } from './badge.ts';
import { popup } from './popup.ts';
import { prompt } from './prompt.ts';
import type { Known, Samples, Whose } from './sample.ts';

export type { Known, Samples, Whose } from './sample.ts';

/**
 * Everything that people read in their own language: each message's key, dotted by surface, with a sample of the values it takes. The
 * samples say of which kind each value is and are what the tests render; nothing of them ships.
 */
export const samples = { ...acts, ...prompt, ...popup, ...badge } as const;

type Own = typeof samples;
export type MessageKey = keyof Own;

/** The values each message takes, by samples of them. */
export type MessagesOf<S extends Samples> = {
  readonly [K in keyof S]: { readonly [A in keyof S[K]]: Widened<S[K][A]> };
};
export type Messages = MessagesOf<Own>;

/** A sample that is one of few words stays so; any other stands for all of its kind. */
type Widened<T> = [Whose] extends [T] ? Whose : [Known] extends [T] ? Known : T extends number ? number : string;

/** Messages that are the same whatever they are said about. */
export type PlainKey = { [K in MessageKey]: keyof Own[K] extends never ? K : never }[MessageKey];

/** One text for every message, in ICU MessageFormat. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

interface Parts {
  readonly acts: typeof acts;
  readonly prompt: typeof prompt;
  readonly popup: typeof popup;
  readonly badge: typeof badge;
}

/** The messages of some surfaces: a catalogue is four of them. */
export type Part<P extends keyof Parts> = Readonly<Record<keyof Parts[P], string>>;
