import { productName } from '../organization/product-name.ts';
import { counted } from '../plural.ts';
import { because, type Reason } from '../reason.ts';
import type { AccessPathId } from './access-path.ts';
import type { PostureFacts } from './facts.ts';

export interface Derived {
  readonly state: 'closed' | 'open' | 'unknown';
  readonly reasons: readonly Reason[];
}

const derived = (state: Derived['state'], code: string, text: string): Derived => ({
  state,
  reasons: [because(code, text)],
});

/**
 * The state of a path as the facts alone tell it; null for paths that facts say nothing about. Whether the facts are recent is
 * judged by the caller.
 */
export function deriveState(path: AccessPathId, facts: PostureFacts): Derived | null {
  return derivations[path]?.(facts) ?? null;
}

const derivations: Partial<Record<AccessPathId, (facts: PostureFacts) => Derived | null>> = {
  'admin-roles': adminRoles,
  'default-groups': defaultGroups,
  'synced-groups': syncedGroups,
  'approved-domain-jsm-invite': jsmInvite,
  'new-apps-and-trials': ({ discoveredOutsideIt: found }) =>
    found !== null && found > 0
      ? derived('open', 'apps-outside-it', `Discovery found ${counted(found, 'app')} started outside IT.`)
      : null,
  'other-organizations': ({ managedElsewhere: found }) =>
    found !== null && found > 0
      ? derived('open', 'seen-elsewhere', `Discovery saw ${counted(found, 'managed account')} in other organizations.`)
      : null,
  'accounts-on-our-domain': unclaimedAccounts,
  'free-plan-edge': freePlanEdge,
};

const roleNames = {
  trustedUser: 'Trusted user',
  organizationAdmin: 'organization admin',
  siteAdmin: 'site admin',
  userAccessAdmin: 'user access admin',
} as const;

function adminRoles({ adminRoles: roles }: PostureFacts): Derived {
  const names = Object.keys(roleNames) as (keyof typeof roleNames)[];
  const outside = names.filter((role) => (roles[role].outsideIt ?? 0) > 0);
  // A Trusted user has every app and may invite, whoever holds the role.
  const trusted = roles.trustedUser.holders ?? 0;
  if (trusted > 0 || outside.length > 0)
    return {
      state: 'open',
      reasons: [
        ...(trusted > 0
          ? [
              because(
                'trusted-users',
                `${counted(trusted, 'account holds', 'accounts hold')} the old role Trusted user, which lets others in.`,
              ),
            ]
          : []),
        ...outside.map((role) =>
          because(
            'admins-outside-it',
            `${counted(roles[role].outsideIt ?? 0, 'person outside IT holds', 'people outside IT hold')} the role ${roleNames[role]}.`,
          ),
        ),
      ],
    };
  const missing = names.filter((role) => roles[role].outsideIt === null && roles[role].holders !== 0);
  if (missing.length > 0)
    return derived(
      'unknown',
      'roles-not-counted',
      `Who holds these roles is not known: ${missing.map((role) => roleNames[role]).join(', ')}.`,
    );
  return derived('closed', 'admins-in-it', 'Only people of IT hold roles that let others in.');
}

function defaultGroups({ groups }: PostureFacts): Derived {
  if (groups === null) return derived('unknown', 'groups-unknown', 'The groups have not been read.');
  const candidates = groups.filter(({ isDefault }) => isDefault !== false);
  const wide = candidates.filter(
    ({ isDefault, seatProducts }) => isDefault === true && (seatProducts?.length ?? 0) > 1,
  );
  if (wide.length > 0)
    return derived(
      'open',
      'default-group-grants-several',
      `These default groups grant several apps: ${wide.map(({ name }) => name).join(', ')}. Taking somebody out by hand is undone.`,
    );
  const unclear = candidates.filter(
    ({ isDefault, seatProducts }) => seatProducts === null || (isDefault === null && seatProducts.length > 1),
  );
  if (unclear.length > 0)
    return derived(
      'unknown',
      'group-unclear',
      `What these groups grant is not fully known: ${unclear.map(({ name }) => name).join(', ')}.`,
    );
  return derived('closed', 'default-groups-narrow', 'No default group grants more than one app.');
}

function syncedGroups({ groups }: PostureFacts): Derived {
  if (groups === null) return derived('unknown', 'groups-unknown', 'The groups have not been read.');
  const giving = groups.filter(({ seatProducts }) => seatProducts === null || seatProducts.length > 0);
  const byHand = giving.filter(({ synced, seatProducts }) => synced === false && seatProducts !== null);
  if (byHand.length > 0)
    return derived(
      'open',
      'groups-by-hand',
      `These groups give a seat and can be changed by hand at Atlassian: ${byHand.map(({ name }) => name).join(', ')}.`,
    );
  const unclear = giving.filter(({ synced }) => synced !== true);
  if (unclear.length > 0)
    return derived(
      'unknown',
      'group-unclear',
      `Where these groups come from or what they grant is not known: ${unclear.map(({ name }) => name).join(', ')}.`,
    );
  return derived(
    'closed',
    'all-synced',
    'Every group that gives a seat comes from the identity provider. This is the wanted path.',
  );
}

/** Atlassian's own name for "Any domain". */
const anyDomain = 'ANYONE';

function jsmInvite({ internalCustomers, approvedDomains }: PostureFacts): Derived {
  if (internalCustomers === false)
    return derived(
      'closed',
      'internal-off',
      'Internal is off under Customer access, so invited customers stay portal-only.',
    );
  if (approvedDomains === null)
    return derived('unknown', 'domains-unknown', 'The approved domains have not been read.');
  const named = approvedDomains.filter(({ domain }) => domain !== anyDomain);
  const giving = named.filter(({ serviceManagementRole: role }) => role === 'user' || role === 'customer');
  if (giving.length > 0 && internalCustomers === true)
    return derived(
      'open',
      'invite-gives-account',
      `Customers invited on ${giving.map(({ domain }) => domain).join(', ')} get an Atlassian account; admin approval does not apply.`,
    );
  const unclear =
    named.some(({ serviceManagementRole: role }) => role === null) ||
    approvedDomains.some(
      ({ domain, serviceManagementRole: role, adminApproval }) =>
        domain === anyDomain && role !== 'none' && adminApproval !== true,
    );
  if (giving.length > 0 || unclear)
    return derived(
      'unknown',
      'customer-access-unknown',
      'Whether an invited customer gets an Atlassian account is not fully known.',
    );
  return derived('closed', 'no-domain-gives-account', 'No approved domain gives a role in Jira Service Management.');
}

function unclaimedAccounts({ unclaimedOnVerifiedDomains: unclaimed }: PostureFacts): Derived {
  if (unclaimed === null)
    return derived('unknown', 'unclaimed-unknown', 'How many accounts on our domains are unclaimed is not known.');
  return unclaimed > 0
    ? derived(
        'open',
        'unclaimed-accounts',
        `On our domains, ${counted(unclaimed, 'account is', 'accounts are')} not claimed. Claim them.`,
      )
    : derived(
        'closed',
        'none-unclaimed',
        'No account on our domains is unclaimed now. New ones cannot be forbidden; they are counted again with every sync.',
      );
}

function freePlanEdge({ seats }: PostureFacts): Derived {
  if (seats === null) return derived('unknown', 'seats-unknown', 'Plans and seats have not been read.');
  const onFree = seats.filter(({ plan }) => plan === 'free');
  const full = onFree.filter(({ used, freeLimit }) => used !== null && freeLimit !== null && used >= freeLimit);
  if (full.length > 0)
    return derived(
      'open',
      'free-plan-full',
      `The next person starts a paid trial: ${full.map(({ product, used, freeLimit }) => `${productName(product)} ${used} of ${freeLimit}`).join(', ')}.`,
    );
  if (
    seats.some(
      ({ plan, used, freeLimit }) => plan === null || (plan === 'free' && (used === null || freeLimit === null)),
    )
  )
    return derived(
      'unknown',
      'seats-unknown',
      'The plan, the seats in use or the limit of the free plan is not known.',
    );
  if (onFree.length === 0) return derived('closed', 'no-free-plan', 'No app is on a free plan.');
  const left = Math.min(...onFree.map(({ used, freeLimit }) => (freeLimit ?? 0) - (used ?? 0)));
  return derived('closed', 'free-seats-left', `${counted(left, 'seat is', 'seats are')} left before a free plan ends.`);
}
