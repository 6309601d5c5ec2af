import type { Json } from '../json.ts';
import type { AuditEntry } from './chain.ts';
import type { AuditEvent } from './event.ts';
import { detailsOf, mappingOf, messageOf, ocsfClasses, severities } from './mapping.ts';

/** The version of the schema that the events are written for. */
export const OCSF_VERSION = '1.3.0';

type Fields = { readonly [key: string]: Json };

const categories: Readonly<Record<string, string>> = { 3: 'Identity & Access Management', 6: 'Application Activity' };

/**
 * An entry of the log as an event of the Open Cybersecurity Schema Framework 1.3: what the class asks for in its own attributes, everything
 * else in `unmapped`, so that nothing is lost. Not checked against the schema by a validator of OCSF.
 * @param productVersion of Gatehouse
 */
export function toOcsf({ seq, event }: AuditEntry, productVersion: string): Fields {
  const { class: name, activity, severity, outcome } = mappingOf(event);
  const { uid, name: className } = ocsfClasses[name];
  const [activityId, caption] = activity;
  const category = Math.floor(uid / 1000);
  return {
    category_uid: category,
    category_name: categories[category] ?? 'Unknown',
    class_uid: uid,
    class_name: className,
    activity_id: activityId,
    activity_name: caption,
    type_uid: uid * 100 + activityId,
    type_name: `${className}: ${caption}`,
    time: Date.parse(event.at),
    severity_id: severities[severity].ocsf,
    severity: severities[severity].caption,
    status_id: outcome === 'success' ? 1 : 2,
    status: outcome === 'success' ? 'Success' : 'Failure',
    message: messageOf(event).toWellFormed(),
    metadata: {
      version: OCSF_VERSION,
      product: { name: 'Gatehouse', vendor_name: 'Gatehouse', version: productVersion },
      log_name: 'audit',
      event_code: event.type,
      sequence: seq,
      tenant_uid: event.orgId.toWellFormed(),
    },
    actor: actorOf(event),
    ...ofClass(event),
    unmapped: Object.fromEntries(detailsOf(event).map(([key, value]) => [key, value.toWellFormed()])),
  };
}

/** The same as one line of JSON, for files and streams that are read line by line. */
export const toOcsfLine = (entry: AuditEntry, productVersion: string): string =>
  JSON.stringify(toOcsf(entry, productVersion)).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const userOf = ({ actor }: AuditEvent): Fields =>
  actor.kind === 'person'
    ? { name: actor.name.toWellFormed(), uid: actor.subject.toWellFormed(), type_id: 1, type: 'User' }
    : { name: actor.name.toWellFormed(), type_id: 3, type: 'System' };

const actorOf = (event: AuditEvent): Fields =>
  event.actor.kind === 'person'
    ? { user: userOf(event) }
    : { app_name: `Gatehouse ${event.actor.name}`.toWellFormed() };

/** What the class of an event asks for beside the base. */
function ofClass(event: AuditEvent): Fields {
  switch (mappingOf(event).class) {
    case 'authentication':
      return { user: userOf(event), service: { name: 'client' in event ? event.client.toWellFormed() : 'Gatehouse' } };
    case 'userAccess':
      return { user: userOf(event), privileges: ['admin'] };
    case 'group':
      return {
        group: { name: 'group' in event ? event.group.toWellFormed() : 'unknown' },
        ...('requestId' in event ? { resource: { type: 'access request', uid: event.requestId.toWellFormed() } } : {}),
      };
    case 'api':
      return {
        api: {
          operation: 'intent' in event ? event.intent.toWellFormed() : 'unknown',
          service: { name: 'Atlassian Cloud' },
        },
        src_endpoint: { name: 'layer' in event ? event.layer : 'browser' },
        ...('siteHost' in event && event.siteHost !== null
          ? { dst_endpoint: { hostname: event.siteHost.toWellFormed() } }
          : {}),
      };
    case 'entity':
      return { entity: entityOf(event) };
  }
}

function entityOf(event: AuditEvent): Fields {
  if ('requestId' in event)
    return { type: 'access request', uid: event.requestId.toWellFormed(), name: `Request #${event.number}` };
  if (event.type === 'policy.published')
    return { type: 'policy', name: 'Access policy', version: String(event.version) };
  return { type: 'directory', name: 'Directory' };
}
