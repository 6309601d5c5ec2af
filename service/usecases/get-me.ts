import type { Me } from '../../core/contract/routes/session.ts';
import type { Caller, Context } from './context.ts';

export async function meOf({ store, settings }: Context, caller: Caller): Promise<Me> {
  const organization = await store.directory.organization();
  const { subject, accountId, name, email, roles } = caller;
  return {
    subject,
    accountId,
    name,
    email,
    roles: [...roles],
    // Until the directory was read once, the organization is known by its id only.
    organization: { orgId: settings.orgId, name: organization?.name ?? settings.orgId },
  };
}
