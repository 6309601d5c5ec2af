import { people } from '../cloud/people.ts';
import { SESSION_COOKIE } from '../cloud/session.ts';
import type { CloudState } from '../cloud/state.ts';
import { byEmail } from '../cloud/store.ts';
import { isAtlassianHost } from '../server/hosts.ts';
import { loginForm } from './login-form.ts';

/** Path on a site that takes the sign-in over from id.atlassian.com. */
export const HOP = '/__session';

const start = 'https://acme.atlassian.net/jira/software/projects/ACME/boards/1';

/**
 * The sign-in page of id.atlassian.com: an address, no password. The cookie is set here for `atlassian.com` and, by a hop over
 * the site, for `atlassian.net`.
 */
export async function enter(request: Request, url: URL, state: CloudState): Promise<Response> {
  if (request.method !== 'POST') return loginForm(url, demoPeople, null);
  const email = String((await request.formData()).get('username') ?? '').trim();
  const account = byEmail(state, email);
  if (account?.accountType !== 'atlassian')
    return loginForm(
      url,
      demoPeople,
      `There is no Atlassian account for ${email === '' ? 'an empty address' : email}.`,
    );
  if (account.accountStatus !== 'active') return loginForm(url, demoPeople, 'This account has been deactivated.');
  const hop = new URL(HOP, start);
  hop.searchParams.set('account', account.accountId);
  hop.searchParams.set('continue', url.searchParams.get('continue') ?? start);
  return signedIn(account.accountId, '.atlassian.com', hop.href);
}

/** The second half of signing in: the cookie for the sites. Leads on to Atlassian hosts only. */
export function takeOver(url: URL): Response {
  const wanted = url.searchParams.get('continue') ?? start;
  const target = URL.canParse(wanted) && isAtlassianHost(new URL(wanted).hostname) ? wanted : start;
  return signedIn(url.searchParams.get('account') ?? '', '.atlassian.net', target);
}

const { emma, ravi, ada, liam, noor, una } = people;
const demoPeople = [emma, ravi, ada, liam, noor, una];

const signedIn = (accountId: string, domain: string, location: string): Response =>
  new Response(null, {
    status: 302,
    headers: {
      location,
      'set-cookie': `${SESSION_COOKIE}=${encodeURIComponent(accountId)}; Domain=${domain}; Path=/; Secure; HttpOnly; SameSite=None`,
    },
  });
