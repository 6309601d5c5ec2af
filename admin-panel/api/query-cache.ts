import { CallError, call, type Input, type Output, type Send } from '../../core/contract/client.ts';
import type { Route } from '../../core/contract/route.ts';

/** What is asked, without what the cache adds by itself. */
export type Question<R extends Route> = Omit<Input<R>, 'etag' | 'signal' | 'idempotencyKey'>;

export interface Snapshot<T> {
  /** The newest good answer; stays while a newer one is fetched and when that fails. */
  readonly value: T | null;
  /** Why the newest try failed; null when it did not. */
  readonly error: CallError | null;
  readonly loading: boolean;
}

interface Entry {
  readonly route: Route;
  readonly question: Question<Route>;
  snapshot: Snapshot<unknown>;
  etag: string | null;
  stale: boolean;
  running: boolean;
  /** Tries that failed since the last good answer. */
  failures: number;
  readonly listeners: Set<() => void>;
}

const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 15_000;

/** Answers nobody looks at are kept so that "back" shows something at once, up to this many. */
const KEPT = 60;

/**
 * Answers of the service by question. One call at a time for each question; whoever looks is told when the answer changes;
 * a question that becomes stale while it is being asked is asked again.
 */
export class QueryCache {
  readonly #entries = new Map<string, Entry>();
  readonly #send: Send;
  readonly #onSignedOut: () => void;

  constructor(send: Send, onSignedOut: () => void) {
    this.#send = send;
    this.#onSignedOut = onSignedOut;
  }

  /** Registers a looker and fetches when nothing fresh is there. Returns the way out. */
  subscribe<R extends Route>(route: R, question: Question<R>, listener: () => void): () => void {
    const entry = this.#entryOf(route, question);
    entry.listeners.add(listener);
    if (entry.stale) void this.#fetch(entry);
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size === 0) entry.stale = true;
      this.#forgetOldest();
    };
  }

  snapshot<R extends Route>(route: R, question: Question<R>): Snapshot<Output<R>> {
    return this.#entryOf(route, question).snapshot as Snapshot<Output<R>>;
  }

  /** Marks answers of these routes stale (all without an argument); those somebody looks at are fetched at once. */
  invalidate(...routes: readonly Route[]): void {
    for (const entry of this.#entries.values()) {
      if (routes.length > 0 && !routes.includes(entry.route)) continue;
      entry.stale = true;
      if (entry.listeners.size > 0) void this.#fetch(entry);
    }
  }

  #entryOf(route: Route, question: Question<Route>): Entry {
    const key = keyOf(route, question);
    const known = this.#entries.get(key);
    if (known) return known;
    const entry: Entry = {
      route,
      question,
      snapshot: { value: null, error: null, loading: true },
      etag: null,
      stale: true,
      running: false,
      failures: 0,
      listeners: new Set(),
    };
    this.#entries.set(key, entry);
    return entry;
  }

  async #fetch(entry: Entry): Promise<void> {
    if (entry.running) return;
    entry.running = true;
    do {
      entry.stale = false;
      await this.#ask(entry);
    } while (entry.stale && entry.listeners.size > 0);
    entry.running = false;
  }

  async #ask(entry: Entry): Promise<void> {
    if (!entry.snapshot.loading) this.#show(entry, { ...entry.snapshot, loading: true });
    try {
      const answer = await call(this.#send, entry.route, { ...entry.question, etag: entry.etag } as Input<Route>);
      if (answer.changed) entry.etag = answer.etag;
      entry.failures = 0;
      const value = answer.changed ? answer.value : entry.snapshot.value;
      this.#show(entry, { value, error: null, loading: false });
    } catch (cause) {
      if (!(cause instanceof CallError)) throw cause;
      this.#show(entry, { value: entry.snapshot.value, error: cause, loading: false });
      if (cause.code === 'not-signed-in') this.#onSignedOut();
      if (mayPass(cause)) this.#askLater(entry);
    }
  }

  /** Tries again by itself while somebody looks, with growing pauses. */
  #askLater(entry: Entry): void {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** entry.failures, LONGEST_PAUSE_MS);
    entry.failures += 1;
    setTimeout(() => {
      if (entry.snapshot.error !== null && entry.listeners.size > 0) void this.#fetch(entry);
    }, pause);
  }

  #show(entry: Entry, snapshot: Snapshot<unknown>): void {
    entry.snapshot = snapshot;
    for (const listener of entry.listeners) listener();
  }

  #forgetOldest(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= KEPT) return;
      if (entry.listeners.size === 0 && !entry.running) this.#entries.delete(key);
    }
  }
}

/** Whether the same question may have an answer a little later: the service was not reached, was busy, or is at fault. */
const mayPass = ({ status }: CallError): boolean => status === null || status === 429 || status >= 500;

export const keyOf = (route: Route, question: Question<Route>): string =>
  `${route.method} ${route.path} ${JSON.stringify([question.params, question.query, question.body])}`;
