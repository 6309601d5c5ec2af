import type { CommandKind } from './commands.ts';
import type { RequestState } from './request.ts';

/** Where a request stands, as the rest of a sentence that starts with its number. */
export const standing: Readonly<Record<RequestState, string>> = {
  submitted: 'has just arrived',
  'in-review': 'waits for a decision',
  approved: 'was approved',
  denied: 'was denied',
  withdrawn: 'was withdrawn',
  expired: 'was closed, as nobody decided in time',
  granting: 'was approved and is being carried out',
  granted: 'is done',
  'grant-failed': 'was approved, and could not be carried out',
  expiring: 'has come to its end',
  revoked: 'has ended',
};

/** Under a list of requests that has not all of them. */
export const openFirstWords = (shown: number, more: number): string =>
  `Only ${shown} of ${shown + more} are shown: open ones first, then the newest.`;

/** What cannot be done with it there, as a sentence of its own. */
export const impossible: Readonly<Record<CommandKind, string>> = {
  'send-to-review': 'it cannot go to the reviewers now',
  'auto-approve': 'no rule can approve it now',
  'auto-deny': 'no rule can deny it now',
  approve: 'it cannot be approved now',
  deny: 'it cannot be denied now',
  'choose-site': 'its site cannot be chosen now',
  withdraw: 'it cannot be withdrawn now',
  'hand-over': 'it cannot be withdrawn now',
  expire: 'it cannot be closed for lack of a decision now',
  reassign: 'nobody else can be asked to decide it now',
  escalate: 'nobody can be reminded to decide it now',
  comment: 'nothing can be added to it now',
  attach: 'nobody can join it now',
  leave: 'it cannot be withdrawn now',
  'start-grant': 'it cannot be carried out now',
  'await-sync': 'it does not wait for the next sync now',
  'see-seat': 'no seat is awaited for it now',
  'finish-grant': 'it is not being carried out now',
  'postpone-grant': 'it is not being carried out now',
  'fail-grant': 'it is not being carried out now',
  'retry-grant': 'it cannot be tried again now',
  'finish-by-hand': 'it cannot be marked as done now',
  'start-expiry': 'its access does not end now',
  'finish-revocation': 'its access is not being taken back now',
  'fail-revocation': 'its access is not being taken back now',
};
