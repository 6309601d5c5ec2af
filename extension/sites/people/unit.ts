/** Where a person's presentation as one thing ends: links, triggers, chips, options, avatars, mentions. */
const UNIT =
  'a[href],button,label,[role="button"],[role="option"],[role="menuitem"],[role="img"][aria-labelledby],[data-mention-id],[data-mention-item],' +
  '[data-user-picker-multi-value],[data-vc="profilecard-wrapper"],[data-testid="issue.views.field.user.assignee"]';
const INTERACTIVE = 'a[href],button,label,[role="button"],[role="option"],[data-mention-id],[data-mention-item]';
const FRAME = 'fieldset,[data-testid="profilecard"]';
const CARD_NAME = '[data-testid="profilecard-name"]';
/** Avatars with no room for words: cards, filters. */
const DENSE =
  '[data-testid="board.content.cell.card"],[data-testid="platform-board-kit.ui.card.card"],fieldset,[data-testid^="issue-line-card"],[data-testid="card-front-member"],[data-testid="board-facepile-member"]';

/** Longer than a name with an e-mail address beside it: a whole card or row, which may show several people. */
const ONE_PERSON_TEXT = 90;

const showsOne = (element: Element): boolean =>
  (element.textContent?.length ?? 0) <= ONE_PERSON_TEXT && element.getElementsByTagName('img').length <= 1;

/** The visual unit that shows the person found at `found`; a badge belongs right after it, outside every small button and link. */
export function unitOf(found: Element): Element {
  // One walk up for both: they hold many people, and few pages have them.
  const frame = found.closest(FRAME);
  if (frame) {
    if (frame.localName !== 'fieldset') return frame.querySelector(CARD_NAME) ?? frame;
    const filter = filterOf(found);
    if (filter) return filter;
  }
  const label = found instanceof HTMLInputElement ? found.labels?.[0] : null;
  let unit = label ?? found.closest(UNIT) ?? found;
  let outer = unit.parentElement?.closest(INTERACTIVE);
  while (outer && showsOne(outer)) {
    unit = outer;
    outer = unit.parentElement?.closest(INTERACTIVE);
  }
  return unit;
}

/** A filter is a check box beside an avatar: what holds both is the unit. */
function filterOf(found: Element): Element | null {
  let element: Element | null = found instanceof HTMLInputElement ? found.parentElement : found;
  for (
    let level = 0;
    element && level < 6 && element.localName !== 'fieldset';
    level += 1, element = element.parentElement
  ) {
    const boxes = [...element.children].filter((child) => child.localName === 'input');
    if (boxes.length === 1) return element;
    if (boxes.length > 1) return null;
  }
  return null;
}

/** Whether the unit shows an avatar or stands where there is room for an icon only. */
export const isDense = (unit: Element): boolean => unit.closest(DENSE) !== null;

/** The name written in or on an avatar: hidden label, label of the button around, alternative text. */
export function avatarLabel(element: Element, unit: Element): string | null {
  const image = element.closest('[role="img"][aria-labelledby]');
  const hidden = image?.querySelector('[hidden]')?.textContent;
  if (hidden) return hidden;
  const id = image?.getAttribute('aria-labelledby');
  const label = id ? image?.ownerDocument.getElementById(id)?.textContent : null;
  return label || unit.getAttribute('aria-label') || element.getAttribute('alt') || null;
}
