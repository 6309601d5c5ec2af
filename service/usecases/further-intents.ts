import type { AuditEvent } from '../../core/audit/index.ts';

type Seen = Extract<AuditEvent, { type: 'intent.recorded' | 'intent.proceeded' }>;

/** An entry that stands for many names at most so many rules. */
const MOST_NAMED = 20;

/**
 * Counts a record with those of its kind that ended like it. What the entry says is what they have in common; what somebody wrote to go
 * on is left out where it is counted.
 */
export function withFurther(entries: readonly AuditEvent[], event: Seen): readonly AuditEvent[] {
  const known = entries.filter(isSeen).find((one) => kindOf(one) === kindOf(event));
  if (!known) return [...entries, alone(event)];
  const sum: Seen = {
    ...known,
    siteHost: known.siteHost === event.siteHost ? known.siteHost : null,
    ruleIds: known.ruleIds.filter((id) => event.ruleIds.includes(id)),
    // The same people may be meant each time, so that there are as many as in one of the acts.
    targetsAtLeast: Math.max(leastOf(known), leastOf(event)),
    further: actsOf(known) + actsOf(event),
  };
  return entries.map((one) => (one === known ? sum : one));
}

/** The first of its kind, as an entry that may stand for many. */
function alone({ targets, ...event }: Seen): Seen {
  const common = {
    ruleIds: event.ruleIds.slice(0, MOST_NAMED),
    targetsAtLeast: targets ?? event.targetsAtLeast ?? 0,
    further: actsOf(event),
  };
  return event.type === 'intent.proceeded' ? { ...event, ...common, justification: null } : { ...event, ...common };
}

const isSeen = (event: AuditEvent): event is Seen =>
  event.type === 'intent.recorded' || event.type === 'intent.proceeded';
const kindOf = (event: Seen): string =>
  JSON.stringify([event.type, event.intent, event.outcome, event.type === 'intent.recorded' ? event.layer : null]);
const actsOf = ({ further }: Seen): number => further ?? 1;
const leastOf = ({ targets, targetsAtLeast }: Pick<Seen, 'targets' | 'targetsAtLeast'>): number =>
  targets ?? targetsAtLeast ?? 0;
