import type { CloudId, GroupId } from '../../../core/ids.ts';
import type { Organization, Product, Site } from '../../../core/organization/index.ts';
import type { DirectorySource, ProductFacts } from '../../../core/ports/directory-source.ts';
import type { DirectoryGroup, GroupRole } from '../../../core/ports/directory-store.ts';

export interface Structure {
  readonly organization: Organization;
  readonly groups: readonly DirectoryGroup[];
  readonly roles: readonly GroupRole[];
  /** What each site's Jira says about its products; empty without credentials. */
  readonly productFacts: ReadonlyMap<CloudId, readonly ProductFacts[]>;
}

/** How many groups are asked about at once. */
const CONCURRENCY = 4;

/** Everything but the people: domains, sites, groups and what the groups give. */
export async function readStructure(
  source: DirectorySource,
  orgId: Organization['orgId'],
  hosts: readonly string[],
): Promise<Structure> {
  const name = await source.organizationName();
  const domains = await all(source.domains());
  const groups = await all(source.groups());
  const assigned = (await mapSome(groups, (group) => source.rolesOf(group))).flat();

  const productFacts = new Map<CloudId, readonly ProductFacts[]>();
  const found: { cloudId: CloudId; host: string }[] = [];
  for (const host of hosts) {
    const cloudId = await source.cloudIdOf(host);
    found.push({ cloudId, host });
    productFacts.set(cloudId, (await source.jiraProducts(host)) ?? []);
  }
  const roles = withProductFacts(assigned, groups, productFacts);
  const sites = found.map((site): Site => ({ ...site, products: productsOf(site.cloudId, roles) }));
  return { organization: { orgId, name, domains, sites }, groups, roles, productFacts };
}

/** A product that no group gives has no users to speak of, so it is not one of the site's. */
const productsOf = (cloudId: CloudId, roles: readonly GroupRole[]): Product[] =>
  [...new Set(roles.filter((role) => role.cloudId === cloudId).map((role) => role.product))].sort();

/** Jira names its groups and default groups itself; where the role assignments leave one out, Jira is right about Jira. */
function withProductFacts(
  assigned: readonly GroupRole[],
  groups: readonly DirectoryGroup[],
  productFacts: ReadonlyMap<CloudId, readonly ProductFacts[]>,
): GroupRole[] {
  const known = new Set<GroupId>(groups.map((group) => group.id));
  const roles = [...assigned];
  for (const [cloudId, facts] of productFacts)
    for (const { product, groupIds, defaultGroupIds } of facts) {
      const defaults = new Set(defaultGroupIds);
      for (const groupId of groupIds) {
        const has = roles.some(
          (role) => role.groupId === groupId && role.product === product && role.cloudId === cloudId,
        );
        if (!has && known.has(groupId)) roles.push({ groupId, product, cloudId, role: 'user', isDefault: false });
      }
      roles.forEach((role, index) => {
        if (role.product === product && role.cloudId === cloudId && defaults.has(role.groupId))
          roles[index] = { ...role, isDefault: true };
      });
    }
  return roles;
}

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

async function mapSome<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += CONCURRENCY)
    results.push(...(await Promise.all(items.slice(from, from + CONCURRENCY).map(work))));
  return results;
}
