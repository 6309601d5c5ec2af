// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stillInSight, watchSight } from './sight.ts';

/** An observer that tells what the test says, when the test says it. */
let tell: (seen: boolean, ...targets: Element[]) => void;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: (entries: object[]) => void) {
        tell = (seen, ...targets) =>
          told(targets.map((target) => ({ target, isVisible: seen, intersectionRatio: seen ? 1 : 0 })));
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const [text, button] = [document.createElement('div'), document.createElement('button')];

const after = async (answer: Promise<boolean>, ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  return Promise.race([answer, Promise.resolve('waits')]);
};

it('counts a press when all was looked at after it, and nothing covered it for a while', async () => {
  const answer = stillInSight(text, [button]);
  tell(true, text, button);
  expect(await after(answer, 599)).toBe('waits');
  expect(await after(answer, 1)).toBe(true);
});

it('waits for a browser that is too busy to look, rather than say that something covers us', async () => {
  const answer = stillInSight(text, [button]);
  tell(true, text);
  expect(await after(answer, 3000)).toBe('waits');
  tell(true, button);
  expect(await after(answer, 0)).toBe(true);
});

it('does not count a press that nobody could look at in the end, or that was covered at any time', async () => {
  const unseen = stillInSight(text, [button]);
  tell(true, text);
  expect(await after(unseen, 5000)).toBe(false);
  const covered = stillInSight(text, [button]);
  tell(true, text, button);
  await vi.advanceTimersByTimeAsync(500);
  tell(false, button);
  expect(await after(covered, 0)).toBe(false);
});

describe('what it is about', () => {
  const [view, about] = [document.createElement('main'), document.createElement('h1')];
  const watched = () => {
    const over = new AbortController();
    const changed = vi.fn<(seen: boolean) => void>();
    watchSight(view, [about], [button], changed, over.signal);
    return { changed, over };
  };

  it('is read before a button works, and may be scrolled away then', () => {
    const { changed, over } = watched();
    tell(true, view, button);
    vi.advanceTimersByTime(2000);
    expect(changed).not.toHaveBeenCalledWith(true);
    tell(true, about);
    tell(false, about);
    vi.advanceTimersByTime(500);
    expect(changed).toHaveBeenLastCalledWith(true);
    over.abort();
  });

  it('is read anew in a window of another size', () => {
    const { changed, over } = watched();
    tell(true, view, about, button);
    vi.advanceTimersByTime(500);
    expect(changed).toHaveBeenLastCalledWith(true);
    window.dispatchEvent(new Event('resize'));
    tell(true, view, button);
    vi.advanceTimersByTime(2000);
    expect(changed).toHaveBeenLastCalledWith(false);
    over.abort();
  });
});
