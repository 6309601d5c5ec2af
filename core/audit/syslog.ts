import type { AuditEntry } from './chain.ts';
import { detailsOf, mappingOf, messageOf, severities } from './mapping.ts';
import { cut, octets, oneLine } from './text.ts';

export interface SyslogOptions {
  /** The host that Gatehouse runs on; `-` when empty. */
  readonly hostname: string;
  /** Private enterprise number of the structured data. 32473 is the one that RFC 5612 keeps for examples. */
  readonly enterprise?: number;
  /** Octets of a message at most; receivers should take 2,048 (RFC 5424 section 6.1). Never less than 480. */
  readonly maxOctets?: number;
}

/** Facility 13: log audit. */
const FACILITY = 13;
const BOM = '\uFEFF';

/**
 * An entry of the log as one message of RFC 5424, without the framing of a transport. What does not fit is left out, whole parameters
 * first and then the end of the text, and `truncated` says so.
 */
export function toSyslog({ seq, event }: AuditEntry, options: SyslogOptions): string {
  const { severity } = mappingOf(event);
  const pri = FACILITY * 8 + severities[severity].syslog;
  const at = new Date(Date.parse(event.at)).toISOString();
  const header = `<${pri}>1 ${at} ${token(options.hostname, 255)} ${token('gatehouse', 48)} - ${token(event.type, 32)}`;
  const limit = Math.max(options.maxOctets ?? 8192, 480);
  const data = structuredData(seq, event, options.enterprise ?? 32473, limit - octets(header) - RESERVED);
  const room = limit - octets(header) - octets(data) - octets(BOM) - 2;
  return `${header} ${data} ${BOM}${cut(oneLine(messageOf(event)), Math.max(room, 0))}`;
}

/** Octets for the text, and for what says that something was left out. */
const RESERVED = 120;

/** Visible ASCII only, as the grammar of the header wants; `-` is its word for nothing. */
const token = (text: string, max: number): string => text.replace(/[^\x21-\x7e]/g, '').slice(0, max) || '-';

function structuredData(seq: number, event: AuditEntry['event'], enterprise: number, budget: number): string {
  const { actor } = event;
  const params = [
    ['seq', String(seq)],
    ['org', event.orgId],
    ['outcome', mappingOf(event).outcome],
    ['actorKind', actor.kind],
    ['actor', actor.name],
    ...(actor.kind === 'person' ? [['subject', actor.subject]] : []),
    ...detailsOf(event),
  ].map(([name = '', value = '']) => ` ${name}="${paramValue(value)}"`);
  const id = `gatehouse@${enterprise}`;
  let left = budget - octets(id) - 2;
  const kept = params.filter((param) => {
    const size = octets(param);
    if (size > left) return false;
    left -= size;
    return true;
  });
  return `[${id}${kept.join('')}${kept.length < params.length ? ' truncated="true"' : ''}]`;
}

const paramValue = (text: string): string => oneLine(text).replace(/["\\\]]/g, '\\$&');
