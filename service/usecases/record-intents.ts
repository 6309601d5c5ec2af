import type { RecordedIntent } from '../../core/contract/routes/policy.ts';
import { auditActor, type Caller, type Context } from './context.ts';

/** Records what pages were about to do, each once however often it is sent. Answers how many were new. */
export async function recordIntents(
  { store, settings, clock }: Context,
  caller: Caller,
  intents: readonly RecordedIntent[],
): Promise<{ recorded: number }> {
  return store.write(async (tx) => {
    let recorded = 0;
    for (const intent of intents) {
      if (!(await tx.intents.record(caller.subject, intent))) continue;
      recorded++;
      await tx.audit.append({
        type: 'intent.recorded',
        orgId: settings.orgId,
        at: clock.now(),
        actor: auditActor(caller),
        intent: intent.intent,
        outcome: intent.outcome,
        ruleIds: intent.ruleIds,
        siteHost: intent.siteHost,
        layer: intent.layer,
      });
    }
    return { recorded };
  });
}
