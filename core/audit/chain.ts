import { z } from 'zod';
import { canonical } from './canonical.ts';
import { AuditEvent } from './event.ts';

/** SHA-256 of a UTF-8 string as lower-case hex. Given by the caller: core does no I/O and has no crypto of its own. */
export type Sha256 = (text: string) => string;

/** One line of the log. `hash` covers the position, the line before and the whole event. */
export const AuditEntry = z.object({
  seq: z.number().int().positive(),
  prevHash: z.string(),
  hash: z.string(),
  event: AuditEvent,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What the first entry points back to. */
export const GENESIS = '0'.repeat(64);

/** The entry that follows `previous` (null for the first). */
export function append(
  previous: Pick<AuditEntry, 'seq' | 'hash'> | null,
  event: AuditEvent,
  sha256: Sha256,
): AuditEntry {
  const seq = (previous?.seq ?? 0) + 1;
  const prevHash = previous?.hash ?? GENESIS;
  return { seq, prevHash, event, hash: hashOf(seq, prevHash, event, sha256) };
}

export type Verification =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly why: 'missing-entry' | 'broken-link' | 'changed-content' };

/**
 * Walks the log from its first entry and names the first bad one. Detects changed, reordered, inserted and removed
 * entries; removal of the newest ones shows only against a `head` kept elsewhere.
 */
export function verify(entries: Iterable<AuditEntry>, sha256: Sha256): Verification {
  let previous: Pick<AuditEntry, 'seq' | 'hash'> = { seq: 0, hash: GENESIS };
  for (const entry of entries) {
    if (entry.seq !== previous.seq + 1) return { ok: false, seq: previous.seq + 1, why: 'missing-entry' };
    if (entry.prevHash !== previous.hash) return { ok: false, seq: entry.seq, why: 'broken-link' };
    if (entry.hash !== hashOf(entry.seq, entry.prevHash, entry.event, sha256))
      return { ok: false, seq: entry.seq, why: 'changed-content' };
    previous = entry;
  }
  return { ok: true, entries: previous.seq, head: previous.hash };
}

const hashOf = (seq: number, prevHash: string, event: AuditEvent, sha256: Sha256): string =>
  sha256(canonical({ seq, prevHash, event }));
