// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { mountAfter, mountedAfter } from './mount.ts';
import { onNavigation } from './navigation.ts';
import { observe } from './observe.ts';

const stop = new AbortController();
const frame = (): Promise<void> => new Promise((next) => requestAnimationFrame(() => setTimeout(next, 0)));
const add = (parent: Element, tag = 'div'): Element => parent.appendChild(document.createElement(tag));

afterEach(() => document.body.replaceChildren());

it('gathers a burst into one pass over the outermost changed parts', async () => {
  const passes: (readonly Element[])[] = [];
  observe(document, (roots) => passes.push(roots), stop.signal);
  await frame();
  expect(passes).toEqual([[document.documentElement]]);
  const outer = add(document.body);
  const inner = add(outer);
  const gone = add(document.body);
  gone.remove();
  await frame();
  expect(passes[1]).toEqual([outer]);
  inner.setAttribute('aria-label', 'Emma');
  await frame();
  expect(passes[2]).toEqual([inner]);
  outer.setAttribute('class', 'x');
  const ours = add(outer, 'span');
  ours.setAttribute('data-gatehouse', 'badge');
  await frame();
  await frame();
  expect(passes.slice(3).flat()).not.toContain(ours);
});

it('mounts once right after the anchor, and puts back what was dropped or moved', () => {
  const anchor = add(document.body, 'b');
  const sheet = new CSSStyleSheet();
  const badge = mountAfter(anchor, 'badge', sheet);
  expect(mountAfter(anchor, 'badge', sheet)).toBe(badge);
  expect(mountedAfter(anchor)).toBe(badge);
  expect(anchor.nextElementSibling).toBe(badge?.host);
  badge?.host.remove();
  mountAfter(anchor, 'badge', sheet);
  expect(anchor.nextElementSibling).toBe(badge?.host);
  anchor.after(document.createElement('i'));
  mountAfter(anchor, 'badge', sheet);
  expect(anchor.nextElementSibling).toBe(badge?.host);
});

it('polls the address where there is no Navigation API', async () => {
  const seen: string[] = [];
  const ending = new AbortController();
  const view = {
    location: { href: 'https://acme.atlassian.net/a' },
    addEventListener: () => undefined,
    setInterval,
    clearInterval,
  } as unknown as Window;
  onNavigation(view, (url) => seen.push(url.pathname), ending.signal);
  view.location.href = 'https://acme.atlassian.net/b';
  await new Promise((next) => setTimeout(next, 600));
  ending.abort();
  expect(seen).toEqual(['/b']);
});
