import type { z } from 'zod';
import type { resolveIdentities as route } from '../../core/contract/routes/identities.ts';
import { type AccountFacts, classifier, toView, unknownAccount } from '../../core/identity/index.ts';
import type { Context } from './context.ts';
import { readyOrganization } from './organization.ts';

/**
 * Badge-level facts of the people a page shows. Addresses are never told: a hash answers with
 * its account, and not at all when it has none or several, because which of them is on the page nobody can say.
 */
export async function resolveIdentities(
  { store }: Pick<Context, 'store'>,
  { accountIds, emailHashes }: z.output<(typeof route)['body']>,
): Promise<z.input<(typeof route)['response']>> {
  const organization = await readyOrganization(store);
  const classify = classifier(organization);
  const view = (facts: AccountFacts) => toView(facts.accountId, classify(facts));
  const known = new Map(
    (await store.directory.accountsById(accountIds)).map(({ facts }) => [facts.accountId, facts] as const),
  );
  const byHash = await store.directory.accountsByEmailHash(emailHashes);
  return {
    identities: [...new Set(accountIds)].map((id) => view(known.get(id) ?? unknownAccount(id))),
    byEmailHash: [...Map.groupBy(byHash, ({ emailHash }) => emailHash)].flatMap(([emailHash, [owner, ...others]]) =>
      owner && others.length === 0 ? [{ emailHash, identity: view(owner.facts) }] : [],
    ),
  };
}
