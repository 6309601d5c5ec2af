import type { ClassifiedCall } from '../sites/endpoints.ts';
import type { Ask } from './ask.ts';
import { disguise } from './disguise.ts';
import { classify, mayMatter } from './matching.ts';
import { readBody } from './read-body.ts';
import { refusal } from './refusal.ts';

type View = Window & typeof globalThis;

const BodyReader = Request.prototype;

/** Holds the page's `fetch` for calls that give access; everything else goes straight to the browser's own. */
export function guardFetch(view: View, ask: Ask): void {
  const original = view.fetch;
  const straight = (receiver: unknown, args: Parameters<typeof fetch>): Promise<Response> =>
    Reflect.apply(original, receiver, args);

  view.fetch = disguise(original, (receiver, args) => {
    const [input, init] = args;
    const request = input instanceof Request ? input : null;
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    const url = mayMatter(method, request ? request.url : String(input), view.document.baseURI);
    if (!url) return straight(receiver, args);
    // A request's body can be read once: the copy is made now, before the page or the browser takes the original.
    const body = init?.body != null ? readBody(init.body) : request && !request.bodyUsed ? copyText(request) : null;
    const go = (): Promise<Response> => straight(receiver, args);
    if (body instanceof Promise) return body.then((text) => held(classify(method, url, text), ask, go));
    return held(classify(method, url, body), ask, go);
  });
}

const copyText = (request: Request): Promise<string | null> => BodyReader.text.call(BodyReader.clone.call(request));

/** Harmless calls leave at once, in the order the page made them. */
function held(call: ClassifiedCall | null, ask: Ask, go: () => Promise<Response>): Promise<Response> {
  if (!call) return go();
  return ask(call).then((verdict) => (verdict.allow ? go() : refusal(verdict.message)));
}
