import type { IdentityView } from '../../../core/identity/view.ts';
import type { Feature, Page, Pass } from '../../content/content.ts';
import { follows, MARK, mountAfter, mountedAfter, unmountAfter } from '../../content/mount.ts';
import { sheetOf } from '../../dom/sheet.ts';
import { type PersonRef, personKey } from '../../sites/person.ts';
import { badgeCss, paintBadge } from './badge.ts';
import { explainOn } from './explain.ts';
import { cardOf, faceOf } from './face.ts';
import type { HoverCard } from './hover-card.ts';
import { Identities, type Resolve } from './identities.ts';
import { NearScreen } from './near-screen.ts';

export type { PeopleAsked, Resolve } from './identities.ts';

export interface BadgeDeps {
  readonly resolve: Resolve;
  /** Told about every failure of `resolve`; badges stay away meanwhile. */
  readonly report: (error: unknown) => void;
  /** Loads the card that explains a badge, asked when the first is; null when it cannot be loaded. */
  readonly hoverCard: () => Promise<HoverCard | null>;
}

const NAME = 'badge';

/** More people than this get their badges a frame after they were recognised: two shorter tasks. */
const AT_ONCE = 60;

/** What a badge shows, and beside what. */
interface Painted {
  readonly anchor: Element;
  readonly view: IdentityView;
  readonly name: string | null;
}

/** Badges beside everybody the page identifies and the organization knows. Unknown people get none, never a guess. */
export const identityBadges: Feature<BadgeDeps> = { name: 'identity-badges', start };

function start(page: Page, { resolve, report, hoverCard }: BadgeDeps): void {
  const identities = new Identities(resolve, report);
  /** Who is shown where, as the last look at that place found it. */
  const shown = new WeakMap<Element, PersonRef>();
  const painted = new WeakMap<Element, Painted>();
  const sheet = sheetOf(badgeCss);
  const queue: Element[] = [];
  let frame = 0;
  const near = new NearScreen((anchors) => anchors.forEach(draw), page.signal);

  const known = (anchor: Element): boolean => {
    const person = shown.get(anchor);
    const key = person && personKey(person);
    return key ? Boolean(identities.get(key)) : false;
  };
  function draw(anchor: Element): void {
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
    const last = painted.get(mounted.host);
    if (last?.view === view && last.name === person.name) return;
    painted.set(mounted.host, { anchor, view, name: person.name });
    paintBadge(mounted.root, faceOf(view, person.name, person.dense));
  }
  const drain = (): void => {
    frame = 0;
    near.add(queue.splice(0));
  };
  /** Whoever is not known yet has nothing to draw; a badge left over from somebody else must go now. */
  const enqueue = (people: readonly PersonRef[]): void => {
    for (const { element } of people) {
      if (mountedAfter(element, NAME)) draw(element);
      else if (known(element)) queue.push(element);
    }
    if (frame !== 0 || queue.length === 0) return;
    if (queue.length <= AT_ONCE) drain();
    else frame = requestAnimationFrame(drain);
  };

  const look = async (pass: Pass): Promise<void> => {
    const people = pass.people().filter((person) => !person.viewer && personKey(person) !== null);
    for (const person of people) shown.set(person.element, person);
    takeAwayStale(pass.roots, new Set(people.map(({ element }) => element)), painted);
    enqueue(people);
    if ((await identities.learn(people)) && !page.signal.aborted) enqueue(people);
  };

  page.onPass((pass) => void look(pass));
  explainOn(
    page.document,
    (host) => {
      const anchor = painted.get(host)?.anchor;
      const person = anchor && shown.get(anchor);
      const key = person && personKey(person);
      const view = key ? identities.get(key) : null;
      return person && view ? cardOf(view, person.name) : null;
    },
    hoverCard,
    page.signal,
  );
  page.signal.addEventListener(
    'abort',
    () => {
      cancelAnimationFrame(frame);
      for (const host of page.document.querySelectorAll(`[${MARK}="${NAME}"]`)) host.remove();
    },
    { once: true },
  );
}

/** A badge whose person is gone from the place it stands at is worse than none: recycled rows show somebody else now. */
function takeAwayStale(
  roots: readonly Element[],
  current: ReadonlySet<Element>,
  painted: WeakMap<Element, Painted>,
): void {
  for (const root of roots) {
    const beside = root.nextElementSibling;
    const hosts = [
      ...root.querySelectorAll(`[${MARK}="${NAME}"]`),
      ...(beside?.matches(`[${MARK}="${NAME}"]`) ? [beside] : []),
    ];
    for (const host of hosts) {
      const anchor = painted.get(host)?.anchor;
      if (anchor && current.has(anchor) && follows(host, anchor)) continue;
      if (!anchor) host.remove();
      else if (!anchor.isConnected || !current.has(anchor)) unmountAfter(anchor, NAME);
    }
  }
}
