import type { PolicyBundle } from '../../core/policy/index.ts';
import { actorFacts } from './actor-facts.ts';
import type { Caller, Context } from './context.ts';
import { Failure } from './failure.ts';
import { readyOrganization } from './organization.ts';

/** What an extension needs to decide by itself. It is another bundle, with another ETag, when the person's groups or roles are others. */
export async function getBundle({ store }: Pick<Context, 'store'>, caller: Caller): Promise<PolicyBundle> {
  const organization = await readyOrganization(store);
  const policy = await store.policy.current();
  if (!policy) throw new Failure('directory-not-ready', 'No policy was published yet. Try again in a minute.');
  return { organization, actor: await actorFacts(store, caller, organization, policy), policy };
}
