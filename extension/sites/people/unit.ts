import { wordsOf } from '../text.ts';

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

const AROUND = `${FRAME},${DENSE}`;
const BORDER = `${UNIT},${AROUND}`;

/** Longer than a name with an e-mail address beside it: a whole card or row, which may show several people. */
const ONE_PERSON_TEXT = 90;

const showsOne = (element: Element): boolean =>
  wordsOf(element).length <= ONE_PERSON_TEXT && element.getElementsByTagName('img').length <= 1;

/** An element above a person that says something about how the person is shown. */
interface Border {
  readonly element: Element;
  readonly up: Border | null;
  /** The nearest frame, this one included. They hold many people, and few pages have them. */
  readonly frame: Element | null;
  readonly dense: boolean;
}

/** Where people stand, for as long as the page stays as it is: people share most of what is above them. */
export class Places {
  readonly #borders = new Map<Element, Border>();

  /** The visual unit that shows the person found at `found`; a badge belongs right after it, outside every small button and link. */
  unitOf(found: Element): Element {
    const frame = this.#border(found)?.frame;
    if (frame) {
      if (frame.localName !== 'fieldset') return frame.querySelector(CARD_NAME) ?? frame;
      const filter = filterOf(found);
      if (filter) return filter;
    }
    const start = (found instanceof HTMLInputElement && found.labels?.[0]) || found;
    let border = this.#border(start);
    while (border && !border.element.matches(UNIT)) border = border.up;
    let unit = border?.element ?? start;
    for (let outer = border?.up; outer; outer = outer.up) {
      if (!outer.element.matches(INTERACTIVE)) continue;
      if (!showsOne(outer.element)) break;
      unit = outer.element;
    }
    return unit;
  }

  /** Whether the unit shows an avatar or stands where there is room for an icon only. */
  isDense(unit: Element): boolean {
    return this.#border(unit)?.dense ?? false;
  }

  /** The nearest border at or above the element. The engine looks for it: every element that a script touches has its price. */
  #border(below: Element | null): Border | null {
    const element = below?.closest(BORDER);
    if (!element) return null;
    const known = this.#borders.get(element);
    if (known) return known;
    const up = this.#border(element.parentElement);
    const around = element.matches(AROUND);
    const border = {
      element,
      up,
      frame: around && element.matches(FRAME) ? element : (up?.frame ?? null),
      dense: up?.dense || (around && element.matches(DENSE)),
    };
    this.#borders.set(element, border);
    return border;
  }
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

/** The name written in or on an avatar: hidden label, label of the button around, alternative text. */
export function avatarLabel(element: Element, unit: Element): string | null {
  const image = element.closest('[role="img"][aria-labelledby]');
  const hidden = image?.querySelector('[hidden]')?.textContent;
  if (hidden) return hidden;
  const id = image?.getAttribute('aria-labelledby');
  const label = id ? image?.ownerDocument.getElementById(id)?.textContent : null;
  return label || unit.getAttribute('aria-label') || element.getAttribute('alt') || null;
}
