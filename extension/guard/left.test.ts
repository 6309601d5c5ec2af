import '../../tests/tools/page-interfaces.ts';
import { expect, it } from 'vitest';
import { noteLeaving } from './left.ts';

/** An event as a browser makes it; Node says so on the prototype. */
const madeByBrowser = (type: string): Event =>
  Object.defineProperty(new Event(type), 'isTrusted', { value: true, configurable: false });

it('a page is left from the moment the browser says so until it is shown again', () => {
  const view = new EventTarget();
  const { isLeft, stand } = noteLeaving();
  stand(view);
  const after = (event: Event): boolean => {
    view.dispatchEvent(event);
    return isLeft();
  };
  expect([
    isLeft(),
    after(new Event('pagehide')),
    after(madeByBrowser('pagehide')),
    after(madeByBrowser('pageshow')),
    after(madeByBrowser('pagehide')),
  ]).toEqual([false, false, true, false, true]);
});
