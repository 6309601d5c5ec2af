import type { AccountId } from '../ids.ts';
import { parseAddress } from './address.ts';

/**
 * Somebody an act aims at, as far as anybody could read it. Exactly one of four: a known account (`accountId`), an address
 * (`email`), *somebody who cannot be read* (`text`, as it stood), or *further people nobody looked at* (`more`). The last two are
 * people like the others: they stay in the list on the way to the decision, the prompt, the request and the audit log.
 */
export interface Whom {
  /** Canonical, see `parseAddress`. */
  readonly email: string | null;
  readonly accountId: AccountId | null;
  /** As it stood on the page: all there is of somebody who cannot be read; beside an address, how it was written; beside an account, its chip. */
  readonly text?: string | undefined;
  /** How many others; null when that is not known either. */
  readonly more?: number | null | undefined;
}

/** How many members one act may have, everywhere: page, message, preview and request. */
export const MOST_WHOM = 200;

/** A name or address as it stood; what is longer is cut, and says so. */
export const MOST_TEXT = 320;

export const account = (accountId: AccountId): Whom => ({ email: null, accountId });

/** Somebody by what stands there: an address in any spelling, else somebody who cannot be read. Null for empty text only. */
export function somebody(written: string): Whom | null {
  const text = asItStood(written);
  if (text === '') return null;
  const shown = parseAddress(text);
  const email = (parseAddress(written) ?? shown)?.email ?? null;
  // A text that was cut, or in which signs had to be shown, is no spelling of the address.
  return email !== null && (text === email || shown?.email !== email)
    ? { email, accountId: null }
    : { email, accountId: null, text };
}

/** @param count null when nobody knows how many, or whether anybody */
export const others = (count: number | null): Whom => ({ email: null, accountId: null, more: count });

export type WhomKind = 'account' | 'address' | 'unreadable' | 'more';

export function kindOfWhom(whom: Whom): WhomKind {
  if (whom.accountId !== null) return 'account';
  if (whom.email !== null) return 'address';
  return whom.text === undefined ? 'more' : 'unreadable';
}

/** Whether it is known who this is. */
export const isNamed = (whom: Pick<Whom, 'email' | 'accountId'>): boolean =>
  whom.email !== null || whom.accountId !== null;

/** What tells two members of a list apart. Whom nobody can read or looked at may be anybody: two of them are never one, whatever their text. */
const keyOf = (whom: Whom, index: number): string => {
  const kind = kindOfWhom(whom);
  return `${kind} ${whom.accountId ?? whom.email ?? index}`;
};

/**
 * Everybody once, in the order given, at most as many as one act may have: the rest is one member that says how many, and another for
 * those whom nobody counted.
 */
export function listed(people: readonly Whom[]): Whom[] {
  const once = [...new Map(people.map((whom, index) => [keyOf(whom, index), whom])).values()];
  if (once.length <= MOST_WHOM) return once;
  const isCounted = countOf(once.slice(MOST_WHOM - 1)) !== null;
  const whole = isCounted ? MOST_WHOM - 1 : MOST_WHOM - 2;
  const count = leastOf(once.slice(whole));
  return [...once.slice(0, whole), ...(count > 0 ? [others(count)] : []), ...(isCounted ? [] : [others(null)])];
}

/** How many people a list stands for; null when it holds people nobody counted. */
export function countOf(people: readonly Whom[]): number | null {
  let count = 0;
  for (const whom of people) {
    if (kindOfWhom(whom) !== 'more') count += 1;
    else if (typeof whom.more === 'number') count += whom.more;
    else return null;
  }
  return count;
}

/** How many people a list stands for at least: those nobody counted may be nobody. */
export function leastOf(people: readonly Whom[]): number {
  return people.reduce((sum, whom) => sum + (kindOfWhom(whom) === 'more' ? (whom.more ?? 0) : 1), 0);
}

/** What is said of members that have neither a name nor an address. */
export interface WhomWords {
  readonly picked: () => string;
  readonly unreadable: (text: string) => string;
  readonly uncounted: () => string;
  readonly more: (count: number) => string;
}

/** Says members as a person would point at them, in the language of `words`; `name` where somebody knows one. */
export const whomIn =
  (words: WhomWords) =>
  (whom: Whom & { readonly name?: string | null }): string => {
    switch (kindOfWhom(whom)) {
      case 'account':
        return whom.name ?? whom.email ?? whom.text ?? words.picked();
      case 'address':
        return whom.name ?? writtenAs(whom);
      case 'unreadable':
        // Who signed in is known by name, also without an account or an address.
        return whom.name ?? words.unreadable(whom.text ?? '');
      case 'more':
        return whom.more ? words.more(whom.more) : words.uncounted();
    }
  };

/** In English, as records and IT have it. */
export const whomInWords = whomIn({
  picked: () => 'somebody picked',
  unreadable: (text) => `“${text}” (cannot be read)`,
  uncounted: () => 'people nobody counted',
  more: (count) => (count === 1 ? '1 more person' : `${count} more people`),
});

/** As it was typed; beside letters that may look like others, the spelling that cannot. */
function writtenAs({ email, text }: Whom): string {
  const address = email as string;
  if (text === undefined) return address;
  return address.includes('xn--') ? `${text} (${address})` : text;
}

/** Signs that turn or hide what stands beside them, and halves of signs. Joiners and the choice of an emoji's picture are letters' own. */
const UNSEEN = /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text of others as it may stand in our sentences: in one line, with line breaks and the like as one space, and with a name in place
 * of each sign that turns or hides others (`‹U+202E›`) and of each half of one. At most `MOST_TEXT` UTF-16 units.
 */
export function asItStood(written: string): string {
  const text = written
    .replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
    .replace(UNSEEN, (sign) => `‹U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}›`)
    .trim();
  return text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
