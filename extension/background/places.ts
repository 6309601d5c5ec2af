import { z } from 'zod';
import { MOST_RULES, RecordedIntent } from '../../core/contract/routes/policy.ts';
import type { Owner } from '../platform/outbox.ts';
import { slot } from '../platform/slot.ts';
import { turns } from '../platform/turns.ts';

/** A page that acts in a loop is not worth a line each: so many different acts at one place have lines of their own in `WHILE_MS`. */
export const MOST_AT_A_PLACE = 30;
export const WHILE_MS = 10 * 60_000;

/** A page may name any number of hosts; a person gets to few. What is beyond shares a place whatever its site. */
export const MOST_PLACES = 40;

/** Acts of one kind by one person at one site that ended alike, in one while. On disk: worker and browser may end before it does. */
const Place = z.object({
  name: z.string(),
  /** Milliseconds of the clock. */
  since: z.number(),
  kept: z.number().int(),
  subject: z.string().nullable(),
  /** As an owner has it. */
  serviceUrl: z.string().nullable().default(null),
  /** Stands for every act there was no room for, and says how many; null while there was room. */
  closing: RecordedIntent.nullable(),
});
type Place = z.infer<typeof Place>;

const places = slot('local', 'places', z.array(Place));
const inTurn = turns();

/** Puts a line where it will be sent from. The same line again changes nothing. */
type Keep = (line: RecordedIntent, owner: Owner) => Promise<void>;

/** The line that stands for an act: its own while its place has room, then one for all further ones. Either is kept, sooner or later. */
export const keepAtItsPlace = (line: RecordedIntent, owner: Owner, keep: Keep): Promise<RecordedIntent> =>
  inTurn(async () => {
    const at = Date.parse(line.at);
    const open = await closeOver(at, keep);
    const named = (siteHost: string | null) =>
      JSON.stringify([owner.subject, owner.serviceUrl, line.intent, siteHost, line.outcome, line.layer]);
    const isAt = (name: string) => open.find((place) => place.name === name);
    const own = isAt(named(line.siteHost));
    const name = own || open.length < MOST_PLACES ? named(line.siteHost) : named(null);
    const place = own ?? isAt(name) ?? { name, since: at, kept: 0, ...owner, closing: null };
    const hasRoom = place.kept < MOST_AT_A_PLACE;
    const closing = hasRoom ? place.closing : withFurther(place.closing, line);
    const others = open.filter((one) => one !== place);
    await places.set([...others, { ...place, kept: place.kept + (hasRoom ? 1 : 0), closing }]);
    if (closing !== null) return closing;
    await keep(line, owner);
    return line;
  });

/** Keeps the closing lines of every place whose while is over. @param at milliseconds of the clock */
export const closePlaces = (at: number, keep: Keep): Promise<void> =>
  inTurn(async () => {
    await closeOver(at, keep);
  });

/** @returns the places whose while goes on */
async function closeOver(at: number, keep: Keep): Promise<readonly Place[]> {
  const known = (await places.get()) ?? [];
  // A clock that was put back ends a while too: nobody knows how long it has lasted.
  const open = known.filter(({ since }) => since <= at && at - since < WHILE_MS);
  if (open.length === known.length) return known;
  for (const place of known)
    if (!open.includes(place) && place.closing)
      await keep(place.closing, { subject: place.subject, serviceUrl: place.serviceUrl });
  // Afterwards: when the worker dies in between, the same lines are kept again under the same ids.
  await places.set([...open]);
  return open;
}

/** What further acts have in common, and how many there were. */
function withFurther(closing: RecordedIntent | null, line: RecordedIntent): RecordedIntent {
  const before = closing ?? { ...line, further: 0 };
  return {
    ...before,
    at: line.at,
    product: agreed(before.product, line.product),
    cloudId: agreed(before.cloudId, line.cloudId),
    siteHost: agreed(before.siteHost, line.siteHost),
    // The same people may be meant each time, so that there are as many as in one of the acts.
    targets: { atLeast: Math.max(leastOf(before.targets), leastOf(line.targets)) },
    ruleIds: [...new Set([...before.ruleIds, ...line.ruleIds])].slice(0, MOST_RULES),
    policyVersion: line.policyVersion,
    further: (before.further ?? 0) + 1,
  };
}

const agreed = <T>(one: T, other: T): T | null => (one === other ? one : null);
const leastOf = (count: RecordedIntent['targets']): number => (typeof count === 'number' ? count : count.atLeast);
