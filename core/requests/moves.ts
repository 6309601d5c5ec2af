import type { Role } from '../contract/roles.ts';
import type { CommandKind } from './commands.ts';
import type { RequestState } from './request.ts';

type Moves = Readonly<Record<RequestState, Readonly<Partial<Record<CommandKind, readonly RequestState[]>>>>>;

/**
 * Which command leads where (section 7 of the domain). What is not listed does not exist. Where a command may lead to two states,
 * the request itself tells which: its stages, or whether its group is synced.
 */
export const moves: Moves = {
  submitted: {
    'send-to-review': ['in-review'],
    'auto-approve': ['approved'],
    'auto-deny': ['denied'],
    withdraw: ['withdrawn'],
    'hand-over': ['submitted'],
    expire: ['expired'],
    attach: ['submitted'],
    leave: ['submitted'],
    comment: ['submitted'],
  },
  'in-review': {
    approve: ['in-review', 'approved'],
    deny: ['denied'],
    'choose-site': ['in-review'],
    withdraw: ['withdrawn'],
    'hand-over': ['in-review'],
    expire: ['expired'],
    reassign: ['in-review'],
    escalate: ['in-review'],
    attach: ['in-review'],
    leave: ['in-review'],
    comment: ['in-review'],
  },
  approved: { 'start-grant': ['granting'], expire: ['expired'], attach: ['approved'], comment: ['approved'] },
  granting: {
    'start-grant': ['granting'],
    'await-sync': ['granting'],
    'see-seat': ['granted'],
    'finish-grant': ['granted'],
    'postpone-grant': ['granting'],
    'fail-grant': ['grant-failed'],
    attach: ['granting'],
    comment: ['granting'],
  },
  'grant-failed': {
    'retry-grant': ['approved'],
    'finish-by-hand': ['granted', 'granting'],
    attach: ['grant-failed'],
    comment: ['grant-failed'],
  },
  granted: { 'start-expiry': ['expiring'], comment: ['granted'] },
  expiring: { 'finish-revocation': ['revoked'], 'fail-revocation': ['expiring'], comment: ['expiring'] },
  denied: {},
  withdrawn: {},
  expired: {},
  revoked: {},
};

/** Requests in these states are still on their way: the same wish attaches to them. */
export const openStates: readonly RequestState[] = ['submitted', 'in-review', 'approved', 'granting', 'grant-failed'];

export interface Permission {
  /** `gatehouse` is the service itself; `requester` whoever asked; else people with one of these roles. */
  readonly who: 'gatehouse' | 'requester' | readonly Role[];
  /** Nobody does it with a request of their own or about themselves. */
  readonly notOwn: boolean;
}

const gatehouse: Permission = { who: 'gatehouse', notOwn: false };
const deciding: Permission = { who: ['admin', 'reviewer'], notOwn: true };

/** Who may do what with a request (sections 7 and 9 of the domain). State, stage and clock are looked at afterwards. */
export const permissions: Readonly<Record<CommandKind, Permission>> = {
  'send-to-review': gatehouse,
  'auto-approve': gatehouse,
  'auto-deny': gatehouse,
  approve: deciding,
  deny: deciding,
  'choose-site': deciding,
  reassign: deciding,
  'retry-grant': deciding,
  'finish-by-hand': deciding,
  withdraw: { who: 'requester', notOwn: false },
  'hand-over': { who: 'requester', notOwn: false },
  attach: { who: ['admin', 'reviewer', 'auditor', 'member'], notOwn: false },
  leave: { who: ['admin', 'reviewer', 'auditor', 'member'], notOwn: false },
  comment: { who: ['admin', 'reviewer'], notOwn: false },
  expire: gatehouse,
  escalate: gatehouse,
  'start-grant': gatehouse,
  'await-sync': gatehouse,
  'see-seat': gatehouse,
  'finish-grant': gatehouse,
  'postpone-grant': gatehouse,
  'fail-grant': gatehouse,
  'start-expiry': gatehouse,
  'finish-revocation': gatehouse,
  'fail-revocation': gatehouse,
};
