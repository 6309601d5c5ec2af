import type { RequestHandler } from 'msw';
import type { Store } from '../store.ts';
import { accessRequestHandlers } from './access-requests.ts';
import { accessSettingHandlers } from './access-settings.ts';
import { activationHandlers } from './activation.ts';
import { adminGatewayHandlers } from './admin-gateway.ts';
import { adminSiteHandlers } from './admin-site.ts';
import { adminHubHandlers } from './adminhub.ts';
import { apiTokenHandlers } from './api-tokens.ts';
import { discoveryHandlers } from './discovery.ts';
import { graphqlHandlers } from './graphql.ts';
import { invitationHandlers } from './invitations.ts';
import { peopleHandlers } from './people.ts';
import { serviceDeskHandlers } from './servicedesk.ts';
import { shareHandlers } from './share.ts';

/** What Atlassian's pages call with the session cookie, on their own origin. */
export const uiHandlers = (store: Store): RequestHandler[] => [
  ...invitationHandlers(store),
  ...accessRequestHandlers(store),
  ...accessSettingHandlers(store),
  ...shareHandlers(store),
  ...graphqlHandlers(store),
  ...peopleHandlers(store),
  ...adminHubHandlers(store),
  ...adminSiteHandlers(store),
  ...adminGatewayHandlers(store),
  ...activationHandlers(store),
  ...discoveryHandlers(store),
  ...apiTokenHandlers(store),
  ...serviceDeskHandlers(store),
];
