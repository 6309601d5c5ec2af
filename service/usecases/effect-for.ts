import { others } from '../../core/identity/index.ts';
import {
  type Effect,
  effectOf,
  effectOfDeed,
  isAboutSeats,
  type SeatLine,
  type Target,
  unknownSeats,
} from '../../core/licence/index.ts';
import type { Product, Site } from '../../core/organization/index.ts';
import { type Intent, isAboutActor } from '../../core/policy/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { Caller, Context } from './context.ts';
import { type Asked, describeTargets } from './describe-targets.ts';
import { impactFor, isOf } from './impact-for.ts';

/** Who an action is about: whoever was named, the person who acts, or somebody nobody could read. */
export async function targetsFor(
  reads: Pick<Reads, 'directory'>,
  asked: Asked & { readonly intent: Intent },
  caller: Caller,
): Promise<readonly Target[]> {
  if (asked.targets.length > 0) return describeTargets(reads, asked);
  return [isAboutActor(asked.intent) ? await themselves(reads, asked, caller) : somebody];
}

/** Seats and cost of an action, worked out here from the directory: what a page claims about seats is never believed. */
export async function effectFor(
  { settings, clock }: Pick<Context, 'settings' | 'clock'>,
  reads: Pick<Reads, 'directory'>,
  asked: Asked & { readonly site: Site; readonly intent: Intent },
  caller: Caller,
): Promise<Effect> {
  const targets = await targetsFor(reads, asked, caller);
  const { product } = asked;
  const rows = await reads.directory.seats();
  const found = rows.find((row) => row.product === product && row.cloudId === asked.site.cloudId);
  const facts = {
    organizationName: asked.organization.name,
    cloudId: asked.site.cloudId,
    siteHost: asked.site.host,
    targets,
    seats: found?.seats ?? unknownSeats,
  };
  const today = clock.now().slice(0, 10);
  if (product !== null && isAboutSeats(asked.intent)) {
    const impact = await impactFor({ settings, today }, reads, { ...asked, product, targets }, rows);
    const planOf = (line: SeatLine) => rows.find((row) => isOf(row, line))?.plan ?? null;
    return effectOfDeed({ ...facts, product, impact, planOf });
  }
  return effectOf({
    ...facts,
    product,
    aboutSeats: isAboutSeats(asked.intent),
    plan: found?.plan ?? null,
    priceBook: settings.priceBook,
    today,
  });
}

/** Whoever it is that nobody could read in the page. */
const somebody: Target = { ...others(null), name: null, standing: 'unknown', identityType: 'unknown' };

async function themselves(reads: Pick<Reads, 'directory'>, asked: Asked, caller: Caller): Promise<Target> {
  const email = caller.email === '' ? null : caller.email;
  if (email === null && caller.accountId === null)
    return {
      email,
      accountId: null,
      text: caller.name,
      name: caller.name,
      standing: 'unknown',
      identityType: 'unknown',
    };
  const [target] = await describeTargets(reads, { ...asked, targets: [{ email, accountId: caller.accountId }] });
  return { ...(target as Target), name: target?.name ?? caller.name };
}

/**
 * The product meant when the page does not say: customers belong to Jira Service Management by definition; of everything else it is
 * not known, and no app stands in for it.
 */
export function productMeant(product: Product | null, intent: Intent): Product | null {
  if (product !== null) return product;
  return intent === 'create-customer' || intent === 'migrate-customer' ? 'jira-servicedesk' : null;
}
