import type { IntentOnPage } from '../../core/contract/messages.ts';
import { MOST_RULES, type RecordedIntent } from '../../core/contract/routes/policy.ts';
import { countOf, kindOfWhom, type Whom } from '../../core/identity/index.ts';
import { type Decision, type StopId, stopIdOf } from '../../core/policy/index.ts';
import { type Outbox, openOutbox } from '../platform/outbox.ts';
import { closePlaces, keepAtItsPlace } from './places.ts';
import { sessionNow } from './session-now.ts';

/** Sightings of one click by the page and by the guard come this close together. */
const SAME_ACT_MS = 15_000;

/** The outbox of this browser. */
export const outbox: Outbox = openOutbox();

/** Who an entry belongs to: the person signed in, or nobody yet. */
export const currentSubject = async (): Promise<string | null> => (await sessionNow())?.me.subject ?? null;

/** A sighting: `at` is when the kept one was seen, `act` what came of which kind of act where, `kept` its record, once it is on disk. */
interface Sighting {
  readonly at: number;
  readonly act: string;
  readonly intent: IntentOnPage;
  readonly kept: Promise<StopId>;
}

/** Acts of the last while, newest first. */
let seen: readonly Sighting[] = [];

/**
 * Records what a page was about to do and what came of it. Harmless acts (everybody already has access) are not worth a
 * line about a person; the same act of the same person under the same policy again within seconds is one line, whether page, guard or network saw it and however often the
 * page does it. When the worker dies between two sightings there are two lines, which is honest enough. The audit log is IT's, not a
 * page's to fill: what a page in a loop does beyond the room of a place (`places.ts`) is one line that says how many there were.
 * Answers what the record is called, that of the line that was kept where several sightings are one; null when there is none.
 */
export async function record(intent: IntentOnPage, decision: Decision): Promise<StopId | null> {
  if (decision.reasons.some(({ code }) => code === 'everybody-has-access')) return null;
  const subject = await currentSubject();
  const at = Date.now();
  seen = seen.filter((one) => at - one.at < SAME_ACT_MS);
  const { outcome, ruleIds, policyVersion } = decision;
  const act = JSON.stringify([subject, intent.intent, intent.siteHost, outcome, ruleIds, policyVersion]);
  const known = seen.find((one) => one.act === act && isSameAct(one.intent, intent));
  if (known) return known.kept;
  const sighting = { at, act, intent, kept: keep(intent, decision, subject) };
  seen = [sighting, ...seen];
  try {
    return await sighting.kept;
  } catch (error) {
    // What is not on disk is no record: the next sighting tries again.
    seen = seen.filter((one) => one !== sighting);
    throw error;
  }
}

/**
 * Layers read the same click differently: one may not see the app or everybody, but what it says otherwise, and whoever is new to it,
 * makes another act. One layer says the same act in the same words.
 */
function isSameAct(known: IntentOnPage, now: IntentOnPage): boolean {
  if (known.layer === now.layer) return JSON.stringify(known) === JSON.stringify(now);
  const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;
  return (
    agree(known.product, now.product) &&
    agree(known.cloudId, now.cloudId) &&
    agree(known.container, now.container) &&
    nobodyNew(known.targets, now.targets)
  );
}

/** Whether a layer may have seen the same people as another. Others whom it did not count may be anybody of them. */
const nobodyNew = (known: readonly Whom[], now: readonly Whom[]): boolean =>
  now.every((whom) => {
    const { email, accountId, text, more } = whom;
    if (kindOfWhom(whom) !== 'more')
      return known.some(
        (one) =>
          (email !== null && one.email === email) ||
          (accountId !== null && one.accountId === accountId) ||
          (text !== undefined && one.text === text),
      );
    return typeof more !== 'number' || atLeast(now) <= atLeast(known);
  });

/**
 * Records that the person went on after a warning, or with a justification, under the number of the stop they went past. Never counted
 * together: it is what IT wants to read.
 */
export async function recordProceeding(
  intent: IntentOnPage,
  decision: Pick<Decision, 'outcome' | 'ruleIds' | 'policyVersion'>,
  justification: string | null,
  stopId: StopId | null,
): Promise<StopId> {
  const line = lineOf(intent, { ...decision, observedRuleIds: [] });
  const told = stopId ?? stopIdOf(line.id);
  await send({ ...line, stopId: told, proceeded: { justification } }, await currentSubject());
  return told;
}

/** Lines about further acts whose while is over go on their way. */
export const recordFurther = (): Promise<void> => closePlaces(Date.now(), send);

async function keep(intent: IntentOnPage, decision: Decision, subject: string | null): Promise<StopId> {
  const { id } = await keepAtItsPlace(lineOf(intent, decision), subject, send);
  return stopIdOf(id);
}

const send = (line: RecordedIntent, subject: string | null): Promise<void> =>
  outbox.add({ kind: 'intent', key: line.id, at: line.at, subject, body: line });

const lineOf = (
  intent: IntentOnPage,
  decision: Pick<Decision, 'outcome' | 'ruleIds' | 'observedRuleIds' | 'policyVersion'>,
): RecordedIntent => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  intent: intent.intent,
  product: intent.product,
  cloudId: intent.cloudId,
  siteHost: intent.siteHost,
  targets: countOf(intent.targets) ?? { atLeast: atLeast(intent.targets) },
  outcome: decision.outcome,
  // The strongest first: of very many, those that came off worst are left out.
  ruleIds: [...decision.ruleIds, ...decision.observedRuleIds].slice(0, MOST_RULES),
  policyVersion: decision.policyVersion,
  layer: intent.layer,
  proceeded: null,
});

/** How many people there certainly are. */
const atLeast = (people: readonly Whom[]): number => people.reduce((sum, whom) => sum + (countOf([whom]) ?? 0), 0);
