/** Longer texts are no names and no labels; reading them would only cost time. */
const LONGEST = 200;

/** Mostly there is nothing to replace, and looking costs less than replacing. */
export const oneLine = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** Visible words of an element on one line, null when there are none or too many. */
export function textOf(element: Element): string | null {
  const text = oneLine(element.textContent ?? '');
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
