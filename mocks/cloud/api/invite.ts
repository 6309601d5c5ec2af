import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { ProductRole } from '../../../core/licence/index.ts';
import { groupFor, inviteByEmail, joinGroup } from '../grant.ts';
import { productOf } from '../resource.ts';
import type { CloudState } from '../state.ts';
import type { Store } from '../store.ts';
import { badBody, noSubscription, userLimit } from './errors.ts';
import { keyOwner, v2Orgs, withKey } from './organization-key.ts';

const Rule = z.object({
  resource: z.string(),
  role: z
    .string()
    .startsWith('atlassian/')
    .transform((role) => role.slice('atlassian/'.length))
    .pipe(ProductRole),
});
const Invite = z.strictObject({
  emails: z.array(z.email()).min(1).max(25),
  permissionRules: z.array(Rule).default([]),
  additionalGroups: z.array(z.string()).default([]),
  sendNotification: z.boolean().default(false),
  notificationText: z.string().optional(),
});

/** What became of one role or group of one invitation. The reasons are words of the fake: Atlassian publishes none. */
interface Outcome {
  readonly status: 'INVITED' | 'ERROR';
  readonly statusReason: string | null;
}

/**
 * Invites addresses and gives them roles and groups: 200, or 206 when at least one failed, 409 when there are not enough
 * seats (then nobody is invited), 402 without a paid subscription.
 */
export const inviteHandlers = (store: Store): RequestHandler[] => [
  http.post(`${v2Orgs}/:orgId/users/invite`, (call) =>
    withKey(store, call, async () => {
      const body = Invite.safeParse(await call.request.json().catch(() => undefined));
      if (!body.success) return badBody(z.prettifyError(body.error));
      if (store.state.sites.every(({ products }) => products.every(({ plan }) => plan === 'free')))
        return noSubscription();
      let state = store.state;
      const data = [];
      for (const email of body.data.emails) {
        const invited = inviteByEmail(state, email, keyOwner);
        const id = invited.account.accountId;
        state = invited.state;
        const give = (group: string | null): Outcome | 'licence-exceeded' => {
          const outcome = join(state, id, group);
          if ('state' in outcome) state = outcome.state;
          return 'state' in outcome ? { status: 'INVITED', statusReason: null } : outcome.failed;
        };
        const roleAssignmentResult = [];
        for (const { resource, role } of body.data.permissionRules) {
          const product = productOf(resource);
          const outcome = give(product && groupFor(state, product.product, product.cloudId, role));
          if (outcome === 'licence-exceeded') return userLimit();
          roleAssignmentResult.push({ resource, role: `atlassian/${role}`, ...outcome });
        }
        const groupAssignmentResult = [];
        for (const group of body.data.additionalGroups) {
          const outcome = give(group);
          if (outcome === 'licence-exceeded') return userLimit();
          groupAssignmentResult.push({ group, ...outcome });
        }
        data.push({ id, email, results: [{ roleAssignmentResult, groupAssignmentResult }] });
      }
      store.update(() => state);
      const failed = data.some(({ results }) =>
        results.some((result) =>
          [...result.roleAssignmentResult, ...result.groupAssignmentResult].some(({ status }) => status === 'ERROR'),
        ),
      );
      return HttpResponse.json({ data }, { status: failed ? 206 : 200 });
    }),
  ),
];

function join(
  state: CloudState,
  accountId: string,
  groupId: string | null,
): { readonly state: CloudState } | { readonly failed: Outcome | 'licence-exceeded' } {
  const group = state.groups.find(({ id }) => id === groupId);
  if (!group) return { failed: { status: 'ERROR', statusReason: 'Not found' } };
  if (group.externalSynced)
    return { failed: { status: 'ERROR', statusReason: 'The group is managed by an identity provider' } };
  const joined = joinGroup(state, accountId, group.id, keyOwner);
  return joined === 'licence-exceeded' ? { failed: joined } : { state: joined };
}
