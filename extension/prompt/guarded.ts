import { button, element } from '../dom/element.ts';
import { say as words } from '../words/say.ts';
import { SETTLED_MS, settling, watchPresses } from './presses.ts';
import { canTellSight, stillInSight, watchSight } from './sight.ts';

/** What was stopped, which nobody goes on without having had before them. */
const ABOUT = 'h1, dl > dd:first-of-type';

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
  refused: (why: string) => void,
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
    watchPresses(settled.again, (why) => refused(words(why)), signal);
    settled.begin();
    return { sure: async () => undefined };
  }
  const covered = words('prompt.covered');
  const say = element('p', { class: 'covered', role: 'status' });
  const offer = element(
    'div',
    { class: 'actions', hidden: true },
    button(words('prompt.open-window'), 'subtle', toWindow),
  );
  view.querySelector('.actions')?.before(say, offer);
  /** Whom a press was refused once, the window stays offered. */
  let isOffered = false;
  const blind = (why: string): void => {
    say.textContent = why;
    offer.hidden = why === '' && !isOffered;
  };
  if (!canTellSight()) {
    blind(words('prompt.blind'));
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
    [...view.querySelectorAll(ABOUT)],
    buttons,
    (seen) => {
      clearTimeout(late);
      able(seen);
      if (seen) blind('');
      else sayIn(1000);
    },
    signal,
  );
  const presses = watchPresses(again, (why) => refused(words(why)), signal);
  // While it opens, nothing is wrong yet.
  sayIn(2000);
  return {
    async sure() {
      if (await stillInSight(view, buttons)) return;
      isOffered = true;
      offer.hidden = false;
      throw new Error(words('prompt.was-covered'));
    },
  };
}
