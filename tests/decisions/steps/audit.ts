import { z } from 'zod';
import {
  type AuditEntry,
  AuditEvent,
  append,
  GENESIS,
  mappingOf,
  messageOf,
  OCSF_VERSION,
  ocsfClasses,
  severities,
  toCef,
  toSyslog,
  verify,
} from '../../../core/audit/index.ts';
import { step, type TableStep } from '../step.ts';

/** An event in a table: only what matters is written. */
const event = z.looseObject({ type: z.string() }).transform((said, context): AuditEvent => {
  const parsed = AuditEvent.safeParse({
    orgId: 'acme',
    at: '2026-11-21T09:00:00.000Z',
    actor: { kind: 'person', subject: 'ravi', name: 'Ravi' },
    requestId: 'request-7',
    number: 7,
    ...said,
  });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    context.issues.push({ code: 'custom', path, message, input: said });
  return z.NEVER;
});

const entryOf = (said: AuditEvent): AuditEntry => ({ seq: 1, prevHash: GENESIS, hash: GENESIS, event: said });

/** FNV-1a: good enough to show what a chain finds, no protection. The service gives the chain SHA-256. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(64, '0');
}

const harm = z.enum(['nothing', 'reason', 'actor', 'hash', 'link', 'remove', 'swap-with-next']);

function logOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let number = 1; number <= length; number++) {
    const said = AuditEvent.parse({
      type: 'request.denied',
      orgId: 'acme',
      at: '2026-11-21T09:00:00.000Z',
      actor: { kind: 'person', subject: 'ravi', name: 'Ravi' },
      requestId: `request-${number}`,
      number,
      reason: 'No.',
    });
    entries.push(append(entries.at(-1) ?? null, said, checksum));
  }
  return entries;
}

function harmed(entries: readonly AuditEntry[], what: z.infer<typeof harm>, at: number): AuditEntry[] {
  const bad = entries[at - 1];
  if (bad === undefined || what === 'nothing') return [...entries];
  if (what === 'remove') return entries.filter((entry) => entry !== bad);
  if (what === 'swap-with-next') {
    const next = entries[at];
    return entries.map((entry) => (entry === bad ? (next ?? entry) : entry === next ? bad : entry));
  }
  const changed: AuditEntry =
    what === 'hash'
      ? { ...bad, hash: GENESIS }
      : what === 'link'
        ? { ...bad, prevHash: checksum('elsewhere') }
        : what === 'actor'
          ? { ...bad, event: { ...bad.event, actor: { kind: 'system', name: 'somebody else' } } }
          : { ...bad, event: AuditEvent.parse({ ...bad.event, reason: 'Yes.' }) };
  return entries.map((entry) => (entry === bad ? changed : entry));
}

export const auditSteps: Readonly<Record<string, TableStep>> = {
  /** What is found in a log in which one entry was harmed. `at` counts from 1. */
  'audit.verify': step(
    z.strictObject({ entries: z.number().int().min(0).max(100), harm, at: z.number().int().positive().default(1) }),
    ({ entries, harm: what, at }) => {
      const found = verify(harmed(logOf(entries), what, at), checksum);
      return found.ok ? { ok: true, entries: found.entries } : { ok: false, firstBad: found.seq, why: found.why };
    },
  ),
  /** What an event is to a SIEM. */
  'audit.mapping': step(z.strictObject({ event }), ({ event: said }) => {
    const { name, class: of, activity, severity, outcome } = mappingOf(said);
    return {
      name,
      ocsfVersion: OCSF_VERSION,
      class: ocsfClasses[of].name,
      classUid: ocsfClasses[of].uid,
      activity: activity[1],
      outcome,
      severity,
      cefSeverity: severities[severity].cef,
      syslogSeverity: severities[severity].syslog,
      message: messageOf(said),
    };
  }),
  /** The event as lines that SIEMs read. */
  'audit.lines': step(z.strictObject({ event }), ({ event: said }) => ({
    cef: toCef(entryOf(said), '1.0'),
    syslog: toSyslog(entryOf(said), { hostname: 'gatehouse.example' }),
  })),
};
