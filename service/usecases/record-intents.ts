import type { RecordedIntent } from '../../core/contract/routes/policy.ts';
import { stopIdOf } from '../../core/policy/index.ts';
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
      const { intent: kind, outcome, ruleIds, siteHost, layer, proceeded, targets, further } = intent;
      const seen = {
        orgId: settings.orgId,
        at: clock.now(),
        actor: auditActor(caller),
        intent: kind,
        outcome,
        ruleIds,
        siteHost,
        stopId: intent.stopId ?? stopIdOf(intent.id),
        ...(typeof targets === 'number' ? { targets } : { targetsAtLeast: targets.atLeast }),
      };
      await tx.audit.append(
        proceeded === null
          ? { type: 'intent.recorded', ...seen, layer, ...(further !== undefined && { further }) }
          : { type: 'intent.proceeded', ...seen, justification: proceeded.justification },
      );
    }
    return { recorded };
  });
}
