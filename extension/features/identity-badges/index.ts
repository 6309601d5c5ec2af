import type { IdentityView } from '../../../core/identity/index.ts';
import type { Feature, Page } from '../../content/content.ts';
import { MARK, mountAfter, mountedAfter } from '../../content/mount.ts';
import { sheetOf } from '../../dom/sheet.ts';
import { findPeople, outermost, recogniseAmong } from '../../sites/people.ts';
import { type PersonRef, personKey } from '../../sites/person.ts';
import { type BadgeFace, badgeCss, paintBadge } from './badge.ts';
import { explainOn } from './explain.ts';
import { faceOf } from './face.ts';
import type { Explained, HoverCard } from './hover-card.ts';
import { Identities, type Resolve } from './identities.ts';
import { NearScreen } from './near-screen.ts';
import { Room, type Row, rowBeside } from './room.ts';

export type { PeopleAsked, Resolve } from './identities.ts';

export interface BadgeDeps {
  readonly resolve: Resolve;
  /** Told about every failure of `resolve`; badges stay away meanwhile. */
  readonly report: (error: unknown) => void;
  /** Whether this account gets a badge at all. */
  readonly isWanted: (view: IdentityView) => boolean;
  /** Loads the card that explains a badge, asked when the first is; null when it cannot be loaded. */
  readonly hoverCard: () => Promise<HoverCard | null>;
}

const NAME = 'badge';
const BADGES = `[${MARK}="${NAME}"]`;

/** What a badge shows, and beside what. */
interface Painted extends Explained {
  readonly anchor: Element;
}

/**
 * Badges beside everybody the page identifies and the organization knows. Unknown people get none, never a guess. Nobody is
 * recognised, asked about or drawn before they are near the screen.
 */
export const identityBadges: Feature<BadgeDeps> = { name: 'identity-badges', start };

function start(page: Page, { resolve, report, isWanted, hoverCard }: BadgeDeps): void {
  const identities = new Identities(resolve, report);
  const painted = new WeakMap<Element, Painted>();
  /** Those the organization is being asked about, as long as the page does not change where they stand. */
  const waiting = new Set<PersonRef>();
  const sheet = sheetOf(badgeCss);
  const room = new Room(BADGES, page.signal);

  const viewOf = (person: PersonRef): IdentityView | null => {
    const view = identities.get(personKey(person) ?? '');
    return view && view.type !== 'unknown' && isWanted(view) ? view : null;
  };
  const isDrawn = ({ element, name }: PersonRef, view: IdentityView): boolean => {
    const host = mountedAfter(element)?.host;
    const last = host && painted.get(host);
    return last?.view === view && last.name === name;
  };
  const paint = (
    { element, name, picture }: PersonRef,
    view: IdentityView,
    face: BadgeFace | null,
    markIn: Row | null,
  ): void => {
    const mounted = mountAfter(element, NAME, sheet);
    if (!mounted || !face) return;
    painted.set(mounted.host, { anchor: element, view, name });
    room.watch({ host: mounted.host, button: paintBadge(mounted.root, face), unit: element, picture, markIn });
  };
  const draw = (people: readonly PersonRef[]): void => {
    // Style is read before anything is written: every turn from one to the other is a look over the whole page.
    const drawings = people.map((person) => {
      const view = viewOf(person);
      const face = view && !isDrawn(person, view) ? faceOf(view, person) : null;
      return { person, view, face, markIn: face?.place === 'mark' ? rowBeside(person.element) : null };
    });
    for (const { person, view, face, markIn } of drawings) {
      if (!view) mountedAfter(person.element)?.host.remove();
      else if (person.element.isConnected) paint(person, view, face, markIn);
    }
    room.look();
  };
  /** Each with what was found together with it: who it is can depend on the ones beside. */
  const recognise = (near: ReadonlyMap<Element, readonly Element[]>): PersonRef[] =>
    [...new Set(near.values())]
      .flatMap((found) => recogniseAmong(found, near, page.context()))
      .filter((person) => !person.viewer && personKey(person) !== null);
  const show = async (people: readonly PersonRef[]): Promise<void> => {
    draw(people);
    for (const person of people) waiting.add(person);
    const learnt = await identities.learn(people);
    const asked = people.filter((person) => waiting.delete(person));
    if (learnt && !page.signal.aborted) draw(asked);
  };
  const screen = new NearScreen<readonly Element[]>((near) => void show(recognise(near)), page.signal);

  page.onPass(({ roots, context }) => {
    for (const person of waiting) if (roots.some((root) => root.contains(person.element))) waiting.delete(person);
    const places = roots.flatMap((root) => {
      const found = findPeople(root, context);
      return outermost(found).map((element) => [element, found] as const);
    });
    const people = recognise(screen.nearOf(places));
    takeAwayStale(roots, new Set(people.map(({ element }) => element)), painted);
    void show(people);
  });
  explainOn(page.document, (host) => painted.get(host) ?? null, hoverCard, page.signal);
  page.signal.addEventListener(
    'abort',
    () => {
      for (const host of page.document.querySelectorAll(BADGES)) host.remove();
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
    for (const host of [...root.querySelectorAll(BADGES), ...(beside?.matches(BADGES) ? [beside] : [])]) {
      const anchor = painted.get(host)?.anchor;
      if (!anchor || !current.has(anchor)) host.remove();
    }
  }
}
