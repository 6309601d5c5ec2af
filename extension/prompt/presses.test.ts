// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settling, watchPresses } from './presses.ts';

let over: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  over = new AbortController();
});
afterEach(() => {
  over.abort();
  vi.useRealTimers();
});

/**
 * A button that starts something, beside one that does not and a field; what of its presses counted, and how often one was too soon. The
 * pointer is moved to it, unless it was there before.
 */
function watched(isMoved = true) {
  document.body.innerHTML = '<textarea></textarea><p></p><button data-starts>Continue</button><button>Cancel</button>';
  const [starts, leaves] = document.querySelectorAll('button');
  const count = { starts: 0, leaves: 0, hurried: 0, still: 0, heard: 0 };
  starts?.addEventListener('click', () => void count.starts++);
  leaves?.addEventListener('click', () => void count.leaves++);
  const heard = () => void count.heard++;
  watchPresses(heard, (why) => void (why === 'prompt.still' ? count.still++ : count.hurried++), over.signal);
  const point = (type: string, at: number) =>
    starts?.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { screenX: at, screenY: 9 }));
  if (isMoved) for (const at of [100, 300]) point('pointermove', at);
  const click = (one: Element | null | undefined) => {
    one?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    one?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  };
  const key = (name: string, at: Element | null | undefined) =>
    at?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
  return { starts, leaves, count, click, key, point };
}

it('counts the first of a double click, and none of somebody who presses again and again', () => {
  const { starts, count, click } = watched();
  click(starts);
  vi.advanceTimersByTime(120);
  starts?.setAttribute('aria-disabled', 'true');
  click(starts);
  expect(count).toMatchObject({ starts: 1, hurried: 0 });
  starts?.removeAttribute('aria-disabled');
  for (const gap of [90, 150, 250, 400, 499]) {
    vi.advanceTimersByTime(gap);
    click(starts);
  }
  expect(count).toMatchObject({ starts: 1, hurried: 5 });
  vi.advanceTimersByTime(500);
  click(starts);
  expect(count).toMatchObject({ starts: 2 });
});

it('counts no press after one on anything else, and lets go of what starts nothing', () => {
  const { starts, leaves, count, click } = watched();
  click(document.querySelector('p'));
  vi.advanceTimersByTime(300);
  click(starts);
  click(leaves);
  expect(count).toMatchObject({ starts: 0, leaves: 1, hurried: 1 });
});

it('takes Enter and Space that are held or hammered as presses, and what is typed as none', () => {
  const { starts, count, key } = watched();
  const enter = () => {
    key('Enter', starts);
    starts?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  };
  key('Enter', document.body);
  vi.advanceTimersByTime(30);
  enter();
  expect(count.starts).toBe(0);
  vi.advanceTimersByTime(600);
  for (const one of ['a', ' ', 'Enter']) key(one, document.querySelector('textarea'));
  key('Tab', document.body);
  enter();
  expect(count.starts).toBe(1);
});

it('counts a press right after something was typed: nobody types in a hurry to press', () => {
  const { starts, count, click } = watched();
  click(starts);
  vi.advanceTimersByTime(50);
  document.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));
  vi.advanceTimersByTime(50);
  click(starts);
  expect(count).toMatchObject({ starts: 2, hurried: 0 });
});

it('counts a press of what reads a page aloud, which is a click and nothing else', () => {
  const { starts, count, click } = watched();
  click(document.body);
  click(document.body);
  vi.advanceTimersByTime(600);
  starts?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(count).toMatchObject({ starts: 1, hurried: 0 });
});

it('goes by when presses were made, not by when a busy browser says them', () => {
  const { starts, count } = watched();
  const press = (madeAt: number) => {
    for (const event of [new Event('pointerdown', { bubbles: true }), new MouseEvent('click', { bubbles: true })]) {
      Object.defineProperty(event, 'timeStamp', { value: madeAt });
      starts?.dispatchEvent(event);
    }
  };
  press(1000);
  vi.advanceTimersByTime(900);
  press(1250);
  expect(count).toMatchObject({ starts: 1, hurried: 1 });
});

it('hears of every press and key but typing, so that what is not on yet waits anew', () => {
  const { count, click, key } = watched();
  const run = vi.fn();
  const settled = settling(run);
  settled.again();
  vi.advanceTimersByTime(2000);
  expect(run).not.toHaveBeenCalled();
  settled.begin();
  vi.advanceTimersByTime(400);
  settled.again();
  vi.advanceTimersByTime(400);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(run).toHaveBeenCalledOnce();
  key('a', document.querySelector('textarea'));
  expect(count.heard).toBe(0);
  click(document.body);
  key('Tab', document.body);
  expect(count.heard).toBe(2);
});

describe('a pointer that stands where it stood', () => {
  const clickAt = ({ point, starts }: ReturnType<typeof watched>, at: number) => {
    point('pointerdown', at);
    starts?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  };

  it.each([600, 800, 1000, 2900])('presses nothing every %i ms, and says so', (gap) => {
    const all = watched(false);
    for (let n = 0; n < 6; n += 1) {
      vi.advanceTimersByTime(gap);
      clickAt(all, 200 + n);
    }
    expect(all.count).toMatchObject({ starts: 0, still: 6, hurried: 0 });
  });

  it('counts once it has waited, was moved, or something was typed', () => {
    const waits = watched(false);
    vi.advanceTimersByTime(1000);
    clickAt(waits, 200);
    vi.advanceTimersByTime(3000);
    clickAt(waits, 200);
    expect(waits.count).toMatchObject({ starts: 1, still: 1 });
    const moves = watched(false);
    vi.advanceTimersByTime(600);
    for (const at of [200, 203, 215]) moves.point('pointermove', at);
    clickAt(moves, 215);
    expect(moves.count).toMatchObject({ starts: 1, still: 0 });
    const types = watched(false);
    vi.advanceTimersByTime(600);
    document.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));
    clickAt(types, 200);
    expect(types.count).toMatchObject({ starts: 1, still: 0 });
  });

  it('is none where a key presses', () => {
    const { count, key, starts } = watched(false);
    key('Enter', starts);
    starts?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(count).toMatchObject({ starts: 1, still: 0 });
  });
});
