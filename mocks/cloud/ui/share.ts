import { randomUUID } from 'node:crypto';
import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { defaultGroup, inviteByEmail, joinGroup } from '../grant.ts';
import { productOf } from '../resource.ts';
import type { Store } from '../store.ts';
import { anySite, asViewer, gatewayError, withBody } from './gateway.ts';

const Share = z.object({
  content: z.object({
    ari: z.string(),
    link: z.string(),
    title: z.string(),
    type: z.string(),
    workspaceAri: z.string().optional(),
  }),
  recipients: z
    .array(
      z.union([
        z.object({ type: z.enum(['user', 'group', 'team', 'custom', 'external_user']), id: z.string() }),
        z.object({ type: z.enum(['user', 'external_user']), email: z.email() }),
      ]),
    )
    .min(1)
    .max(50),
  metadata: z.object({ atlOriginId: z.string(), productId: z.string(), shareeAction: z.string().optional() }),
  comment: z.object({ format: z.string(), value: z.string() }).optional(),
});

/** One call for harmless shares and for those that invite: only recipients with an e-mail invite. Source: @atlaskit/share. */
export const shareHandlers = (store: Store): RequestHandler[] => [
  http.post(`${anySite}/gateway/api/share`, ({ request }) =>
    withBody(store, request, Share, (viewer, body) => {
      const host = new URL(request.url).host;
      const site = store.state.sites.find((candidate) => candidate.host === host);
      const resource = productOf(
        `ari:cloud:${body.metadata.productId === 'confluence' ? 'confluence' : 'jira'}::site/${site?.cloudId}`,
      );
      const group = resource && defaultGroup(store.state, resource.product, resource.cloudId);
      if (!group) return gatewayError(404, 'Unknown site');
      for (const recipient of body.recipients) {
        if (!('email' in recipient)) continue;
        const invited = inviteByEmail(store.state, recipient.email, viewer);
        const joined = joinGroup(invited.state, invited.account.accountId, group, viewer);
        if (joined === 'licence-exceeded')
          return HttpResponse.json(
            { code: 'licence-exceeded', message: 'You have reached your user limit.' },
            { status: 400 },
          );
        store.update(() => joined);
      }
      const recipients = body.recipients.map((recipient) => ('email' in recipient ? recipient.email : recipient.id));
      store.update((state) => ({
        ...state,
        shares: [
          ...state.shares,
          { accountId: viewer.accountId, recipients, ari: body.content.ari, at: new Date().toISOString() },
        ],
      }));
      return HttpResponse.json({ shareRequestId: randomUUID() });
    }),
  ),
  http.get(`${anySite}/gateway/api/share/configuration`, ({ request }) =>
    asViewer(store, request, () => HttpResponse.json({ disableSharingToEmails: false })),
  ),
];
