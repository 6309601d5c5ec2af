export type HostSession =
  | { readonly state: 'signed-in' }
  | { readonly state: 'signed-out' }
  /** Signing in was tried and did not work; in words for people. */
  | { readonly state: 'failed'; readonly message: string };

/** `fetch`, of paths of the service. Calls of the contract go through it, and the stream of events. */
export type HostFetch = (path: string, init: RequestInit) => Promise<Response>;

/**
 * Where the panel lives. Four small things differ between a page of the service, an extension page and a Forge Custom UI
 * resource, and they stand here; nothing else in the panel asks where it is.
 */
export interface Host {
  readonly kind: 'standalone' | 'extension' | 'forge';
  /** Sends a request to a path of the service with the session's credentials. Rejects when the service cannot be reached. */
  readonly send: HostFetch;
  /** Looks for a session, finishing a sign-in that is under way. Never rejects. */
  readonly restoreSession: () => Promise<HostSession>;
  /** Null where the surroundings sign people in. May navigate away, and then never settles. Rejects with words for people. */
  readonly signIn: (() => Promise<void>) | null;
  /** Ends the session at the service and forgets it here. Null where there is no session of ours to end. */
  readonly signOut: (() => Promise<void>) | null;
  /** `stream`: server-sent events can be read through `send`; `poll`: they cannot, so the panel asks again and again. */
  readonly live: 'stream' | 'poll';
  readonly theme: 'auto' | 'light' | 'dark';
  /** BCP 47, for dates and numbers. */
  readonly locale: string;
  /** Opens an address outside the panel. */
  readonly open: (url: string) => void;
}
