import type { IdentityView } from '../../../core/identity/view.ts';
import type { Feature, Page, Pass } from '../../content/content.ts';
import { follows, MARK, mountAfter, mountedAfter, unmountAfter } from '../../content/mount.ts';
import { sheetOf } from '../../dom/sheet.ts';
import { type PersonRef, personKey } from '../../sites/person.ts';
import { badgeCss, paintBadge } from './badge.ts';
import { explainOn } from './explain.ts';
import { cardOf, faceOf } from './face.ts';
import { Identities, type Resolve } from './identities.ts';

export type { PeopleAsked, Resolve } from './identities.ts';

export interface BadgeDeps {
  readonly resolve: Resolve;
  /** Told about every failure of `resolve`; badges stay away meanwhile. */
  readonly report: (error: unknown) => void;
}

const NAME = 'badge';

/**
 * So many badges a page draws as they come; later ones when they are within a screen of being seen. Style and layout of a badge
 * cost five times its script, so on pages of a thousand people the ones nobody looks at are the whole price.
 */
const AS_THEY_COME = 150;
/** Up to here badges come in the same frame as the people, without a flicker. */
const AT_ONCE = 60;

/** Badges beside everybody the page identifies and the organization knows. Unknown people get none, never a guess. */
export const identityBadges: Feature<BadgeDeps> = { name: 'identity-badges', start };

function start(page: Page, { resolve, report }: BadgeDeps): void {
  const identities = new Identities(resolve, report);
  /** Who is shown where, as the last look at that place found it. */
  const shown = new WeakMap<Element, PersonRef>();
  const anchors = new WeakMap<Element, Element>();
  const painted = new WeakMap<Element, { readonly view: IdentityView; readonly name: string | null }>();
  const sheet = sheetOf(badgeCss);
  const queue: Element[] = [];
  let drawn = 0;
  const whenNear = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        whenNear.unobserve(target);
        draw(target);
      }
    },
    { rootMargin: '100%' },
  );
  let frame = 0;

  const known = (anchor: Element): boolean => {
    const person = shown.get(anchor);
    const key = person && personKey(person);
    return key ? Boolean(identities.get(key)) : false;
  };
  const draw = (anchor: Element): void => {
    const person = shown.get(anchor);
    const key = person && personKey(person);
    const view = key ? identities.get(key) : null;
    if (!person || !view || view.type === 'unknown') {
      if (mountedAfter(anchor, NAME)) unmountAfter(anchor, NAME);
      return;
    }
    if (!anchor.isConnected) return;
    const mounted = mountAfter(anchor, NAME, sheet);
    if (!mounted) return;
    anchors.set(mounted.host, anchor);
    const last = painted.get(mounted.host);
    if (last?.view === view && last.name === person.name) return;
    painted.set(mounted.host, { view, name: person.name });
    paintBadge(mounted.root, faceOf(view, person.name, person.dense));
  };
  const drain = (): void => {
    frame = 0;
    for (const anchor of queue.splice(0)) draw(anchor);
  };
  const enqueue = (people: readonly PersonRef[]): void => {
    for (const { element } of people) {
      if (drawn < AS_THEY_COME || mountedAfter(element, NAME)) queue.push(element);
      else whenNear.observe(element);
      drawn += 1;
    }
    if (frame !== 0 || queue.length === 0) return;
    if (queue.length <= AT_ONCE) drain();
    else frame = requestAnimationFrame(drain);
  };

  const look = async (pass: Pass): Promise<void> => {
    const people = pass.people().filter((person) => !person.viewer && personKey(person) !== null);
    for (const person of people) shown.set(person.element, person);
    takeAwayStale(pass.roots, new Set(people.map(({ element }) => element)), anchors);
    // Whoever is not known yet has nothing to draw; a badge left over from somebody else must go now.
    enqueue(people.filter(({ element }) => known(element) || mountedAfter(element, NAME) !== null));
    if ((await identities.learn(people)) && !page.signal.aborted) enqueue(people);
  };

  page.onPass((pass) => void look(pass));
  page.onNavigation(() => {
    drawn = 0;
  });
  explainOn(
    page.document,
    (host) => {
      const anchor = anchors.get(host);
      const person = anchor && shown.get(anchor);
      const key = person && personKey(person);
      const view = key ? identities.get(key) : null;
      return person && view ? cardOf(view, person.name) : null;
    },
    page.signal,
  );
  page.signal.addEventListener(
    'abort',
    () => {
      cancelAnimationFrame(frame);
      whenNear.disconnect();
      for (const host of page.document.querySelectorAll(`[${MARK}="${NAME}"]`)) host.remove();
    },
    { once: true },
  );
}

/** A badge whose person is gone from the place it stands at is worse than none: recycled rows show somebody else now. */
function takeAwayStale(
  roots: readonly Element[],
  current: ReadonlySet<Element>,
  anchors: WeakMap<Element, Element>,
): void {
  for (const root of roots) {
    const beside = root.nextElementSibling;
    const hosts = [
      ...root.querySelectorAll(`[${MARK}="${NAME}"]`),
      ...(beside?.matches(`[${MARK}="${NAME}"]`) ? [beside] : []),
    ];
    for (const host of hosts) {
      const anchor = anchors.get(host);
      if (anchor && current.has(anchor) && follows(host, anchor)) continue;
      if (!anchor) host.remove();
      else if (!anchor.isConnected || !current.has(anchor)) unmountAfter(anchor, NAME);
    }
  }
}
