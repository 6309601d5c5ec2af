import type { Role } from '../contract/roles.ts';
import type { CloudId, RuleId } from '../ids.ts';
import type { DirectoryOf } from './own.ts';
import type { Person } from './person.ts';

/** What can be done with a request. Times are ISO date-times. */
export type Command =
  | { readonly kind: 'send-to-review' }
  | { readonly kind: 'auto-approve' | 'auto-deny'; readonly ruleId: RuleId; readonly reason: string }
  /** `accessUntil` ends the access earlier than was asked for, never later. */
  | { readonly kind: 'approve'; readonly reason: string | null; readonly accessUntil?: string }
  | { readonly kind: 'deny'; readonly reason: string }
  /** Says which site is meant, where whoever asked could not. */
  | { readonly kind: 'choose-site'; readonly cloudId: CloudId; readonly siteHost: string }
  | { readonly kind: 'withdraw' }
  /** Instead of withdrawing what others asked for as well: it becomes the request of `to`, who joined it with this reason. */
  | { readonly kind: 'hand-over'; readonly to: Person; readonly reason: string }
  | { readonly kind: 'expire' }
  /** `from` is the subject of the approver who is replaced; null when the stage names nobody yet. */
  | { readonly kind: 'reassign'; readonly from: string | null; readonly to: Person; readonly reason: string }
  | { readonly kind: 'escalate'; readonly to: readonly Person[]; readonly dueAt: string | null }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'attach'; readonly reason: string }
  /** By whoever had joined: the request goes on for the others. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'start-grant' }
  | { readonly kind: 'await-sync' }
  | { readonly kind: 'see-seat' }
  | { readonly kind: 'finish-grant' }
  | { readonly kind: 'postpone-grant'; readonly failure: string; readonly nextAttemptAt: string }
  | { readonly kind: 'fail-grant'; readonly failure: string }
  | { readonly kind: 'retry-grant' }
  | { readonly kind: 'finish-by-hand'; readonly note: string | null }
  | { readonly kind: 'start-expiry' }
  | { readonly kind: 'finish-revocation' }
  | { readonly kind: 'fail-revocation'; readonly failure: string };

export type CommandKind = Command['kind'];

export type Actor =
  | {
      readonly kind: 'person';
      readonly person: Person;
      readonly roles: readonly Role[];
      readonly directory?: DirectoryOf;
    }
  | { readonly kind: 'system'; readonly name: string };
