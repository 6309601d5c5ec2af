import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { avatarUrl } from '../avatars.ts';
import { byId, type Store } from '../store.ts';
import { anySite, withBody } from './gateway.ts';

const Query = z.object({
  query: z.string(),
  operationName: z.string().optional(),
  variables: z.record(z.string(), z.unknown()).optional(),
});

/** The one query pages of the fake ask: who an account is, as the profile card does. Others answer a GraphQL error. */
export const graphqlHandlers = (store: Store): RequestHandler[] => [
  http.post(`${anySite}/gateway/api/graphql`, ({ request }) =>
    withBody(store, request, Query, (_viewer, body) => {
      const userId = body.variables?.userId;
      if (!/\buser\s*\(/.test(body.query) || typeof userId !== 'string')
        return HttpResponse.json({ errors: [{ message: 'Unknown operation', extensions: { statusCode: 400 } }] });
      const account = byId(store.state, userId);
      if (!account)
        return HttpResponse.json({
          data: { user: null },
          errors: [{ message: 'User not found', path: ['user'], extensions: { statusCode: 404 } }],
        });
      const shared = {
        id: account.accountId,
        name: account.name,
        picture: avatarUrl(account),
        accountStatus: account.accountStatus,
      };
      const special =
        account.accountType === 'app'
          ? { __typename: 'AppUser', appType: 'bot' }
          : account.accountType === 'customer'
            ? { __typename: 'CustomerUser', email: account.email, zoneinfo: 'Europe/Berlin' }
            : {
                __typename: 'AtlassianAccountUser',
                email: account.email,
                nickname: account.nickname,
                zoneinfo: 'Europe/Berlin',
              };
      return HttpResponse.json({ data: { user: { ...shared, ...special } } });
    }),
  ),
];
