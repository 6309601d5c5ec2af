import type { Ask } from './ask.ts';
import { disguise } from './disguise.ts';
import { classify, mayMatter } from './matching.ts';
import { type BodyText, readBody } from './read-body.ts';

type View = Window & typeof globalThis;

interface Opened {
  readonly method: string;
  readonly url: URL;
  readonly async: boolean;
}

/**
 * Holds XMLHttpRequests that give access. A refused one fails like a call that never got through: it is opened again at an
 * address that cannot be reached, so that every event comes from the browser itself. A synchronous one cannot wait for a
 * verdict: it is refused when it is certain to give access.
 */
export function guardXhr(view: View, ask: Ask): void {
  const { prototype } = view.XMLHttpRequest;
  const { open, send, abort } = prototype;
  const opened = new WeakMap<XMLHttpRequest, Opened>();
  const held = new WeakMap<XMLHttpRequest, symbol>();

  prototype.open = disguise(open as (...args: unknown[]) => void, (receiver, args) => {
    const request = receiver as XMLHttpRequest;
    const [method, address, async = true] = args;
    const verb = String(method).toUpperCase();
    const url = mayMatter(verb, String(address), view.document.baseURI);
    held.delete(request);
    if (url) opened.set(request, { method: verb, url, async: async !== false });
    else opened.delete(request);
    return Reflect.apply(open, receiver, args);
  }) as typeof open;

  prototype.send = disguise(send, (receiver, args) => {
    const request = receiver as XMLHttpRequest;
    const call = opened.get(request);
    if (!call) return Reflect.apply(send, receiver, args);
    const go = (): void => Reflect.apply(send, request, args);
    const fail = (): void => {
      Reflect.apply(open, request, ['GET', nowhere(view), call.async]);
      Reflect.apply(send, request, []);
    };
    const body = readBody(args[0]);
    if (!(body instanceof Promise)) {
      const found = classify(call.method, call.url, body);
      // Harmless calls leave at once: the page sees every event in its usual order.
      if (!found) return go();
      if (!call.async) return fail();
    } else if (!call.async) return go();
    const ticket = Symbol('held');
    held.set(request, ticket);
    void decide(call, body, ask).then((allowed) => {
      // Aborted or opened anew while it was held: what was asked about no longer exists.
      if (held.get(request) !== ticket) return;
      held.delete(request);
      if (allowed) go();
      else fail();
    });
    return undefined;
  });

  prototype.abort = disguise(abort, (receiver, args) => {
    held.delete(receiver as XMLHttpRequest);
    return Reflect.apply(abort, receiver, args);
  });
}

/** An address of this page that answers nobody any more. */
function nowhere(view: View): string {
  const address = view.URL.createObjectURL(new Blob());
  view.URL.revokeObjectURL(address);
  return address;
}

async function decide({ method, url }: Opened, body: BodyText, ask: Ask): Promise<boolean> {
  const call = classify(method, url, await body);
  return call === null || (await ask(call)).allow;
}
