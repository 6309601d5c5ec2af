import type { IntentOnPage } from '../../core/contract/messages.ts';
import type { RecordedIntent } from '../../core/contract/routes/policy.ts';
import { countOf } from '../../core/identity/index.ts';
import type { Decision } from '../../core/policy/index.ts';
import { type Outbox, openOutbox } from '../platform/outbox.ts';
import { currentSession } from './session.ts';
import { serviceAddress } from './settings.ts';

/** Sightings of one click by the page and by the guard come this close together. */
const SAME_ACT_MS = 15_000;

/** The outbox of this browser. */
export const outbox: Outbox = openOutbox();

/** Who an entry belongs to: the person signed in, or nobody yet. */
export async function currentSubject(): Promise<string | null> {
  const { url } = await serviceAddress();
  return (await currentSession(url, Date.now()))?.me.subject ?? null;
}

let latest: { readonly act: string; readonly layer: IntentOnPage['layer']; readonly at: number } | null = null;

/**
 * Records what a page was about to do and what came of it. Harmless acts (everybody already has access) are not worth a
 * line about a person; the same act seen by page and guard is one line. When the worker dies between the two sightings
 * there are two lines, which is honest enough.
 */
export async function record(intent: IntentOnPage, decision: Decision): Promise<void> {
  if (decision.reasons.some(({ code }) => code === 'everybody-has-access')) return;
  const at = Date.now();
  const act = JSON.stringify([intent.intent, intent.siteHost, decision.outcome, decision.ruleIds]);
  const again = latest?.act === act && latest.layer !== intent.layer && at - latest.at < SAME_ACT_MS;
  latest = { act, layer: intent.layer, at };
  if (again) return;
  await keep(intent, decision, null);
}

/** Records that the person went on after a warning, or with a justification. Never dropped: it is what IT wants to read. */
export const recordProceeding = (
  intent: IntentOnPage,
  decision: Pick<Decision, 'outcome' | 'ruleIds' | 'policyVersion'>,
  justification: string | null,
): Promise<void> => keep(intent, { ...decision, observedRuleIds: [] }, { justification });

async function keep(
  intent: IntentOnPage,
  decision: Pick<Decision, 'outcome' | 'ruleIds' | 'observedRuleIds' | 'policyVersion'>,
  proceeded: RecordedIntent['proceeded'],
): Promise<void> {
  const key = crypto.randomUUID();
  const at = new Date().toISOString();
  const body: RecordedIntent = {
    id: key,
    at,
    intent: intent.intent,
    product: intent.product,
    cloudId: intent.cloudId,
    siteHost: intent.siteHost,
    targets: countOf(intent.targets) ?? intent.targets.length,
    outcome: decision.outcome,
    ruleIds: [...decision.ruleIds, ...decision.observedRuleIds],
    policyVersion: decision.policyVersion,
    layer: intent.layer,
    proceeded,
  };
  await outbox.add({ kind: 'intent', key, at, subject: await currentSubject(), body });
}
