/** Longer texts are no names and no labels; reading them would only cost time. */
const LONGEST = 200;

/** Visible words of an element on one line, null when there are none or too many. */
export function textOf(element: Element): string | null {
  const text = element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
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
