import { baseOf, own } from './natives.ts';

/** A window whose functions are guarded, with the browser's own of that window as they were when we came. */
export interface Realm {
  readonly view: Window & typeof globalThis;
  readonly fetch: typeof fetch;
  readonly XMLHttpRequest: XMLHttpRequest;
  readonly Navigator: Navigator;
  readonly HTMLFormElement: HTMLFormElement;
  readonly Document: Document;
  /** What relative addresses count from. */
  base(): string;
}

const prototypeOf = <T>(view: object, name: string): T => own(own(view, name) as object, 'prototype') as T;

export function realmOf(view: Window & typeof globalThis): Realm {
  const document = own(view, 'document');
  return {
    view,
    fetch: own(view, 'fetch') as typeof fetch,
    XMLHttpRequest: prototypeOf(view, 'XMLHttpRequest'),
    Navigator: prototypeOf(view, 'Navigator'),
    HTMLFormElement: prototypeOf(view, 'HTMLFormElement'),
    Document: prototypeOf(view, 'Document'),
    base: () => baseOf(document),
  };
}
