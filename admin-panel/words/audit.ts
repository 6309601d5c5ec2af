import type { AuditEvent, AuditEventType } from '../../core/audit/index.ts';
import { Product, productName } from '../../core/organization/index.ts';
import { counted } from '../../core/plural.ts';
import { Intent, phraseOfAnother } from '../../core/policy/index.ts';
import { NO_GROUP } from '../../core/requests/index.ts';
import { firstOf, SHOWN } from './names.ts';

export const auditTypeWords: Record<AuditEventType, string> = {
  'request.submitted': 'Request made',
  'request.approved': 'Request approved',
  'request.denied': 'Request denied',
  'request.withdrawn': 'Request withdrawn',
  'request.expired': 'Request expired',
  'grant.started': 'Grant started',
  'grant.postponed': 'Grant postponed',
  'grant.finished': 'Grant finished',
  'grant.done-by-hand': 'Done by hand',
  'grant.failed': 'Grant failed',
  'grant.retried': 'Grant tried again',
  'intent.recorded': 'Action seen by the extension',
  'intent.proceeded': 'Went on after a prompt',
  'session.started': 'Signed in',
  'session.ended': 'Signed out',
  'admin.bootstrapped': 'First admin',
  'directory.synced': 'Directory read',
  'directory.sync-failed': 'Directory not read',
  'policy.published': 'Policy published',
  'request.sent-to-review': 'Review started',
  'request.auto-decided': 'Decided by a rule',
  'request.stage-approved': 'Stage approved',
  'request.reassigned': 'Reviewer changed',
  'request.escalated': 'Request overdue',
  'request.site-chosen': 'Site chosen',
  'request.commented': 'Comment',
  'request.attached': 'Joined a request',
  'request.left': 'Left a request',
  'request.handed-over': 'Request handed over',
  'grant.awaits-sync': 'Waiting for the next sync',
  'grant.seat-seen': 'Seat seen',
  'access.expiring': 'Access ends',
  'access.revoked': 'Access taken back',
  'access.revocation-failed': 'Access not taken back',
  'break-glass.used': 'Break-glass used',
};

/** Who did it, as the beginning of a sentence. */
export const actorName = ({ actor }: Pick<AuditEvent, 'actor'>): string =>
  actor.kind === 'person' ? actor.name : 'Gatehouse';

/**
 * What happened, as the rest of a sentence that starts with the actor. Without `withNumber` the request's number is
 * left out: the page of a request says it once.
 */
export function eventWords(event: AuditEvent, options: { readonly withNumber: boolean }): string {
  const request = 'number' in event && options.withNumber ? ` request #${event.number}` : ' the request';
  switch (event.type) {
    case 'request.submitted':
      return `made${request}: wants to ${phrase(event.intent)}, ${where(event)}, for ${list(firstOf(event.targets))}${gives(event.gives ?? [])}${stop(event)}`;
    case 'request.approved':
      return `approved${request}${gives(event.gives ?? [])}`;
    case 'request.denied':
      return `denied${request}`;
    case 'request.withdrawn':
      return `withdrew${request}`;
    case 'request.expired':
      return `closed${request}: nobody decided in time`;
    case 'grant.started':
      return `started ${event.group === NO_GROUP ? 'on' : `adding to ${event.group} for`}${request}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}`;
    case 'grant.postponed':
      return `could not finish${request} yet and tries again`;
    case 'grant.finished':
      return finished(event, request);
    case 'grant.done-by-hand':
      return `marked${request} as done by hand`;
    case 'grant.failed':
      return `could not give access for${request}`;
    case 'grant.retried':
      return `asked to try the grant of${request} again${gives(event.gives ?? [])}`;
    case 'intent.recorded':
      return `was about to ${phrase(event.intent)}${site(event)}${people(event)}${further(event)}: ${outcome(event.outcome)}${stop(event)}`;
    case 'intent.proceeded':
      return `went on to ${phrase(event.intent)}${site(event)}${people(event)}${further(event)} after being ${outcome(event.outcome)}${stop(event)}`;
    case 'session.started':
      return `signed in to the ${event.client} as ${list(event.roles)}`;
    case 'session.ended':
      return 'signed out';
    case 'admin.bootstrapped':
      return 'became the first admin by configuration';
    case 'directory.synced':
      return `read the directory: ${event.accounts} accounts, ${event.groups} groups`;
    case 'directory.sync-failed':
      return 'could not read the directory';
    case 'policy.published':
      return `published version ${event.version} of the policy`;
    case 'request.sent-to-review':
      return `handed${request} to the reviewers`;
    case 'request.auto-decided':
      return `${event.decision}${request} by the rule ${event.ruleId}`;
    case 'request.stage-approved':
      return `approved "${event.stage}" of${request}`;
    case 'request.reassigned':
      return `asked ${event.to} to decide "${event.stage}" of${request}`;
    case 'request.escalated':
      return `found${request} overdue${event.to.length === 0 ? '' : ` and asked ${list(event.to)}`}`;
    case 'request.site-chosen':
      return `said that${request} is about ${event.siteHost}`;
    case 'request.commented':
      return `wrote a comment on${request}`;
    case 'request.attached':
      return `wants the same as${request}`;
    case 'request.left':
      return `wants no more what${request} asks for`;
    case 'request.handed-over':
      return `withdrew from${request}, which goes on as one of ${event.to}`;
    case 'grant.awaits-sync':
      return `added to ${event.group} for${request}: takes effect at the next sync`;
    case 'grant.seat-seen':
      return `saw the seat of${request} in the directory`;
    case 'access.expiring':
      return `began to take back the access of${request}: its time is over`;
    case 'access.revoked':
      return `took back the access of${request}`;
    case 'access.revocation-failed':
      return `could not take back the access of${request}`;
    case 'break-glass.used':
      return `used break-glass to ${phrase(event.intent)}${site(event)}`;
  }
}

/** Whom `eventWords` leaves out, because more are named than a sentence holds. */
export function furtherPeople(event: AuditEvent): readonly string[] {
  if (event.type === 'request.submitted') return event.targets.slice(SHOWN);
  return event.type === 'grant.finished' ? (event.invited ?? []).slice(SHOWN) : [];
}

/** What the actor or Gatehouse gave as the reason; null when the event has none. */
export function eventReason(event: AuditEvent): string | null {
  if ('reason' in event) return event.reason;
  if ('justification' in event) return event.justification;
  if ('note' in event) return event.note;
  if ('text' in event) return event.text;
  return 'why' in event ? event.why : null;
}

/** Events that deserve a second look. */
export const isFailure = ({ type }: AuditEvent): boolean => failures.has(type);

const failures: ReadonlySet<AuditEventType> = new Set([
  'grant.failed',
  'directory.sync-failed',
  'access.revocation-failed',
  'break-glass.used',
]);

/** The log outlives versions: words it does not know are shown as they stand. */
const phrase = (intent: string): string => {
  const known = Intent.safeParse(intent);
  return known.success ? phraseOfAnother(known.data) : `"${intent}"`;
};

/** "Jira on acme.atlassian.net in OPS" */
function where({ product, siteHost, container }: Extract<AuditEvent, { type: 'request.submitted' }>): string {
  const known = Product.nullable().safeParse(product);
  const app = known.success ? productName(known.data) : `"${product}"`;
  return `${app}${siteHost === null ? ', site not known' : ` on ${siteHost}`}${container ? ` in ${container}` : ''}`;
}

/** An invitation is no membership. */
function finished(
  { group, invited, added = 0 }: Extract<AuditEvent, { type: 'grant.finished' }>,
  request: string,
): string {
  if (invited === undefined) return `added to ${group} for${request}`;
  const others = added === 0 ? '' : `added ${counted(added, 'person', 'people')} to ${group} for${request} and `;
  return `${others}had Atlassian invite ${list(firstOf(invited))} to ${group}${added === 0 ? ` for${request}` : ''}: nothing is confirmed before that is accepted`;
}

/** What it would give, where more than the app asked for is known. */
const gives = (lines: readonly string[]): string => (lines.length === 0 ? '' : `, giving ${list(lines)}`);

const site = ({ siteHost }: { readonly siteHost: string | null }): string =>
  siteHost === null ? '' : ` on ${siteHost}`;

/** How many people it was about; nothing of entries that do not say, and of what people do for themselves. */
function people({
  targets,
  targetsAtLeast,
}: Extract<AuditEvent, { type: 'intent.recorded' | 'intent.proceeded' }>): string {
  if (targetsAtLeast === 0) return ', for people nobody counted';
  if (targetsAtLeast !== undefined) return `, for at least ${counted(targetsAtLeast, 'person', 'people')}`;
  return targets === undefined || targets === 0 ? '' : `, for ${counted(targets, 'person', 'people')}`;
}

/** That an entry stands for many: what came before it has entries of its own. */
const further = (event: Extract<AuditEvent, { type: 'intent.recorded' | 'intent.proceeded' }>): string =>
  event.further === undefined ? '' : `, ${counted(event.further, 'more time')} in quick succession`;

/** Its number, for those who were told one. */
const stop = ({ stopId }: { readonly stopId?: string | undefined }): string =>
  stopId === undefined ? '' : ` (stop ${stopId})`;

const outcomes: Record<string, string> = {
  allow: 'allowed',
  observe: 'recorded only',
  warn: 'warned',
  justify: 'asked for a reason',
  block: 'stopped',
};
const outcome = (name: string): string => outcomes[name] ?? `"${name}"`;

const list = (names: readonly string[]): string =>
  names.length === 0 ? 'themselves' : new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
