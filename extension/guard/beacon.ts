import { placeOf } from './address.ts';
import type { Ask } from './ask.ts';
import { takeBody } from './body.ts';
import { disguise } from './disguise.ts';
import { holdFor, isPlainlyHarmless } from './held.ts';
import { apply, itemOf, own, replace, toText } from './natives.ts';
import type { Realm } from './realm.ts';

/** Holds beacons that may give access. The page is told that the beacon was queued, which is all a beacon ever tells. */
export function guardBeacon({ Navigator: prototype, base }: Realm, ask: Ask): void {
  const original = own(prototype, 'sendBeacon') as Navigator['sendBeacon'] | undefined;
  if (!original) return; // Taken out by some enterprise policies.
  const guarded = disguise(original, (receiver, args) => {
    if (args.length === 0) return apply(original, receiver, args);
    const address = toText(itemOf(args, 0));
    const place = placeOf('POST', address, base);
    if (!place) return apply(original, receiver, [address, itemOf(args, 1)]);
    const body = takeBody(itemOf(args, 1));
    const go = (): boolean => apply(original, receiver, [address, body.send]);
    if (isPlainlyHarmless(place, body.text)) return go();
    holdFor(ask, place, body, (verdict) => {
      if (verdict.allow) go();
    });
    return true;
  });
  replace(prototype, 'sendBeacon', guarded);
}
