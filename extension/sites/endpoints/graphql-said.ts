/** A name of GraphQL in its words, with what each of them belongs to. */

import * as word from './graphql-words.ts';

export interface SaidName {
  readonly words: readonly string[];
  readonly whole: string;
  readonly last: string;
  /** For each word the one that its phrase ends with: the others only say which (`member` and `avatar` in `setMemberAvatar`). */
  readonly heads: readonly string[];
  /** For each word whether something is done before it: then it may be what that is done with. */
  readonly isBehindVerb: readonly boolean[];
  /** Whether it is longer than anybody calls anything: it may say whatever it likes. */
  readonly isEndless: boolean;
}

/** Letters, as `guard/graphql.ts` has it. */
const LONGEST = 300;
const ENDLESS: SaidName = { words: [], whole: '', last: '', heads: [], isBehindVerb: [], isEndless: true };

/** A verb and what it does, written as one word. */
const GLUED =
  /^(invite|share|grant|join|add|assign|provision|create|set|update|enable|make)(?=(?:access|members?|roles?|permissions?|guests?|licen[cs]es?|seats?|public|users?|people|with)\b)/i;

export const wordsOf = (name: string): string[] =>
  name
    .replace(GLUED, '$1 ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((one) => one !== '');

/** What is left of a name without the words that say of what kind it is. */
const ofKind = /^(?:mutation|input|payload|v?\d+)$/;
/** At its end: by what somebody is known, how it is done, and what is done besides or left out. */
const AT_END =
  /(?: (?:by (?:[a-z]+ )?(?:ids?|names?|keys?|e?mails?|aaids?|aris?)|(?:in )?(?:bulk|batch)|async|now|without(?: [a-z]+){1,3}|(?:and|or|then) (?:notify|subscribe|email|tell)(?: [a-z]+){0,2}))+$/;
/** Taking it back gives it back. */
const GIVES_BACK =
  /\bun(?:do)?(?: (?:delete|remove|revoke|deactivate|suspend|archive)|delete|remove|revoke|deactivate)\b/g;

export function read(name: string): SaidName {
  if (name.length > LONGEST) return ENDLESS;
  const all = wordsOf(name)
    .filter((one) => !ofKind.test(one))
    .join(' ')
    .replace(AT_END, '')
    .replace(GIVES_BACK, 'restore')
    .split(' ');
  // An app, and no customer.
  const words = all.filter(
    (one, at) =>
      !(one === 'customer' && all[at + 1] === 'service') && !(one === 'service' && all[at - 1] === 'customer'),
  );
  const heads = [...words];
  for (let at = words.length - 2; at >= 0; at -= 1) {
    const next = words[at + 1] ?? '';
    if (!word.BETWEEN.test(next) && !word.VERB.test(next) && !word.TAKES.test(next)) heads[at] = heads[at + 1] ?? '';
  }
  let isBehind = false;
  const isBehindVerb = words.map((one) => {
    const before = isBehind;
    isBehind ||= word.VERB.test(one);
    return before;
  });
  return { words, whole: words.join(' '), last: words.at(-1) ?? '', heads, isBehindVerb, isEndless: false };
}

export const isAbout = ({ words }: SaidName, pattern: RegExp): boolean => words.some((one) => pattern.test(one));

/** Whether a word only says whose or which something is that gives nothing. */
export function isOfOther({ words, heads }: SaidName, at: number): boolean {
  const [one = '', next = '', head = ''] = [words[at], words[at + 1], heads[at]];
  if (word.MEMBER.test(one) && word.COUNTS.test(next)) return true;
  return head !== one && word.isDescribing(head) && !(word.SEATS.test(one) && word.COUNTS.test(head));
}

/** Whether something is taken away: the last verb decides, and what stands before it is what it takes. */
export function isTaking(said: SaidName): boolean {
  const { words, last } = said;
  let isDoing = false;
  let isGiving = false;
  let isSharing = false;
  let isAgain = false;
  let isTaken = false;
  for (const [at, one] of words.entries()) {
    if (isTaken) isAgain ||= word.JOINS.test(one) && doesOrGives(words[at + 1] ?? '');
    else if (word.SHOWS.test(one)) isTaken = !isDoing && !isGiving && (at === 0 || !word.GIVES.test(last));
    else if (word.TAKES.test(one)) isTaken = !isDoing && takesAt(said, at, isSharing);
    isDoing ||= word.DOES.test(one) && !word.NAMES_A_THING.test(one);
    isGiving ||= word.GIVES.test(one);
    isSharing ||= one === 'share';
  }
  return isTaken && !isAgain;
}

const doesOrGives = (one: string): boolean => word.DOES.test(one) || word.GIVES.test(one);

function takesAt({ words, heads }: SaidName, at: number, isSharing: boolean): boolean {
  const [before = '', one = '', next] = [words[at - 1], words[at], words[at + 1]];
  if (word.JOINS.test(before) || word.LIMIT.test(heads[at + 1] ?? '')) return false;
  if ((one === 'restrict' && words.includes('to')) || (isSharing && word.TAKES_OR_THING.test(one))) return false;
  // `grantRevokeAccess` may do either.
  return !word.GIVES.test(before) || next === undefined || word.BEHIND.test(next);
}

/** `getOrCreateUser` does more than read. */
export function onlyReads({ words }: SaidName): boolean {
  if (words.some((one) => word.JOINS.test(one))) return false;
  const first = words.findIndex(
    (one, at) =>
      word.VERB.test(one) || word.GIVES.test(one) || (at === 0 ? word.READS.test(one) : word.READS_ANYWHERE.test(one)),
  );
  return first >= 0 && (first === 0 ? word.READS : word.READS_ANYWHERE).test(words[first] ?? '');
}
