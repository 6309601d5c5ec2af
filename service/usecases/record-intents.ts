import type { AuditEvent } from '../../core/audit/index.ts';
import { MOST_RECORDS } from '../../core/contract/limits.ts';
import type { RecordedIntent } from '../../core/contract/routes/policy.ts';
import { canonicalDomain } from '../../core/organization/index.ts';
import { plainRuleIds } from '../../core/policy/index.ts';
import type { Transaction } from '../../core/ports/store.ts';
import { closeWindows } from './close-windows.ts';
import { auditActor, type Caller, type Context } from './context.ts';
import { withFurther } from './further-intents.ts';
import { stopOfRecord } from './own-stop.ts';

/** No organization has more people, and no page acts more often: what says more is held to be at least this. */
const MOST_COUNTED = 1_000_000;

/** Records what pages were about to do, `MOST_RECORDS` of them in `WINDOW_SECONDS` (`close-windows.ts`) by themselves, each once however often it is sent. Answers how many were new. */
export async function recordIntents(
  context: Pick<Context, 'store' | 'settings' | 'clock'>,
  caller: Caller,
  intents: readonly RecordedIntent[],
): Promise<{ recorded: number }> {
  return context.store.write(async (tx) => {
    await closeWindows(context, tx);
    const since = context.clock.now();
    let window = (await tx.intents.window(caller.subject)) ?? { subject: caller.subject, since, kept: 0, further: [] };
    let recorded = 0;
    for (const intent of intents) {
      const hasRoom = window.kept < MOST_RECORDS;
      const isNew = hasRoom
        ? await tx.intents.record(caller.subject, intent)
        : !(await tx.intents.isKnown(caller.subject, intent));
      if (!isNew) continue;
      recorded++;
      const event = await entryOf(context, tx, caller, intent);
      if (hasRoom) await tx.audit.append(event);
      window = hasRoom
        ? { ...window, kept: window.kept + 1 }
        : { ...window, further: withFurther(window.further, event) };
    }
    await tx.intents.setWindow(window);
    return { recorded };
  });
}

/** The entry of one record. Of what a browser says only that is written which can be what it says it is. */
async function entryOf(
  { settings, clock }: Pick<Context, 'settings' | 'clock'>,
  tx: Pick<Transaction, 'audit'>,
  caller: Caller,
  { id, intent, outcome, ruleIds, siteHost, layer, proceeded, targets, further, stopId }: RecordedIntent,
): Promise<Extract<AuditEvent, { type: 'intent.recorded' | 'intent.proceeded' }>> {
  const number = await stopOfRecord(tx.audit, caller, { id, stopId });
  const seen = {
    orgId: settings.orgId,
    at: clock.now(),
    actor: auditActor(caller),
    intent,
    outcome,
    ruleIds: plainRuleIds(ruleIds),
    siteHost: siteHost === null ? null : canonicalDomain(siteHost),
    ...(number !== null && { stopId: number }),
    ...peopleOf(targets),
  };
  return proceeded === null
    ? {
        type: 'intent.recorded',
        ...seen,
        layer,
        ...(further !== undefined && { further: Math.min(further, MOST_COUNTED) }),
      }
    : { type: 'intent.proceeded', ...seen, justification: proceeded.justification };
}

function peopleOf(targets: RecordedIntent['targets']): { targets: number } | { targetsAtLeast: number } {
  if (typeof targets === 'number' && targets <= MOST_COUNTED) return { targets };
  const least = typeof targets === 'number' ? targets : targets.atLeast;
  return { targetsAtLeast: Math.min(least, MOST_COUNTED) };
}
