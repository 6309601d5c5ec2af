import type { Ask } from './ask.ts';
import { disguise } from './disguise.ts';
import { classify, mayMatter } from './matching.ts';
import { type BodyText, readBody } from './read-body.ts';

/** Holds beacons that give access. The page is told that the beacon was queued, which is all a beacon ever tells. */
export function guardBeacon(view: Window & typeof globalThis, ask: Ask): void {
  const { prototype } = view.Navigator;
  const { sendBeacon } = prototype;
  if (!sendBeacon) return; // Taken out by some enterprise policies.
  prototype.sendBeacon = disguise(sendBeacon, (receiver, args) => {
    const url = mayMatter('POST', String(args[0]), view.document.baseURI);
    if (!url) return Reflect.apply(sendBeacon, receiver, args);
    const go = (): boolean => Reflect.apply(sendBeacon, receiver, args);
    const body = readBody(args[1]);
    if (!(body instanceof Promise) && !classify('POST', url, body)) return go();
    void settle(url, body, ask, go);
    return true;
  });
}

async function settle(url: URL, body: BodyText, ask: Ask, go: () => void): Promise<void> {
  const call = classify('POST', url, await body);
  if (!call || (await ask(call)).allow) go();
}
