import { aimOf, type Place } from './address.ts';
import type { Ask } from './ask.ts';
import { type Taken, takeBody, textOf, UNREADABLE } from './body.ts';
import { disguise } from './disguise.ts';
import { holdFor, isPlainlyHarmless } from './held.ts';
import {
  apply,
  cloneRequest,
  isAborted,
  isObject,
  isRequest,
  itemOf,
  listen,
  lookUp,
  newRequest,
  pinned,
  promise,
  reasonOf,
  replace,
  requestMethod,
  requestText,
  requestUrl,
  signalOf,
  toText,
  whenSettled,
} from './natives.ts';
import type { Realm } from './realm.ts';
import { refusal } from './refusal.ts';

/** A call as we saw it, which is how the browser gets it: no getter of the page is asked twice. */
interface Seen {
  /** Null where a text names the address. */
  readonly input: Request | null;
  readonly init: object | null | undefined;
  readonly method: string;
  readonly address: string;
}

/** Holds the page's `fetch` for calls that may give access; everything else goes straight to the browser's own. */
export function guardFetch({ view, fetch: original, base }: Realm, ask: Ask): void {
  const guarded = disguise(original, (receiver, args): Promise<Response> => {
    // What the browser says to this is an error, or a plain GET.
    if (args.length === 0) return apply(original, receiver, args);
    let input: string | Request;
    let place: Place | null;
    let body: Taken | null = null;
    let init: object | null | undefined;
    try {
      const seen = look(args);
      const aim = aimOf(seen.method, seen.address, base);
      // No address from here, but perhaps from another window: without options it is no more than a GET.
      if (aim.url === null) return apply(original, receiver, [seen.address]);
      place = aim.place;
      // What it was judged by: options may run code of the page, which may change what a relative address counts from.
      input = seen.input ?? aim.url;
      init = seen.init;
      if (place && init) {
        const given = lookUp(init, 'body');
        body = given === undefined || given === null ? null : takeBody(given);
        init = pinned(init, { method: seen.method, body: body ? body.send : given });
      } else if (init) init = pinned(init, { method: seen.method });
    } catch (error) {
      // A getter of the page threw, or a value cannot be a text: the browser answers so too.
      return promise((_settle, fail) => fail(error));
    }
    const go = (): Promise<Response> => apply(original, receiver, [input, init]);
    if (!place || isPlainlyHarmless(place, body?.text ?? null)) return go();
    return held(place, body, ask, receiver, input, init);
  });
  replace(view, 'fetch', guarded);

  function held(
    place: Place,
    given: Taken | null,
    ask: Ask,
    receiver: unknown,
    input: string | Request,
    init: object | null | undefined,
  ): Promise<Response> {
    return promise((settle, fail) => {
      // Made now and ours alone: what the page changes while it is held is not sent.
      const request = newRequest(input, init ?? undefined);
      const signal = signalOf(request);
      if (isAborted(signal)) return fail(reasonOf(signal));
      const drop = holdFor(ask, place, given ?? bodyOf(request), (verdict) => {
        if (!verdict.allow) return settle(refusal(verdict.message));
        try {
          settle(apply(original, receiver, [request]));
        } catch (error) {
          fail(error);
        }
      });
      listen(signal, 'abort', () => {
        drop();
        fail(reasonOf(signal));
      });
    });
  }
}

function look(args: readonly unknown[]): Seen {
  const first = itemOf(args, 0);
  const init = itemOf(args, 1) as object | null | undefined;
  const input = isObject(first) && isRequest(first) ? (first as Request) : null;
  const address = input ? requestUrl(input) : toText(first);
  const given = isObject(init) ? lookUp(init, 'method') : undefined;
  const method = given === undefined ? (input ? requestMethod(input) : 'GET') : toText(given);
  return { input, init, method, address };
}

/** The body that a request came with, out of a copy of ours. */
const bodyOf = (request: Request): Taken => ({
  send: null,
  text: null,
  read: (done) =>
    whenSettled(
      requestText(cloneRequest(request)),
      (text) => done(text === '' ? { body: null, unreadable: false } : textOf(text)),
      () => done(UNREADABLE),
    ),
});
