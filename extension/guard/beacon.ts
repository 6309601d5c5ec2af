import { aimOf, NO_ADDRESS } from './address.ts';
import type { Ask } from './ask.ts';
import { takeBody } from './body.ts';
import { disguise } from './disguise.ts';
import { holdFor, isPlainlyHarmless } from './held.ts';
import { apply, itemOf, own, replace, toText } from './natives.ts';
import type { Realm } from './realm.ts';

/**
 * Holds beacons that may give access. The page is told that the beacon was queued, which is all a beacon ever tells; while the page
 * is left nobody can be asked any more, and it is told that it was not.
 */
export function guardBeacon({ Navigator: prototype, base }: Realm, isLeft: () => boolean, ask: Ask): void {
  const original = own(prototype, 'sendBeacon') as Navigator['sendBeacon'] | undefined;
  if (!original) return; // Taken out by some enterprise policies.
  const guarded = disguise(original, (receiver, args) => {
    if (args.length === 0) return apply(original, receiver, args);
    const { url, place } = aimOf('POST', toText(itemOf(args, 0)), base);
    if (!place) return apply(original, receiver, [url ?? NO_ADDRESS, itemOf(args, 1)]);
    const body = takeBody(itemOf(args, 1));
    const go = (): boolean => apply(original, receiver, [url, body.send]);
    if (isPlainlyHarmless(place, body.text)) return go();
    if (isLeft()) return false;
    holdFor(ask, place, body, (verdict) => {
      if (verdict.allow) go();
    });
    return true;
  });
  replace(prototype, 'sendBeacon', guarded);
}
