import type { AuditEvent } from '../audit/event.ts';
import type { LiveEvent } from '../contract/live.ts';
import type { RecordedIntent } from '../contract/routes/policy.ts';
import type { Policy } from '../policy/rule.ts';
import type { AuditReads, AuditWrites } from './audit-store.ts';
import type { DirectoryReads, DirectoryWrites } from './directory-store.ts';
import type { GrantJobReads, GrantJobs } from './grant-jobs.ts';
import type { RequestReads, RequestWrites } from './request-store.ts';
import type { SessionReads, SessionWrites } from './session-store.ts';

/** An answer that was given to an idempotency key, kept to be given again. */
export interface KeptAnswer {
  readonly bodyHash: string;
  readonly answer: unknown;
}

/** How many records of one person the log has taken since the window began. */
export interface IntentWindow {
  readonly subject: string;
  /** ISO date-time. */
  readonly since: string;
  readonly kept: number;
  /** Entries that stand for what there was no room for, to be appended when the window closes. */
  readonly further: readonly AuditEvent[];
}

export interface PolicyReads {
  current(): Promise<Policy | null>;
  /** The one that was published under this number; null when none was. */
  ofVersion(version: number): Promise<Policy | null>;
}

export interface Reads {
  readonly requests: RequestReads;
  readonly audit: AuditReads;
  readonly sessions: SessionReads;
  readonly directory: DirectoryReads;
  readonly policy: PolicyReads;
  readonly grantJobs: GrantJobReads;
}

/** One transaction of one organization. */
export interface Transaction {
  readonly requests: RequestWrites;
  readonly audit: AuditWrites;
  readonly sessions: SessionWrites;
  readonly directory: DirectoryWrites;
  readonly policy: PolicyReads & { publish(policy: Policy, at: string): Promise<void> };
  readonly grantJobs: GrantJobs;
  readonly idempotency: {
    find(subject: string, key: string): Promise<KeptAnswer | null>;
    keep(subject: string, key: string, answer: KeptAnswer, at: string): Promise<void>;
    /** How many answers of a person were kept at `at` (ISO date-time) or later. */
    countSince(subject: string, at: string): Promise<number>;
    /** Those that were kept before `at`. */
    forget(at: string): Promise<void>;
  };
  readonly intents: {
    /** False when this intent was recorded before. */
    record(subject: string, intent: RecordedIntent): Promise<boolean>;
    isKnown(subject: string, intent: Pick<RecordedIntent, 'id'>): Promise<boolean>;
    window(subject: string): Promise<IntentWindow | null>;
    setWindow(window: IntentWindow): Promise<void>;
    /** Takes out every window that began before `at` (ISO date-time), so that each is closed once. */
    takeWindows(at: string): Promise<readonly IntentWindow[]>;
  };
  /** Told to open event streams once the transaction is on disk. */
  announce(event: LiveEvent): void;
}

/** Everything the service remembers about one organization. */
export interface Store extends Reads {
  /**
   * Runs `work` in a transaction and answers after it is on disk; throws what `work` throws, with nothing changed.
   * Transactions run one after the other, so `work` must wait for nothing but the store.
   */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
