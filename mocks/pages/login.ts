import { people } from '../cloud/people.ts';
import { SESSION_COOKIE } from '../cloud/session.ts';
import type { CloudState } from '../cloud/state.ts';
import { byEmail } from '../cloud/store.ts';
import { ASSETS } from './assets.ts';
import { escape } from './shell.ts';

const known = [people.emma, people.ravi, people.ada, people.liam, people.noor];

/**
 * The sign-in page of id.atlassian.com: an address, no password. The cookie is set here for `atlassian.com` and, by a hop over
 * the site, for `atlassian.net`.
 */
export async function enter(request: Request, url: URL, state: CloudState): Promise<Response> {
  if (request.method !== 'POST') return form(url, '');
  const email = String((await request.formData()).get('username') ?? '');
  const account = byEmail(state, email);
  if (!account) return form(url, `There is no account for ${email}.`);
  const target = url.searchParams.get('continue') ?? 'https://acme.atlassian.net/jira/software/projects/ACME/boards/1';
  const hop = new URL(HOP, 'https://acme.atlassian.net');
  hop.searchParams.set('account', account.accountId);
  hop.searchParams.set('continue', target);
  return signedIn(account.accountId, '.atlassian.com', hop.href);
}

/** Path on a site that takes the sign-in over from id.atlassian.com. */
export const HOP = '/__session';

/** The second half of signing in: the cookie for the sites. */
export function takeOver(url: URL): Response {
  const target = new URL(url.searchParams.get('continue') ?? '/', url);
  return signedIn(url.searchParams.get('account') ?? '', '.atlassian.net', target.href);
}

const signedIn = (accountId: string, domain: string, location: string): Response =>
  new Response(null, {
    status: 302,
    headers: {
      location,
      'set-cookie': `${SESSION_COOKIE}=${encodeURIComponent(accountId)}; Domain=${domain}; Path=/; Secure; HttpOnly; SameSite=None`,
    },
  });

function form(url: URL, problem: string): Response {
  const options = known
    .map(({ email, name }) => `<button name="username" value="${escape(email ?? '')}">${escape(name)}</button>`)
    .join('');
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Log in with Atlassian account</title><link rel="stylesheet" href="${ASSETS}page.css"></head><body class="account"><main class="card">
<h1>Log in to continue</h1><form method="post" action="${escape(url.pathname + url.search)}"><label for="username">Email</label>
<input id="username" name="username" type="email" data-testid="username" autocomplete="username"><button id="login-submit" class="primary">Continue</button></form>
<p role="alert">${escape(problem)}</p><p>People of the demo:</p><form method="post" action="${escape(url.pathname + url.search)}" class="people">${options}</form></main></body></html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'self'; form-action *; base-uri 'none'",
    },
  });
}
