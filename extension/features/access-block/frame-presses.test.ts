// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FramePresses } from './frame-presses.ts';

/** The browser's own word, as Chromium and Firefox give it. */
let activeUntil: number;
let end: AbortController;
let presses: FramePresses;
const press = () => {
  activeUntil = Date.now() + 5000;
};
beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  activeUntil = 0;
  const userActivation = {
    get isActive() {
      return Date.now() < activeUntil;
    },
  };
  vi.stubGlobal('navigator', { userActivation });
  presses = new FramePresses();
  presses.listen(end.signal);
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** What is known, and how long it took. */
const known = async (): Promise<[boolean, number]> => {
  const asked = Date.now();
  const answer = presses.wasOne().then((was): [boolean, number] => [was, Date.now() - asked]);
  await vi.advanceTimersByTimeAsync(60_000);
  return answer;
};
const heard = (type: string, isTrusted = true) => {
  const event = new Event(type);
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  window.dispatchEvent(event);
};
const prompt = async (ms: number) => {
  const answered = presses.during(new Promise((resolve) => setTimeout(resolve, ms)));
  await vi.advanceTimersByTimeAsync(ms);
  await answered;
};

it('a press that nothing else explains was in a frame', async () => {
  expect(await known()).toEqual([false, 0]);
  press();
  expect(await known()).toEqual([true, 0]);
});

it.each(['pointerdown', 'pointerup', 'keydown'])('%s in the page itself is none', async (type) => {
  press();
  heard(type);
  expect(await known()).toEqual([false, 6000]);
});

it('what a page makes up explains nothing', async () => {
  press();
  heard('pointerdown', false);
  expect(await known()).toEqual([true, 0]);
});

it('a press in our prompt is none, however long it stands; one after it is, and is known when the other has faded', async () => {
  press();
  await prompt(20_000);
  press();
  expect(await known()).toEqual([false, 6000]);
  await prompt(1000);
  await vi.advanceTimersByTimeAsync(2000);
  press();
  expect(await known()).toEqual([true, 4000]);
});

it('nothing is known while a prompt stands, also one that fails', async () => {
  const answer = Promise.withResolvers<never>();
  const answered = presses.during(answer.promise).catch(() => 'failed');
  const pressing = setInterval(press, 1000);
  const was = vi.fn();
  void presses.wasOne().then(was);
  press();
  void presses.wasOne().then(was);
  await vi.advanceTimersByTimeAsync(30_500);
  expect(was.mock.calls).toEqual([[false]]);
  clearInterval(pressing);
  answer.reject(new Error('gone'));
  expect(await answered).toBe('failed');
  await vi.advanceTimersByTimeAsync(12_000);
  expect(was.mock.calls).toEqual([[false], [false]]);
});
