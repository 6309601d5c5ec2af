import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { MOST_RULES, type RecordedIntent } from '../../core/contract/routes/policy.ts';
import { countOf, kindOfWhom, leastOf, type Whom } from '../../core/identity/index.ts';
import { type Decision, type StopId, stopIdOf } from '../../core/policy/index.ts';
import { type Outbox, type Owner, openOutbox } from '../platform/outbox.ts';
import { closePlaces, keepAtItsPlace } from './places.ts';
import { sessionNow } from './session-now.ts';
import { serviceAddress } from './settings.ts';

/** Sightings of one click by the page and by the guard come this close together. */
const SAME_ACT_MS = 15_000;

/** The outbox of this browser. */
export const outbox: Outbox = openOutbox();

/** Who an entry belongs to: the person signed in, or nobody yet, of the service that is set. */
export async function currentOwner(): Promise<Owner> {
  const [session, { url }] = await Promise.all([sessionNow(), serviceAddress()]);
  return { subject: session?.me.subject ?? null, serviceUrl: session?.serviceUrl ?? url };
}

/** Sightings that are known at the most. An act that comes again after more others than these is another line. */
const MOST_SEEN = 100;

/** A sighting: `at` is when it was seen, `act` what came of which kind of act where, `kept` its record, once it is on disk. */
interface Sighting {
  readonly at: number;
  readonly act: string;
  readonly intent: IntentOnPage;
  /** Everybody whom it names or says by a text. */
  readonly people: ReadonlySet<string>;
  readonly kept: Promise<StopId>;
}

/** Acts of the last while, oldest first, by all that they say: a page may say much, and often. */
const seen = new Map<string, Sighting>();

/**
 * Records what a page was about to do and what came of it. Harmless acts (everybody already has access) are not worth a line about a
 * person; the same act of the same person under the same policy again within seconds is one line, whether page, guard or network saw
 * it and however often the page does it. When the worker dies between two sightings there are two lines, which is honest enough. The
 * audit log is IT's, not a page's to fill: what a page in a loop does beyond the room of a place (`places.ts`) is one line that says how
 * many there were.
 * Answers what the record is called, that of the line that was kept where several sightings are one; null when there is none.
 */
export async function record(intent: IntentOnPage, decision: Decision): Promise<StopId | null> {
  if (decision.reasons.some(({ code }) => code === 'everybody-has-access')) return null;
  const owner = await currentOwner();
  const at = Date.now();
  const { outcome, ruleIds, policyVersion } = decision;
  const act = JSON.stringify([owner, intent.intent, intent.siteHost, outcome, ruleIds, policyVersion]);
  const said = JSON.stringify([act, intent]);
  for (const [key, one] of seen) if (at - one.at >= SAME_ACT_MS || seen.size > MOST_SEEN) seen.delete(key);
  const known = seen.get(said) ?? [...seen.values()].findLast((one) => one.act === act && mayBeSameAct(one, intent));
  if (known) return known.kept;
  const sighting = {
    at,
    act,
    intent,
    people: new Set(intent.targets.flatMap(namesOf)),
    kept: keep(intent, decision, owner),
  };
  seen.set(said, sighting);
  try {
    return await sighting.kept;
  } catch (error) {
    // What is not on disk is no record: the next sighting tries again.
    if (seen.get(said) === sighting) seen.delete(said);
    throw error;
  }
}

/**
 * Layers read the same click differently: one may not see the app or everybody, but what it says otherwise, and whoever is new to it,
 * makes another act. One layer says the same act in the same words.
 */
function mayBeSameAct({ intent: known, people }: Sighting, now: IntentOnPage): boolean {
  if (known.layer === now.layer) return false;
  const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;
  return (
    agree(known.product, now.product) &&
    agree(known.cloudId, now.cloudId) &&
    agree(known.container, now.container) &&
    // Whether a layer may have seen the same people as another. Others whom it did not count may be anybody of them.
    now.targets.every((whom) =>
      kindOfWhom(whom) === 'more'
        ? typeof whom.more !== 'number' || leastOf(now.targets) <= leastOf(known.targets)
        : namesOf(whom).some((name) => people.has(name)),
    )
  );
}

const namesOf = ({ email, accountId, text }: Whom): string[] => [
  ...(email === null ? [] : [`email ${email}`]),
  ...(accountId === null ? [] : [`account ${accountId}`]),
  ...(text === undefined ? [] : [`text ${text}`]),
];

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
  await send({ ...line, stopId: told, proceeded: { justification } }, await currentOwner());
  return told;
}

/** Lines about further acts whose while is over go on their way. */
export const recordFurther = (): Promise<void> => closePlaces(Date.now(), send);

async function keep(intent: IntentOnPage, decision: Decision, owner: Owner): Promise<StopId> {
  const { id } = await keepAtItsPlace(lineOf(intent, decision), owner, send);
  return stopIdOf(id);
}

const send = (line: RecordedIntent, owner: Owner): Promise<void> =>
  outbox.add({ kind: 'intent', key: line.id, at: line.at, ...owner, body: line });

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
  targets: countOf(intent.targets) ?? { atLeast: leastOf(intent.targets) },
  outcome: decision.outcome,
  // The strongest first: of very many, those that came off worst are left out.
  ruleIds: [...decision.ruleIds, ...decision.observedRuleIds].slice(0, MOST_RULES),
  policyVersion: decision.policyVersion,
  layer: intent.layer,
  proceeded: null,
});
