import { classify } from '../../core/identity/index.ts';
import type { PolicyBundle } from '../../core/policy/index.ts';
import type { Caller, Context } from './context.ts';
import { Failure } from './failure.ts';
import { readyOrganization } from './organization.ts';

/** What an extension needs to decide by itself. */
export async function getBundle({ store }: Pick<Context, 'store'>, caller: Caller): Promise<PolicyBundle> {
  const organization = await readyOrganization(store);
  const policy = await store.policy.current();
  if (!policy) throw new Failure('directory-not-ready', 'No policy was published yet. Try again in a minute.');
  const [account] = caller.accountId === null ? [] : await store.directory.accountsById([caller.accountId]);
  return {
    organization,
    actor: {
      accountId: caller.accountId,
      identityType: account ? classify(account.facts, organization).type : 'unknown',
    },
    policy,
  };
}
