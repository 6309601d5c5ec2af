import type { Sha256 } from '../audit/chain.ts';

/** Randomness and digests, as arguments. */
export interface Ids {
  /** A fresh UUID. */
  uuid(): string;
  /** A fresh secret of 256 bits, URL-safe. Stored as its `sha256` only. */
  secret(): string;
  readonly sha256: Sha256;
}
