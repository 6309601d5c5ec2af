/**
 * Where the panel keeps the place it shows: an address that starts with `#`, or the empty text before anybody went anywhere. A page of
 * its own keeps it in the address bar; whoever embeds the panel keeps their own address.
 */
export interface HostHistory {
  readonly current: () => string;
  /** Goes to an address; "back" leads out of it again. */
  readonly push: (address: string) => void;
  /** Changes the address without a step for "back": for typing in a search field. */
  readonly replace: (address: string) => void;
  /** Tells of every change, whoever made it; returns the way out. */
  readonly listen: (listener: () => void) => () => void;
}

/** Those who want to know, for histories that make their own changes. */
export class Listeners {
  readonly #all = new Set<() => void>();

  readonly tell = (): void => {
    for (const listener of this.#all) listener();
  };

  add(listener: () => void): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }
}
