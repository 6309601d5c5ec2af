import type { AccountId } from '../ids.ts';
import { isWordLike, supposedAccountId } from './account-id.ts';
import { JOINING_WORDS } from './joining-words.ts';
import { account, somebody, type Whom } from './whom.ts';

/** What no name has: it stands for an address in what is left of an entry. */
export const ADDRESS = '\0';

/** Any sign that belongs to no name, a dash between words, a word that joins two people. */
const JOIN = `[^\\p{L}\\p{M}\\p{N}\\s"'’()[\\]<.\\0–—-]|[–—-]\\s|(?:${JOINING_WORDS.join('|')})(?=[\\s:]|$)`;
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

/**
 * Who else stands beside addresses: account ids, and words behind one and a sign. Other words are the name of whom it belongs to, and
 * so is what stands right before the next address.
 * @param rest the entry with `ADDRESS` in place of each of these
 */
export function beside(rest: string, addresses: readonly Whom[]): Whom[] {
  const words = rest.split(/[^\p{L}\d:%_-]+/u);
  const ids = words.flatMap((word) => supposedAccountId(word) ?? []).filter((id) => !isWordLike(id));
  const [before = '', ...after] = rest.split(ADDRESS);
  const isRow = before.trim() === '';
  const names = [before];
  const others = after.flatMap((whole, index) => {
    const behind = whole.replace(IN_BRACKETS, '');
    const text = !isRow || isNameOf(addresses[index], behind) ? behind.replaceAll('\t', ' ') : behind;
    if (!NEXT.test(text) || ids.some((id) => text.includes(id))) {
      names.push(whole);
      return [];
    }
    const further = text.replace(NEXT, '').replace(/[\s>|]+$/u, '');
    if (index === after.length - 1 || /^\s*\t/u.test(text)) return [further];
    const several = further.split(BETWEEN_TWO);
    names.push(several.pop() ?? '');
    return several;
  });
  return [
    ...ids.map((id) => account(id as AccountId)),
    ...others.filter((text) => /\p{L}/u.test(text)).flatMap((text) => somebody(text) ?? []),
    ...second(names.join(' '), addresses),
  ];
}

const localOf = (whom: Whom | undefined): string => whom?.email?.replace(/@.*$/u, '') ?? '';
const partsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);

/** Whether the address is made of a word of the name: cells of one row that are the person's own. */
function isNameOf(whom: Whom | undefined, name: string): boolean {
  const own = new Set(partsOf(localOf(whom)));
  return partsOf(name).some((part) => part.length > 1 && own.has(part));
}

/** A name is letters. What looks like another address beside one, in signs nobody can read, is another person. */
const LIKE_ADDRESS = /[＠﹫‹›]|\bat\b|\S\.\p{L}{2,}/u;
/** `Liam.Chen` is a name. */
const DOTTED_NAME = /(?<![\p{L}\p{M}\p{N}.])\p{Lu}[\p{L}\p{M}]*\.\p{Lu}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}.])/gu;

function second(names: string, addresses: readonly Whom[]): Whom[] {
  const own = new Set(addresses.map(localOf));
  const others = names
    .replace(DOTTED_NAME, ' ')
    .split(/\s+/u)
    .filter((word) => !own.has(word.toLowerCase()));
  return LIKE_ADDRESS.test(others.join(' ')) ? [somebody(names)].filter((whom) => whom !== null) : [];
}
