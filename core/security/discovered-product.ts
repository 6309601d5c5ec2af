import { z } from 'zod';
import { counted } from '../plural.ts';
import { because, type Reason } from '../reason.ts';
import { moreUrgent, type Severity } from './severity.ts';

/** A product as Atlassian's discovery lists it: App, User count, Created on, Last active. `null` is not known. */
export const DiscoveredProduct = z.object({
  id: z.string().min(1),
  product: z.string().min(1),
  siteHost: z.string().min(1).nullable(),
  admin: z.string().min(1).nullable(),
  /** Whether the one who created it has a managed account of ours. */
  createdByManaged: z.boolean().nullable(),
  /** Whether the organization knows it: it is one of ours or IT accepted it. */
  knownToIt: z.boolean().nullable(),
  users: z.number().int().nonnegative().nullable(),
  createdAt: z.iso.datetime().nullable(),
  lastActiveAt: z.iso.datetime().nullable(),
});
export type DiscoveredProduct = z.infer<typeof DiscoveredProduct>;

export interface DiscoveryFinding {
  readonly productId: string;
  readonly state: 'outside-it' | 'known' | 'not-ours' | 'unknown';
  readonly severity: Severity;
  readonly reasons: readonly Reason[];
  readonly todo: string;
}

export const DiscoveryLimits = z.object({
  /** From how many users on a product outside IT is urgent. */
  manyUsers: z.number().int().min(1, 'Write at least 1.').default(10),
  idleAfterDays: z.number().int().min(1, 'Write at least one day.').default(90),
});
export type DiscoveryLimits = z.infer<typeof DiscoveryLimits>;

const dayMs = 86_400_000;

/**
 * What automatic product discovery tells of one product (section 5 of the domain): created by one of our managed people outside
 * IT's knowledge. `now` is an ISO date-time.
 */
export function discoveryFinding(found: DiscoveredProduct, limits: DiscoveryLimits, now: string): DiscoveryFinding {
  const where = found.siteHost === null ? found.product : `${found.product} on ${found.siteHost}`;
  const answer = (state: DiscoveryFinding['state'], severity: Severity, todo: string, ...reasons: Reason[]) => ({
    productId: found.id,
    state,
    severity,
    reasons,
    todo,
  });
  if (found.knownToIt === true)
    return answer('known', 'info', 'Nothing to do.', because('known-to-it', `IT knows ${where}.`));
  if (found.createdByManaged === false)
    return answer(
      'not-ours',
      'info',
      'Nothing to do.',
      because('created-by-others', `None of our managed people created ${where}.`),
    );
  if (found.createdByManaged === null || found.knownToIt === null)
    return answer(
      'unknown',
      'low',
      'Find out who created it and whether IT knows it.',
      because('origin-unknown', `Who created ${where}, or whether IT knows it, is not known.`),
    );
  const by = found.admin === null ? 'Its admin is not known' : `Its admin is ${found.admin}`;
  const reasons = [
    because('created-outside-it', `One of our managed people created ${where} outside IT. ${by}.`),
    found.users === null
      ? because('users-unknown', 'How many people use it is not known.')
      : because('users', `${counted(found.users, 'person uses', 'people use')} it.`),
    ...activity(found, limits, now),
  ];
  return answer('outside-it', severityOf(found, limits), todoOf(found, limits, now), ...reasons);
}

/** An unknown number of users is not taken for a small one. */
const severityOf = ({ users }: DiscoveredProduct, { manyUsers }: DiscoveryLimits): Severity =>
  users !== null && users >= manyUsers ? 'high' : users === null || users > 1 ? 'medium' : 'low';

const isIdle = ({ lastActiveAt }: DiscoveredProduct, { idleAfterDays }: DiscoveryLimits, now: string): boolean =>
  lastActiveAt !== null && Date.parse(now) - Date.parse(lastActiveAt) > idleAfterDays * dayMs;

function activity(found: DiscoveredProduct, limits: DiscoveryLimits, now: string): Reason[] {
  if (found.lastActiveAt === null) return [because('activity-unknown', 'When it was last used is not known.')];
  return isIdle(found, limits, now)
    ? [because('idle', `Nobody used it for more than ${limits.idleAfterDays} days.`)]
    : [];
}

const todoOf = (found: DiscoveredProduct, limits: DiscoveryLimits, now: string): string =>
  isIdle(found, limits, now)
    ? 'Ask its admin to delete it, or use "Join as admin" and delete it.'
    : 'Use "Join as admin" to bring it under IT, or ask its admin to move the work.';

/** The most urgent first, then by id. */
export const sortedDiscoveries = (findings: readonly DiscoveryFinding[]): DiscoveryFinding[] =>
  [...findings].sort(
    (a, b) =>
      moreUrgent(a.severity, b.severity) || (a.productId < b.productId ? -1 : a.productId > b.productId ? 1 : 0),
  );
