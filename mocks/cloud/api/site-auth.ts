import { credentials } from '../credentials.ts';
import { viewerOf } from '../session.ts';
import type { FakeAccount } from '../state.ts';
import { byEmail, type Store } from '../store.ts';
import { siteError } from './errors.ts';

/** Lets a call through that carries `Basic email:API token` or a session cookie; 401 otherwise. */
export function withSiteAuth(
  store: Store,
  request: Request,
  answer: (caller: FakeAccount) => Response | Promise<Response>,
): Response | Promise<Response> {
  const caller = basic(store, request) ?? viewerOf(request, store.state);
  return caller ? answer(caller) : siteError(401, 'Client must be authenticated to access this resource.');
}

/** As `withSiteAuth`, for what needs "Administer Jira". */
export const withJiraAdmin = (
  store: Store,
  request: Request,
  answer: (caller: FakeAccount) => Response | Promise<Response>,
) =>
  withSiteAuth(store, request, (caller) =>
    caller.groups.includes('jira-admins-acme') || caller.platformRoles.includes('atlassian/org-admin')
      ? answer(caller)
      : siteError(403, 'You do not have permission to do this.'),
  );

function basic(store: Store, request: Request): FakeAccount | null {
  const header = request.headers.get('authorization');
  if (!header?.startsWith('Basic ')) return null;
  const [email = '', ...token] = Buffer.from(header.slice(6), 'base64').toString('utf8').split(':');
  return token.join(':') === credentials.jiraApiToken ? (byEmail(store.state, email) ?? null) : null;
}
