import type { AccountId } from '../ids.ts';
import { isWordLike, supposedAccountId } from './account-id.ts';
import { JOINING_WORDS } from './joining-words.ts';
import { hasAtSign, isAtSomeHost, isLikeAddress } from './like-address.ts';
import { withWholeNames } from './names-in-address.ts';
import { isNameOf, isOnePersons, localOf } from './own-name.ts';
import { account, somebody, type Whom } from './whom.ts';

/** What no name has: it stands for an address in what is left of an entry. */
export const ADDRESS = '\0';
/** What no address and hardly a text has: it stands for tags between words. */
export const TAGS = '¦';

const WORDS = `(?:${JOINING_WORDS.join('|')})(?=[\\s:]|$)`;
/** Any sign that belongs to no name, a dash between words, a word that joins two people. */
const JOIN = `[^\\p{L}\\p{M}\\p{N}\\s"'’()[\\]<.\\0–—-]|[–—-]\\s|${WORDS}`;
/**
 * What stands between one person and the next where no comma does. Behind an address a tab ends that person's entry where no name
 * stands before the address, as it does in a row of a table. The number or label of an entry and an opening mark begin one: words in
 * quotation marks or angle brackets of their own are somebody's.
 */
const NEXT = new RegExp(
  `^(?:[\\s"')\\]]*(?:(?:${JOIN})\\s*:?|\\t|<|\\p{L}+\\s?:|\\p{N}+[.)](?=\\s))|"\\s*"|'\\s*'|\\s+["'])\\s*`,
  'u',
);
const BETWEEN_TWO = new RegExp(`\\s(?:${JOIN})`, 'u');
/** In round and square brackets behind an address stands whose it is, or of what department. */
const IN_BRACKETS = /^[\s>"']*(?:\([^()]*\)|\[[^[\]]*\])/u;

/** What joins two people wherever it stands. Other signs may stand between an address and its owner's name: `Eve Ray - eve@…`. */
const PEOPLE = `[&＆+＋/／\\\\]|${WORDS}`;
const PEOPLE_BETWEEN = new RegExp(`\\s(?:${PEOPLE})\\s?:?`, 'u');
const ALL_BETWEEN = new RegExp(PEOPLE_BETWEEN, 'gu');
const PEOPLE_BEFORE = new RegExp(`(?:^|(?<=[\\s"')\\]>|${TAGS}]))(?:${PEOPLE})\\s?:?$|[&＆+＋/／\\\\]$`, 'u');
/** What joins two people even where one of them is called like the other. */
const TOGETHER = new RegExp(`^[\\s"')\\]]*(?:[&＆+＋]|${WORDS})`, 'u');
const OPENS = new RegExp(`[\\s"'([<|${TAGS}]`, 'u');
const CLOSES = new RegExp(`[\\s>|${TAGS}]`, 'u');

/**
 * Who else stands beside addresses: account ids, and words on the other side of a sign or word that joins two people. Other words are the
 * name of whom it belongs to, and so is what stands right before the next address.
 * @param rest the entry with `ADDRESS` in place of each of these
 */
export function beside(rest: string, addresses: readonly Whom[]): Whom[] {
  // A line of a table that is drawn with strokes is a row as well.
  const [before = '', ...after] = (/^\s*\|/u.test(rest) ? rest.replaceAll('|', '\t') : rest)
    .split(ADDRESS)
    .map((text, index) =>
      [addresses[index - 1], addresses[index]].reduce((said, whom) => withWholeNames(said, whom, ALL_BETWEEN), text),
    );
  const read = [
    peopleBefore(before, addresses[0]),
    ...after.map((whole, index) =>
      peopleBehind(whole, {
        whom: addresses[index],
        isRow: before.trim() === '',
        isLast: index === after.length - 1,
      }),
    ),
  ];
  return [
    ...wordsIn(rest)
      .flatMap(idOf)
      .map((id) => account(id as AccountId)),
    ...read.flatMap(({ others }) =>
      others.filter((text) => /\p{L}/u.test(text)).flatMap((text) => somebody(text.replaceAll(TAGS, ' ')) ?? []),
    ),
    ...second(read.map(({ name }) => name)),
  ];

  /** Whoever a name says to be somebody else: letters make a name, and what looks like another address in signs nobody can read does not. */
  function second(names: readonly string[]): Whom[] {
    const locals = new Set(addresses.map(localOf));
    return names.flatMap((name, index) =>
      isAnother(name, locals, addresses.slice(Math.max(0, index - 1), index + 1)) ? (somebody(name) ?? []) : [],
    );
  }
}

const wordsIn = (text: string): string[] => text.split(/[^\p{L}\d:%_-]+/u);

const idOf = (word: string): string[] => {
  const id = supposedAccountId(word);
  return id === null || isWordLike(id) ? [] : [id];
};

/** What stands between two addresses, or at an end of the entry. */
interface Piece {
  readonly others: readonly string[];
  /** What is said of those whose addresses are around it. */
  readonly name: string;
}

function peopleBefore(before: string, whom: Whom | undefined): Piece {
  const text = withoutEnd(before, OPENS);
  const join = PEOPLE_BEFORE.exec(text);
  if (join) {
    const other = text.slice(0, join.index);
    const isOwn = /[/／\\]$/u.test(text) && isNameOf(whom, other);
    return isOwn ? { others: [], name: before } : { others: [other], name: '' };
  }
  const parts = before.split(PEOPLE_BETWEEN);
  const name = parts.pop() ?? '';
  // "Tom and Jo Lee <lee@…>" is one address of two; "Eve and Liam <liam@…>" is Liam's.
  return parts.length > 0 && isOnePersons(whom, name)
    ? { others: [parts.join(' & ')], name }
    : { others: [], name: before };
}

interface Place {
  readonly whom: Whom | undefined;
  readonly isRow: boolean;
  readonly isLast: boolean;
}

function peopleBehind(whole: string, { whom, isRow, isLast }: Place): Piece {
  const [remark = ''] = IN_BRACKETS.exec(whole) ?? [];
  const behind = whole.slice(remark.length);
  const text = !isRow || isNameOf(whom, behind) ? behind.replaceAll('\t', ' ') : behind;
  const join = NEXT.exec(text)?.[0];
  if (join === undefined || wordsIn(text).some((word) => idOf(word).includes(word))) {
    const [name = '', ...others] = text.split(PEOPLE_BETWEEN);
    if (others.length === 0 || !isNameOf(whom, name)) return { others: [], name: whole };
    const next = isLast ? '' : (others.pop() ?? '');
    return { others, name: `${remark} ${name} ${next}` };
  }
  const further = withoutEnd(text.slice(join.length), CLOSES);
  const [name = ''] = further.split(BETWEEN_TWO, 1);
  const isOwn = !TOGETHER.test(join) && isNameOf(whom, name);
  const left = isOwn ? further.slice(name.length).replace(NEXT, '') : further;
  if (isLast || /^\s*\t/u.test(text)) return { others: [left], name: remark };
  const several = left.split(BETWEEN_TWO);
  const next = several.pop() ?? '';
  return { others: several, name: `${remark} ${next}` };
}

/** `Liam.Chen` is a name. */
const DOTTED_NAME = /(?<![\p{L}\p{M}\p{N}.])\p{Lu}[\p{L}\p{M}]*\.\p{Lu}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}.])/gu;
/** A host in brackets says where somebody works. */
const HOST_IN_BRACKETS = /[([]\s*[^\s()[\]]+\.\p{L}{2,}\s*[)\]]/gu;
const HOST = /\S\.\p{L}{2,}/u;
const SHOWN_SIGN = /[‹›]/u;
/** The name, "at" and the host of a text that says where somebody works. */
const WORKS_AT = /^(.*?)\sat\s+(\S+)\s*$/isu;

function isAnother(name: string, locals: ReadonlySet<string>, around: readonly Whom[]): boolean {
  if (hasAtSign(name) || SHOWN_SIGN.test(name)) return true;
  const [, called = '', host = ''] = WORKS_AT.exec(name) ?? [];
  if (around.some((whom) => whom.email?.endsWith(`@${host.toLowerCase()}`) && isNameOf(whom, called))) return false;
  const text = name
    .replace(HOST_IN_BRACKETS, ' ')
    .replace(DOTTED_NAME, ' ')
    .split(/\s+/u)
    .filter((word) => !locals.has(word.toLowerCase()))
    .join(' ');
  return HOST.test(text) || isLikeAddress(text) || isAtSomeHost(text);
}

/** One sign after the other: an expression would look at the whole run again for each of them. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
