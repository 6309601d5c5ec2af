import type { LiveEvent } from '../contract/live.ts';

/** In-process announcements to open event streams. Published after commit, never before. */
export interface LiveBus {
  publish(event: LiveEvent): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}
