import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { defaultGroup, inviteByEmail, joinGroup } from '../grant.ts';
import { productOf } from '../resource.ts';
import { holdsSeat } from '../seats.ts';
import type { Store } from '../store.ts';
import { anySite, gatewayError, withBody } from './gateway.ts';

const Invite = z.object({
  users: z
    .array(z.object({ email: z.email(), id: z.string().optional() }))
    .min(1)
    .max(50),
  resources: z.array(z.string()).min(1),
  continueUrl: z.string().optional(),
  suppressInviteEmail: z.boolean().optional(),
});

/**
 * Inviting from a product page. Shapes come from a 2020-21 source and are unverified today.
 */
export const invitationHandlers = (store: Store): RequestHandler[] => [
  http.post(`${anySite}/gateway/api/invitations/invite`, ({ request }) =>
    withBody(store, request, Invite, (viewer, body) => {
      const answer = [];
      for (const { email } of body.users) {
        const results: Record<string, string> = {};
        const invited = inviteByEmail(store.state, email, viewer);
        let state = invited.state;
        for (const ari of body.resources) {
          const resource = productOf(ari);
          const group = resource && defaultGroup(state, resource.product, resource.cloudId);
          if (!resource || !group) return gatewayError(400, `Unknown resource ${ari}`);
          if (holdsSeat(state, invited.account, resource.product, resource.cloudId)) {
            results[ari] = 'USER_EXISTS';
            continue;
          }
          const joined = joinGroup(state, invited.account.accountId, group, viewer);
          if (joined === 'licence-exceeded')
            return HttpResponse.json(
              { code: 'licence-exceeded', message: 'You have reached your user limit.' },
              { status: 400 },
            );
          state = joined;
          results[ari] = 'INVITED';
        }
        store.update(() => state);
        answer.push({ id: invited.account.accountId, email, results, errorReasons: {} });
      }
      return HttpResponse.json(answer);
    }),
  ),
];
