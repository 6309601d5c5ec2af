import type { RequestHandler } from 'msw';
import { confluenceHandlers } from './api/confluence.ts';
import { directoryUserHandlers } from './api/directory-users.ts';
import { eventHandlers } from './api/events.ts';
import { groupMemberHandlers } from './api/group-members.ts';
import { groupRoleHandlers } from './api/group-roles.ts';
import { groupHandlers } from './api/groups.ts';
import { inviteHandlers } from './api/invite.ts';
import { jiraHandlers } from './api/jira.ts';
import { jiraWriteHandlers } from './api/jira-writes.ts';
import { organizationHandlers } from './api/organizations.ts';
import { customerHandlers } from './api/service-desk.ts';
import { userLifecycleHandlers } from './api/user-lifecycle.ts';
import type { Store } from './store.ts';

/** Atlassian's published REST APIs. */
export const publicApiHandlers = (store: Store): RequestHandler[] => [
  ...organizationHandlers(store),
  ...directoryUserHandlers(store),
  ...userLifecycleHandlers(store),
  ...groupHandlers(store),
  ...groupMemberHandlers(store),
  ...groupRoleHandlers(store),
  ...inviteHandlers(store),
  ...eventHandlers(store),
  ...jiraHandlers(store),
  ...jiraWriteHandlers(store),
  ...customerHandlers(store),
  ...confluenceHandlers(store),
];
