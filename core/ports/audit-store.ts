import type { AuditEntry } from '../audit/chain.ts';
import type { AuditEvent } from '../audit/event.ts';
import type { RequestId } from '../ids.ts';
import type { StopId } from '../policy/stop-id.ts';

export interface AuditReads {
  /** Newest first, entries before `before`; of one type and about one stop where these are named. */
  list(query: {
    type: string | null;
    stop: StopId | null;
    before: number | null;
    limit: number;
  }): Promise<readonly AuditEntry[]>;
  /** Whose record has the number of a stop: the subject; null when there is no record. A request that names one is none. */
  ownerOf(stop: StopId): Promise<string | null>;
  ofRequest(id: RequestId): Promise<readonly AuditEntry[]>;
  /** The whole log from its first entry, unchecked: what stands there, even when it is broken. */
  walk(): Iterable<AuditEntry>;
  head(): Promise<Pick<AuditEntry, 'seq' | 'hash'> | null>;
}

export interface AuditWrites extends AuditReads {
  /** Appends to the hash chain, in the transaction of the change it tells of. */
  append(event: AuditEvent): Promise<AuditEntry>;
}
