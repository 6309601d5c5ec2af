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

/** Visible words of an element on one line, null when there are none or too many. */
export function textOf(element: Element): string | null {
  const text = oneLine(wordsOf(element));
  return text !== '' && text.length <= LONGEST ? text : null;
}

/** The name assistive technology would read, from the attributes Atlassian uses; else the words inside, else its icon's name. */
export function accessibleName(element: Element): string | null {
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label.length <= LONGEST ? label : null;
  return (
    textOf(element) ?? element.querySelector('[role="img"][aria-label]')?.getAttribute('aria-label')?.trim() ?? null
  );
}
