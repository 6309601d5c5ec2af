// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NearScreen } from './near-screen.ts';

let stop = new AbortController();
const places = new Map<Element, number>();
const handed: Element[] = [];
const at = (top: number): Element => {
  const element = document.createElement('p');
  places.set(element, top);
  document.body.append(element);
  return element;
};

beforeEach(() => {
  stop = new AbortController();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(0, places.get(this) ?? 0, 100, 20);
  });
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  handed.length = 0;
  document.body.replaceChildren();
});

const begin = () => new NearScreen<string>((near) => handed.push(...near.keys()), stop.signal);
const kept = (...elements: Element[]) => elements.map((element) => [element, element.localName] as const);
const rested = () => new Promise((next) => setTimeout(next, 200));

it('tells what is within a screen of being seen, and hands out the rest when a scroll brought it near', async () => {
  const [seen, below, far] = [at(0), at(2 * innerHeight - 1), at(5 * innerHeight)];
  expect([
    ...begin()
      .nearOf(kept(seen, below, far))
      .keys(),
  ]).toEqual([seen, below]);
  expect(handed).toEqual([]);
  places.set(far, innerHeight);
  document.body.dispatchEvent(new Event('scroll'));
  await rested();
  expect(handed).toEqual([far]);
});

it('watches some of the far ones for moves without a scroll', () => {
  const observe = vi.spyOn(IntersectionObserver.prototype, 'observe');
  begin().nearOf(
    kept(...Array.from({ length: 100 }, (_unused, index) => at(5 * innerHeight + (index * innerHeight) / 20))),
  );
  expect(observe).toHaveBeenCalledTimes(5);
});

it('hands out nothing after the signal', async () => {
  const far = at(5 * innerHeight);
  begin().nearOf(kept(far));
  places.set(far, 0);
  document.body.dispatchEvent(new Event('scroll'));
  stop.abort();
  await rested();
  expect(handed).toEqual([]);
});
