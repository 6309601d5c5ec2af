import type { RequestId } from '../ids.ts';

/** Grants to be carried out: rows with a lease, so that a dead process never takes its work with it. */
export interface GrantJobs {
  enqueue(id: RequestId, at: string): Promise<void>;
  /** Takes the oldest job that is due and not held by anybody alive; null when there is none. */
  lease(owner: string, now: string, until: string): Promise<RequestId | null>;
  /** Extends a lease; false when somebody else holds the job by now. */
  renew(id: RequestId, owner: string, until: string): Promise<boolean>;
  postpone(id: RequestId, until: string): Promise<void>;
  remove(id: RequestId): Promise<void>;
  /** Frees what these owners hold. */
  release(owners: readonly string[]): Promise<void>;
}

export interface GrantJobReads {
  owners(): Promise<readonly string[]>;
  /** When the next job is due or its lease ends; null without jobs. */
  nextDue(): Promise<string | null>;
  waiting(): Promise<number>;
}
