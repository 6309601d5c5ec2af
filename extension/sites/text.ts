/** Longer texts are no names and no labels; reading them would only cost time. */
const LONGEST = 200;

/** Mostly there is nothing to replace, and looking costs less than replacing. */
export const oneLine = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** Elements whose text nobody reads: Atlassian's pages put styles beside the words they are for. */
export const NO_WORDS = 'style,script';

/** The text of an element without what nobody reads. */
export function wordsOf(element: Element): string {
  if (!element.querySelector(NO_WORDS)) return element.textContent ?? '';
  const copy = element.cloneNode(true) as Element;
  for (const silent of copy.querySelectorAll(NO_WORDS)) silent.remove();
  return copy.textContent ?? '';
}

/**
 * The texts in an element one after the other, with what `edgeOf` says of each element in it before and behind its own; an element that
 * `insteadOf` has a text for is not read. Walked without recursion: a page may nest as deep as it likes.
 */
export function textBetween(
  root: Element,
  edgeOf: (element: Element) => string,
  insteadOf: (element: Element) => string | null = () => null,
): string {
  const words: string[] = [];
  /** What is still to be read, the next at the end. */
  const ahead: (Node | string)[] = [...root.childNodes].reverse();
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (typeof next === 'string') words.push(next);
    else if (next.nodeType === Node.TEXT_NODE) words.push(next.textContent ?? '');
    else if (next instanceof Element) {
      const instead = insteadOf(next);
      words.push(instead ?? edgeOf(next));
      if (instead !== null) continue;
      ahead.push(edgeOf(next));
      for (let child = next.lastChild; child !== null; child = child.previousSibling) ahead.push(child);
    }
  }
  return words.join('');
}

/** Visible words of an element on one line, null when there are none or too many. */
export function textOf(element: Element): string | null {
  const text = oneLine(wordsOf(element));
  return text !== '' && text.length <= LONGEST ? text : null;
}

/** Buttons that have their words in an attribute. */
const INPUT_BUTTON = 'input[type="submit"],input[type="button"],input[type="image"]';

/**
 * The name assistive technology would read, from the attributes Atlassian uses; else the words inside, of an input in its value, else
 * those of the elements that name it, else its icon's name.
 */
export function accessibleName(element: Element): string | null {
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label.length <= LONGEST ? label : null;
  const own = element.matches(INPUT_BUTTON)
    ? oneLine(element.getAttribute('value') ?? element.getAttribute('alt') ?? '')
    : textOf(element);
  return (
    (own || namedBy(element)) ??
    element.querySelector('[role="img"][aria-label]')?.getAttribute('aria-label')?.trim() ??
    null
  );
}

/** The words of the elements that name it. */
export function namedBy(element: Element): string | null {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  const words = ids.map((id) => (root.getElementById?.(id) ? wordsOf(root.getElementById(id) as Element) : ''));
  const text = oneLine(words.join(' '));
  return text !== '' && text.length <= LONGEST ? text : null;
}
