import type { AuditEvent, AuditEventType } from './event.ts';

/** Classes of OCSF 1.3 that the log uses. */
export const ocsfClasses = {
  authentication: { uid: 3002, name: 'Authentication' },
  entity: { uid: 3004, name: 'Entity Management' },
  userAccess: { uid: 3005, name: 'User Access Management' },
  group: { uid: 3006, name: 'Group Management' },
  api: { uid: 6003, name: 'API Activity' },
} as const;
export type OcsfClass = keyof typeof ocsfClasses;

/** Activity of a class: its number in OCSF and the caption that belongs to it. */
export type Activity = readonly [id: number, caption: string];

export type Severity = 'informational' | 'low' | 'medium' | 'high';

export interface EventMapping {
  /** What happened, fixed for each type: SIEM rules are written on it. */
  readonly name: string;
  readonly class: OcsfClass;
  readonly activity: Activity;
  readonly severity: Severity;
  readonly outcome: 'success' | 'failure';
}

const create: Activity = [1, 'Create'];
const update: Activity = [3, 'Update'];
const addUser: Activity = [3, 'Add User'];
const removeUser: Activity = [4, 'Remove User'];
const other: Activity = [99, 'Other'];

const mapped = (
  name: string,
  of: OcsfClass,
  activity: Activity,
  severity: Severity = 'informational',
  outcome: 'success' | 'failure' = 'success',
): EventMapping => ({ name, class: of, activity, severity, outcome });

/**
 * What each event is to a SIEM (section 5 of the domain: the organization's log goes to CASB and SIEM). A type without a line here does not
 * compile. A grant that has only begun is no membership yet: only what was seen counts as one.
 */
const byType: Readonly<Record<AuditEventType, EventMapping>> = {
  'request.submitted': mapped('Request submitted', 'entity', create),
  'request.approved': mapped('Request approved', 'entity', update, 'low'),
  'request.denied': mapped('Request denied', 'entity', update, 'low'),
  'request.withdrawn': mapped('Request withdrawn', 'entity', update),
  'request.expired': mapped('Request expired', 'entity', update),
  'request.sent-to-review': mapped('Request sent to review', 'entity', update),
  'request.auto-decided': mapped('Request decided by a rule', 'entity', update, 'low'),
  'request.stage-approved': mapped('Request stage approved', 'entity', update, 'low'),
  'request.reassigned': mapped('Request reassigned', 'entity', update, 'low'),
  'request.escalated': mapped('Request escalated', 'entity', update, 'low'),
  'request.site-chosen': mapped('Site of a request chosen', 'entity', update, 'low'),
  'request.commented': mapped('Request commented', 'entity', update),
  'request.handed-over': mapped('Request handed over', 'entity', update),
  'request.attached': mapped('Request joined', 'entity', update),
  'request.left': mapped('Request left', 'entity', update),
  'grant.started': mapped('Grant started', 'entity', update),
  'grant.postponed': mapped('Grant postponed', 'entity', update, 'low', 'failure'),
  'grant.finished': mapped('Grant finished', 'group', addUser, 'low'),
  'grant.awaits-sync': mapped('Grant awaits sync', 'entity', update),
  'grant.seat-seen': mapped('Seat seen', 'group', addUser, 'low'),
  'grant.done-by-hand': mapped('Grant done by hand', 'entity', update, 'medium'),
  'grant.failed': mapped('Grant failed', 'entity', update, 'medium', 'failure'),
  'grant.retried': mapped('Grant retried', 'entity', update),
  'access.expiring': mapped('Access expiring', 'entity', update),
  'access.revoked': mapped('Access revoked', 'group', removeUser, 'low'),
  'access.revocation-failed': mapped('Access revocation failed', 'entity', update, 'high', 'failure'),
  'intent.recorded': mapped('Action seen', 'api', other),
  'intent.proceeded': mapped('Action proceeded after a prompt', 'api', other, 'low'),
  'break-glass.used': mapped('Break-glass used', 'api', other, 'high'),
  'session.started': mapped('Session started', 'authentication', [1, 'Logon']),
  'session.ended': mapped('Session ended', 'authentication', [2, 'Logoff']),
  'admin.bootstrapped': mapped('First admin named', 'userAccess', [1, 'Assign Privileges'], 'high'),
  'directory.synced': mapped('Directory read', 'entity', update),
  'directory.sync-failed': mapped('Directory not read', 'entity', update, 'medium', 'failure'),
  'policy.published': mapped('Policy published', 'entity', update, 'medium'),
};

/** What an event is called, and its class and severity, in every format that leaves Gatehouse. Total: every type of event has one. */
export const mappingOf = ({ type }: Pick<AuditEvent, 'type'>): EventMapping => byType[type];

/** Severity in the words of each format: OCSF `severity_id`, CEF 0–10, syslog (RFC 5424 table 2). */
export const severities: Readonly<
  Record<Severity, { readonly ocsf: number; readonly caption: string; readonly cef: number; readonly syslog: number }>
> = {
  informational: { ocsf: 1, caption: 'Informational', cef: 1, syslog: 6 },
  low: { ocsf: 2, caption: 'Low', cef: 3, syslog: 5 },
  medium: { ocsf: 3, caption: 'Medium', cef: 6, syslog: 4 },
  high: { ocsf: 4, caption: 'High', cef: 8, syslog: 2 },
};

/** One sentence for people who read the SIEM. Names stand in it as they are: every format escapes what it must. */
export const messageOf = (event: AuditEvent): string =>
  `${mappingOf(event).name} by ${event.actor.name}${'number' in event ? `, request #${event.number}` : ''}`;

/**
 * Everything of an event that the formats have no field of their own for, as flat text in the order of its schema. Lists are joined by "; ".
 * What is null is left out: it says nothing.
 */
export function detailsOf(event: AuditEvent): readonly (readonly [name: string, value: string])[] {
  const { type: _type, orgId: _orgId, at: _at, actor: _actor, ...details } = event;
  return Object.entries(details).flatMap(([name, value]: [string, unknown]) =>
    value === null || value === undefined
      ? []
      : [[name, Array.isArray(value) ? value.join('; ') : String(value)] as const],
  );
}
