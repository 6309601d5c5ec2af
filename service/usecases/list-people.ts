import type { z } from 'zod';
import type { PersonRow, listPeople as route } from '../../core/contract/routes/directory.ts';
import { classifier, isOneScript, toView } from '../../core/identity/index.ts';
import { billedState, holdsSeat } from '../../core/licence/index.ts';
import type { Organization } from '../../core/organization/index.ts';
import type { DirectoryGroup, GroupRole } from '../../core/ports/directory-store.ts';
import type { Context } from './context.ts';
import { readyOrganization } from './organization.ts';

/** The directory, by name, for staff: with addresses, groups and the seats each person holds; none of those who are off the bill. */
export async function listPeople(
  { store }: Pick<Context, 'store'>,
  query: z.output<(typeof route)['query']>,
): Promise<z.input<(typeof route)['response']>> {
  const { directory } = store;
  const organization = await readyOrganization(store);
  const page = await directory.people({
    q: query.q ?? null,
    type: query.type ?? null,
    cursor: query.cursor ?? null,
    limit: query.limit,
  });
  const groups = await directory.groupsOf(page.accounts.map(({ facts }) => facts.accountId));
  const roles = await directory.roles();
  const classify = classifier(organization);
  const people = page.accounts.map(({ facts, name, emailInLetters, groupsKnown }): PersonRow => {
    const held = groups.get(facts.accountId) ?? [];
    const isOffBill = billedState({ facts }, 'no') === 'no';
    return {
      identity: toView(facts.accountId, classify(facts)),
      name,
      email: facts.email,
      emailInLetters:
        emailInLetters !== null && isOneScript(emailInLetters.slice(emailInLetters.lastIndexOf('@') + 1))
          ? emailInLetters
          : null,
      seats: isOffBill ? [] : seatsOf(held, roles, organization),
      seatsKnown: isOffBill || groupsKnown,
      groups: held.map(({ id, name: groupName }) => ({ id, name: groupName })),
      groupsKnown,
    };
  });
  return { people, next: page.next, counts: page.counts, total: page.total };
}

function seatsOf(
  groups: readonly DirectoryGroup[],
  roles: readonly GroupRole[],
  organization: Organization,
): PersonRow['seats'] {
  const ids = new Set(groups.map((group) => group.id));
  return organization.sites.flatMap((site) =>
    site.products
      .filter((product) => holdsSeat(ids, roles, product, site.cloudId))
      .map((product) => ({ product, cloudId: site.cloudId, siteHost: site.host })),
  );
}
