import { button, element } from '../dom/element.ts';
import { canTellSight, stillInSight, watchSight } from './sight.ts';

const covered = 'Gatehouse is covered by something on this page, or too little of it is seen. Nothing was sent.';

export interface Guarded {
  /** Resolves when the person can be taken to see what they pressed; rejects with the words to say otherwise. */
  sure(): Promise<void>;
}

/**
 * Lets the buttons that start something work only while they are seen. In a window of our own (`free`) they always work; in a
 * frame of a browser that cannot tell what is seen, never: the window is offered then.
 */
export function guardPresses(view: HTMLElement, free: boolean, toWindow: () => void, signal: AbortSignal): Guarded {
  const buttons = [...view.querySelectorAll<HTMLButtonElement>('[data-starts]')];
  if (free || buttons.length === 0) return { sure: async () => undefined };
  const say = element('p', { class: 'covered', role: 'status' });
  const offer = element('div', { class: 'actions', hidden: true }, button('Open in a window', 'subtle', toWindow));
  view.querySelector('.actions')?.before(say, offer);
  const able = (seen: boolean): void => {
    for (const one of buttons) one.disabled = !seen;
  };
  const blind = (words: string): void => {
    say.textContent = words;
    offer.hidden = words === '';
  };
  able(false);
  if (!canTellSight()) {
    blind('This browser cannot tell whether a page covers this. Go on in a window of its own.');
    return { sure: () => Promise.reject(new Error(covered)) };
  }
  // While it opens, nothing is wrong yet.
  let late = window.setTimeout(() => blind(covered), 2000);
  watchSight(
    view,
    buttons,
    (seen) => {
      clearTimeout(late);
      able(seen);
      if (seen) blind('');
      else late = window.setTimeout(() => blind(covered), 1000);
    },
    signal,
  );
  return {
    async sure() {
      if (await stillInSight(view, buttons)) return;
      blind(covered);
      throw new Error(covered);
    },
  };
}
