import { asItStood, classify, type TargetRef, unknownAccount } from '../../core/identity/index.ts';
import { AccountId } from '../../core/ids.ts';
import { billedState, holdsSeat, type Standing, type Target } from '../../core/licence/index.ts';
import type { Organization, Product, Site } from '../../core/organization/index.ts';
import type { DirectoryAccount, GroupRole } from '../../core/ports/directory-store.ts';
import type { Reads } from '../../core/ports/store.ts';
import { asOneTarget } from './account-of-address.ts';

export interface Asked {
  readonly organization: Organization;
  /** Null when nobody said which. */
  readonly site: Site | null;
  readonly product: Product | null;
  readonly targets: readonly TargetRef[];
}

/**
 * Who the people are that a page named, and whether each has a seat. A typed address stays what was typed; somebody
 * picked by account keeps no address, so that asking never tells anybody's address.
 */
export async function describeTargets({ directory }: Pick<Reads, 'directory'>, asked: Asked): Promise<Target[]> {
  const byId = new Map(
    (await directory.accountsById(asked.targets.flatMap((target) => target.accountId ?? []))).map((account) => [
      account.facts.accountId,
      account,
    ]),
  );
  const addressed = await directory.accountsByEmail(asked.targets.flatMap((target) => target.email ?? []));
  const byEmail = Map.groupBy(addressed, ({ facts }) => facts.email);
  const accounts = asked.targets.map((target): readonly DirectoryAccount[] => {
    if (target.accountId === null) return byEmail.get(target.email) ?? [];
    const account = byId.get(target.accountId);
    return account ? [account] : [];
  });
  const groups = await directory.groupsOf(accounts.flat().map(({ facts }) => facts.accountId));
  const roles = await directory.roles();
  return asked.targets.map((target, index) => {
    const owners = accounts[index] ?? [];
    if (owners.length === 0) return stranger(target, asked.organization);
    const described = owners.map((account): Target => {
      const { accountId } = account.facts;
      const held = new Set((groups.get(accountId) ?? []).map((group) => group.id));
      return {
        email: target.email,
        accountId,
        name: account.name && asItStood(account.name),
        standing: standingOf(account, held, roles, asked),
        identityType: classify(account.facts, asked.organization).type,
      };
    });
    return asOneTarget(target, described);
  });
}

/** Nobody of the directory: a new address, an account id that could not be looked up, or somebody nobody could read. */
function stranger(target: TargetRef, organization: Organization): Target {
  if (target.email === null) {
    const known = target.accountId === null ? null : classify(unknownAccount(target.accountId), organization);
    return { ...target, name: null, standing: 'unknown', identityType: known?.type ?? 'unknown' };
  }
  // What the account would be once it exists: of another domain it is external, of ours that is not known yet.
  const future = { ...unknownAccount(AccountId.parse('new')), accountType: 'atlassian' as const, email: target.email };
  // An id that the directory does not have beside a free address: the two do not fit together, so nothing is known.
  const standing: Standing = target.accountId === null ? 'new' : 'unknown';
  return { ...target, name: null, standing, identityType: classify(future, organization).type };
}

function standingOf(
  { facts, groupsKnown }: DirectoryAccount,
  held: ReadonlySet<GroupRole['groupId']>,
  roles: readonly GroupRole[],
  { product, site }: Asked,
): Standing {
  // Apps take no seat, ever: giving one access costs nothing.
  if (facts.accountType === 'app') return 'has-seat';
  // Letting in again who is suspended, deactivated or gone takes a seat. Of suspended people that is the careful assumption.
  if (billedState({ facts }, 'no') === 'no') return 'without-seat';
  if (product === null || site === null) return 'unknown';
  if (holdsSeat(held, roles, product, site.cloudId)) return 'has-seat';
  // Of an app that no group gives here, nobody knows how people come by it.
  const isGiven = roles.some((role) => role.product === product && role.cloudId === site.cloudId);
  return groupsKnown && isGiven ? 'without-seat' : 'unknown';
}
