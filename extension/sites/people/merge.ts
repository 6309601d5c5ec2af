import { plainText } from '../label-match.ts';
import type { PersonRef } from '../person.ts';
import { weakest } from '../selector.ts';
import { NO_WORDS, wordsOf } from '../text.ts';

/** Borders that two parts of one presentation never lie on both sides of. */
const SEPARATE =
  'td,th,li,tr,[role="row"],[role="listitem"],[role="list"],[role="gridcell"],ul,ol,tbody,fieldset,form,main,header,nav,section';
/** So many letters may stand between somebody's picture and their name: "By", "Owned by" in any language. */
const WORDS_BETWEEN = 24;

const agree = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b;
const sameName = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && plainText(a) === plainText(b);
const compatible = (a: PersonRef, b: PersonRef): boolean =>
  agree(a.accountId, b.accountId) && agree(a.emailHash, b.emailHash);

/** What two sightings of one person say together; the id decides whose carrier and evidence count. */
export function together(a: PersonRef, b: PersonRef, element: Element): PersonRef {
  const [lead, other] = strength(a) >= strength(b) ? [a, b] : [b, a];
  return {
    ...lead,
    element,
    name: nameOfBoth(lead, other),
    accountId: lead.accountId ?? other.accountId,
    emailHash: lead.emailHash ?? other.emailHash,
    viewer: a.viewer || b.viewer,
    dense: a.dense || b.dense,
  };
}

/** The label of a filter may have words around the name, in any language: the avatar inside says which of them are the name. */
const nameOfBoth = (lead: PersonRef, { name }: PersonRef): string | null =>
  lead.carrier === 'filter-input' && name !== null && isAmong(name, lead.name ?? '') ? name : (lead.name ?? name);

function isAmong(name: string, words: string): boolean {
  const at = words.indexOf(name);
  return at >= 0 && ![words[at - 1], words[at + name.length]].some((beside) => /[\p{L}\p{N}]/u.test(beside ?? ''));
}

/** The viewer's menu and profile cards first, so that they stay recognisable; then ids, hashes, names. */
const strength = (person: PersonRef): number => {
  if (person.viewer) return 6;
  if (person.carrier === 'profile-card') return 5;
  if (person.accountId) return person.carrier === 'avatar-url' || person.carrier === 'aa-avatar' ? 3 : 4;
  return person.emailHash ? 2 : 1;
};

/** Joins sightings in the same unit, and one unit inside another, in document order. */
export function mergeUnits(found: readonly PersonRef[]): PersonRef[] {
  const units = new Map<Element, PersonRef>();
  let last: PersonRef | null = null;
  for (const person of found) {
    const known: PersonRef | undefined =
      units.get(person.element) ??
      (last?.element.contains(person.element) && compatible(last, person) ? last : undefined);
    if (known && !compatible(known, person)) continue;
    const joined: PersonRef = known ? together(known, person, known.element) : person;
    units.set(joined.element, joined);
    last = joined;
  }
  return [...units.values()];
}

/** An avatar without visible words; the hidden label inside it is none. */
export function isPicture({ element }: Pick<PersonRef, 'element'>): boolean {
  if (element.localName === 'img') return true;
  if (!element.querySelector('img')) return false;
  let words = wordsOf(element).trim().length;
  for (const hidden of element.querySelectorAll('[hidden]')) words -= hidden.textContent?.trim().length ?? 0;
  return words <= 0;
}

/**
 * An avatar directly before the name it belongs to is the same visible place, and one behind it that is certainly of the same person.
 * Only agreement or a certain pair joins them.
 */
export function mergeNeighbours(people: readonly PersonRef[]): PersonRef[] {
  const merged: PersonRef[] = [];
  for (const [index, person] of people.entries()) {
    const before = merged.at(-1);
    // What costs least is asked first: beside most people stands somebody else.
    if (!before || !compatible(before, person)) {
      merged.push(person);
      continue;
    }
    const certain = isSame(before, person);
    if (!isPicture(before) || isPicture(person)) {
      if (certain && isBehind(before, person, people[index + 1]))
        merged[merged.length - 1] = { ...together(before, person, before.element), picture: person.element };
      else merged.push(person);
      continue;
    }
    const home = sharedHome(before.element, person.element, certain ? WORDS_BETWEEN : 0);
    if (!home) {
      merged.push(person);
      continue;
    }
    const next = people[index + 1];
    const alone = !home.contains(merged.at(-2)?.element ?? null) && !(next && home.contains(next.element));
    const fits = before.name === null && alone;
    const both = { ...together(before, person, person.element), picture: before.element };
    if (certain) merged[merged.length - 1] = both;
    else if (fits) merged[merged.length - 1] = { ...both, evidence: weakest(before.evidence, person.evidence, 'I') };
    else merged.push(person);
  }
  return merged;
}

/**
 * A picture directly behind a name, in the same element: the next paragraph or card shows the person again. Between two names of one
 * person it is that of the second.
 */
const isBehind = (name: PersonRef, picture: PersonRef, next: PersonRef | undefined): boolean =>
  name.picture === null &&
  !isPicture(name) &&
  isPicture(picture) &&
  !(next && isSame(picture, next) && !isPicture(next)) &&
  name.element.parentElement === picture.element.parentElement &&
  sharedHome(name.element, picture.element, 0) !== null;

const isSame = (a: PersonRef, b: PersonRef): boolean =>
  (a.accountId !== null && a.accountId === b.accountId) || sameName(a.name, b.name);

/** The nearest common ancestor of two that follow each other, when no border, no picture and no more than so many letters lie between. */
function sharedHome(a: Element, b: Element, letters: number): Element | null {
  let home = a.parentElement;
  for (; home && !home.contains(b); home = home.parentElement) if (home.matches(SEPARATE)) return null;
  if (!home) return null;
  const walker = a.ownerDocument.createTreeWalker(home, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = a;
  while (walker.lastChild());
  let left = letters;
  for (let node = walker.nextNode(); node && node !== b; node = walker.nextNode()) {
    if (node instanceof Element && node.matches(`${SEPARATE},img`)) return null;
    left -= node instanceof Element ? 0 : lettersOf(node);
    if (left < 0) return null;
  }
  return home;
}

const lettersOf = (text: Node): number =>
  text.parentElement?.matches(NO_WORDS) ? 0 : (text.nodeValue?.trim().length ?? 0);
