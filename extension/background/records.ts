import type { IntentOnPage } from '../../core/contract/messages.ts';
import type { RecordedIntent } from '../../core/contract/routes/policy.ts';
import { countOf, type Whom } from '../../core/identity/index.ts';
import { type Decision, type StopId, stopIdOf } from '../../core/policy/index.ts';
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

/** A sighting: `at` is when the kept one was seen, `kept` its record, once it is on disk; null when there was no room for one. */
interface Sighting extends Pick<IntentOnPage, 'layer' | 'targets'> {
  readonly at: number;
  readonly kept: Promise<StopId | null>;
}

/** Acts of the last while, by what they are. */
const seen = new Map<string, Sighting>();

/** A page that acts in a loop is not worth a line each: so many different acts at one place are kept in `WHILE_MS`. */
const MOST_AT_A_PLACE = 30;
const WHILE_MS = 10 * 60_000;
const places = new Map<string, { readonly since: number; kept: number; dropped: number }>();

/**
 * Records what a page was about to do and what came of it. Harmless acts (everybody already has access) are not worth a
 * line about a person; the same act again within seconds is one line, whether page, guard or network saw it and however often the
 * page does it. When the worker dies between two sightings there are two lines, which is honest enough. What a page in a loop
 * does beyond `MOST_AT_A_PLACE` is counted in the browser's console only: the audit log is IT's, not a page's to fill.
 * Answers what the record is called, that of the line that was kept where several sightings are one; null when there is none.
 */
export async function record(intent: IntentOnPage, decision: Decision): Promise<StopId | null> {
  if (decision.reasons.some(({ code }) => code === 'everybody-has-access')) return null;
  const at = Date.now();
  for (const [act, known] of seen) if (at - known.at >= SAME_ACT_MS) seen.delete(act);
  const { intent: kind, siteHost, targets, layer } = intent;
  const act = JSON.stringify([kind, siteHost, decision.outcome, decision.ruleIds]);
  const exactly = JSON.stringify([act, targets]);
  const other = seen.get(act);
  // Layers read the same click differently: one may not see everybody, but whoever is new to it makes another act.
  const same = other !== undefined && other.layer !== layer && nobodyNew(other.targets, targets);
  const known = seen.get(exactly) ?? (same ? other : undefined);
  if (known) return known.kept;
  const kept = hasRoom(intent, at) ? keep(intent, decision, null) : Promise.resolve(null);
  const sighting = { at, layer, targets, kept };
  seen.set(exactly, sighting);
  seen.set(act, sighting);
  try {
    return await kept;
  } catch (error) {
    // What is not on disk is no record: the next sighting tries again.
    for (const [key, one] of seen) if (one === sighting) seen.delete(key);
    throw error;
  }
}

const nobodyNew = (known: readonly Whom[], now: readonly Whom[]): boolean =>
  now.every(
    ({ email, accountId }) =>
      (email === null && accountId === null) ||
      known.some(
        (one) => (email !== null && one.email === email) || (accountId !== null && one.accountId === accountId),
      ),
  );

function hasRoom({ intent, siteHost }: IntentOnPage, at: number): boolean {
  for (const [place, { since }] of places) if (at - since >= WHILE_MS) places.delete(place);
  const place = JSON.stringify([intent, siteHost]);
  const known = places.get(place) ?? { since: at, kept: 0, dropped: 0 };
  places.set(place, known);
  if (known.kept < MOST_AT_A_PLACE) {
    known.kept += 1;
    return true;
  }
  known.dropped += 1;
  if (known.dropped === 1)
    console.warn(
      `Gatehouse: more than ${MOST_AT_A_PLACE} of "${intent}" at ${siteHost} were stopped; further ones are not recorded.`,
    );
  return false;
}

/**
 * Records that the person went on after a warning, or with a justification, under the number of the stop they went past. Never dropped:
 * it is what IT wants to read.
 */
export const recordProceeding = (
  intent: IntentOnPage,
  decision: Pick<Decision, 'outcome' | 'ruleIds' | 'policyVersion'>,
  justification: string | null,
  stopId: StopId | null,
): Promise<StopId> => keep(intent, { ...decision, observedRuleIds: [] }, { justification }, stopId);

async function keep(
  intent: IntentOnPage,
  decision: Pick<Decision, 'outcome' | 'ruleIds' | 'observedRuleIds' | 'policyVersion'>,
  proceeded: RecordedIntent['proceeded'],
  /** What the person was told already. */
  told: StopId | null = null,
): Promise<StopId> {
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
    ...(told !== null && { stopId: told }),
    proceeded,
  };
  await outbox.add({ kind: 'intent', key, at, subject: await currentSubject(), body });
  return told ?? stopIdOf(key);
}
