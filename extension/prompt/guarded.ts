import { button, element } from '../dom/element.ts';
import { SETTLED_MS, settling, watchPresses } from './presses.ts';
import { canTellSight, stillInSight, watchSight } from './sight.ts';

const covered = 'Gatehouse is covered by something on this page, or too little of it is seen. Nothing was sent.';
const wasCovered = 'Gatehouse was covered by something on this page when you pressed. Nothing was sent: press again.';
const hurried = 'That was pressed too soon after another press, and does not count. Press once more.';

export interface Guarded {
  /** Resolves when the person can be taken to see what they pressed; rejects with the words to say otherwise. */
  sure(): Promise<void>;
}

/**
 * Lets the buttons that start something work only while they are seen and nobody presses in a hurry. In a window of our own (`free`)
 * nothing covers them; in a frame of a browser that cannot tell what is seen they never work: the window is offered then. `refused` says
 * why a press did not count.
 */
export function guardPresses(
  view: HTMLElement,
  free: boolean,
  toWindow: () => void,
  refused: (words: string) => void,
  signal: AbortSignal,
): Guarded {
  const buttons = [...view.querySelectorAll<HTMLButtonElement>('[data-starts]')];
  if (buttons.length === 0) return { sure: async () => undefined };
  /** A button that is off cannot have the focus: it gets it back. */
  let focused: HTMLButtonElement | undefined;
  const able = (may: boolean): void => {
    if (!may) focused ??= buttons.find((one) => one === document.activeElement);
    for (const one of buttons) one.disabled = !may;
    if (!may) return;
    if (document.activeElement === document.body) focused?.focus();
    focused = undefined;
  };
  able(false);
  if (free) {
    const settled = settling(() => able(true));
    watchPresses(settled.again, () => refused(hurried), signal);
    settled.begin();
    return { sure: async () => undefined };
  }
  const say = element('p', { class: 'covered', role: 'status' });
  const offer = element('div', { class: 'actions', hidden: true }, button('Open in a window', 'subtle', toWindow));
  view.querySelector('.actions')?.before(say, offer);
  /** Whom a press was refused once, the window stays offered. */
  let isOffered = false;
  const blind = (words: string): void => {
    say.textContent = words;
    offer.hidden = words === '' && !isOffered;
  };
  if (!canTellSight()) {
    blind('This browser cannot tell whether a page covers this. Go on in a window of its own.');
    return { sure: () => Promise.reject(new Error(covered)) };
  }
  let late = 0;
  /** Says it unless buttons are off only because somebody presses in a hurry. */
  const sayIn = (ms: number): void => {
    clearTimeout(late);
    late = window.setTimeout(() => {
      if (performance.now() - presses.last() < 2 * SETTLED_MS) sayIn(2 * SETTLED_MS);
      else blind(covered);
    }, ms);
  };
  const again = watchSight(
    view,
    buttons,
    (seen) => {
      clearTimeout(late);
      able(seen);
      if (seen) blind('');
      else sayIn(1000);
    },
    signal,
  );
  const presses = watchPresses(again, () => refused(hurried), signal);
  // While it opens, nothing is wrong yet.
  sayIn(2000);
  return {
    async sure() {
      if (await stillInSight(view, buttons)) return;
      isOffered = true;
      offer.hidden = false;
      throw new Error(wasCovered);
    },
  };
}
