import type { HostDrafts } from './drafts.ts';
import type { HostHistory } from './history.ts';

export type HostSession =
  | { readonly state: 'signed-in' }
  | { readonly state: 'signed-out' }
  /** Signing in was tried and did not work; in words for people. */
  | { readonly state: 'failed'; readonly message: string };

export type Theme = 'auto' | 'light' | 'dark';

/** `fetch`, of paths of the service. Calls of the contract go through it, and the stream of events. */
export type HostFetch = (path: string, init: RequestInit) => Promise<Response>;

/**
 * Where the panel lives. A few small things differ between a page of the service, an extension page, a Forge Custom UI resource and
 * somebody else's page, and they stand here; nothing else in the panel asks where it is.
 */
export interface Host {
  readonly kind: 'standalone' | 'extension' | 'forge' | 'embedded';
  /** Where the place somebody is at is kept: `locationHistory()` on a page of the panel's own, `memoryHistory()` on anybody else's. */
  readonly history: HostHistory;
  /** What the tab is called. Null where the page is somebody else's. */
  readonly setTitle: ((title: string) => void) | null;
  /** True where the surroundings say above the panel what it is: it then has no header of its own. */
  readonly isUnderHeader: boolean;
  /** Where texts are kept that somebody typed and has not sent. */
  readonly drafts: HostDrafts;
  /** Sends a request to a path of the service with the session's credentials. Rejects when the service cannot be reached. */
  readonly send: HostFetch;
  /** Looks for a session, finishing a sign-in that is under way. Never rejects. */
  readonly restoreSession: () => Promise<HostSession>;
  /** Null where the surroundings sign people in. May navigate away, and then never settles. Rejects with words for people. */
  readonly signIn: (() => Promise<void>) | null;
  /** The same for somebody else than the provider knows from before. Null where only the surroundings can do that. */
  readonly signInAsOther: (() => Promise<void>) | null;
  /** Ends the session at the service and forgets it here. Null where there is no session of ours to end. */
  readonly signOut: (() => Promise<void>) | null;
  /** `stream`: server-sent events can be read through `send`; `poll`: they cannot, so the panel asks again and again. */
  readonly live: 'stream' | 'poll';
  /** Null where whoever mounts the panel has brought it. */
  readonly theme: Theme | null;
  /** BCP 47, for dates and numbers. */
  readonly locale: string;
  /** Opens an address outside the panel. */
  readonly open: (url: string) => void;
}
