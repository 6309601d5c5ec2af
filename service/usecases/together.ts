import { addressKey } from '../../core/identity/index.ts';
import { type ImpactFacts, isAboutSeats, type SeatLine, seatChange, type Target } from '../../core/licence/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { AccessRequest } from '../../core/requests/index.ts';
import type { AsItStands } from './as-it-stands.ts';
import type { Context } from './context.ts';
import { givenByDeed, impactOfGift, isOf } from './impact-for.ts';

type Gives = NonNullable<ImpactFacts['gives']>;

/** Somebody, and everything that all requests together would give them. */
interface Receiver {
  readonly target: Target;
  readonly intent: AccessRequest['intent'];
  readonly gives: Gives;
}

export interface Standing {
  readonly request: AccessRequest;
  readonly stands: AsItStands;
}

/**
 * What approving all of these would do together: whoever is named in several, by account or by address, takes a seat of an app once.
 * Only what takes a seat is listed, or what may take one.
 */
export async function together(
  { settings, clock }: Pick<Context, 'settings' | 'clock'>,
  reads: Pick<Reads, 'directory'>,
  standing: readonly Standing[],
): Promise<SeatLine[]> {
  const organization = await reads.directory.organization();
  if (!organization) return [];
  const context = { settings, today: clock.now().slice(0, 10) };
  const receivers = new Map<string, Receiver>();
  for (const { request, stands } of standing) {
    const { product, intent, cloudId } = request;
    const site = organization.sites.find((one) => one.cloudId === cloudId);
    if (!site || product === null || !isAboutSeats(intent) || !stands.effect) continue;
    const { targets } = stands.effect;
    const gives = await givenByDeed(context, reads, { organization, site, product, intent, targets });
    if (gives === null) continue;
    targets.forEach((target, index) => {
      const key = personKey(target) ?? `${request.id} ${index}`;
      const before = receivers.get(key);
      receivers.set(key, { target, intent, gives: before ? both(before.gives, gives) : gives });
    });
  }

  const seats = await reads.directory.seats();
  const taken: SeatLine[] = [];
  // Nobody is in two of these, so that their seats add up.
  for (const [first, ...others] of Map.groupBy(receivers.values(), ({ gives }) => giftKey(gives)).values()) {
    if (!first) continue;
    const targets = [first, ...others].map(({ target }) => target);
    const { intent, gives } = first;
    taken.push(...(await impactOfGift(context, reads, { organization, intent, targets, gives }, seats)).lines);
  }
  return [...Map.groupBy(taken, ({ product, cloudId }) => `${cloudId} ${product}`).values()]
    .flatMap(([line, ...more]) => (line ? [{ ...line, taken: sum([line, ...more]) }] : []))
    .filter((line) => line.taken !== 0)
    .map((line) => {
      const plan = seats.find((row) => isOf(row, line))?.plan ?? null;
      const { before, product } = line;
      const facts = { product, before, taken: line.taken, plan, billing: null };
      const { after, cost } = seatChange({ ...facts, priceBook: settings.priceBook, today: context.today });
      return { ...line, after, cost };
    });
}

/** Null for whoever is nobody's account and has no address: they may be anybody. */
const personKey = ({ accountId, email }: Target): string | null =>
  accountId ?? (email === null ? null : addressKey(email));

const both = (one: Gives, other: Gives): Gives => ({
  groups: [...new Set([...one.groups, ...other.groups])],
  roles: [...one.roles, ...other.roles.filter((role) => !one.roles.some((known) => isOf(known, role)))],
});

const giftKey = ({ groups, roles }: Gives): string =>
  JSON.stringify([groups.toSorted(), roles.map(({ product, cloudId }) => `${cloudId} ${product}`).toSorted()]);

const sum = (lines: readonly SeatLine[]): number | null =>
  lines.reduce<number | null>((all, { taken }) => (all === null || taken === null ? null : all + taken), 0);
