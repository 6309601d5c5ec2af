import { avatarUrl } from '../cloud/avatars.ts';
import type { FakeAccount } from '../cloud/state.ts';
import { ASSETS, styles } from './assets.ts';
import { classNames } from './client/kit/class-names.ts';
import { escapeHtml, htmlResponse } from './html.ts';

/** The sign-in page works without scripts. `problem` is said above the field. */
export function loginForm(url: URL, people: readonly FakeAccount[], problem: string | null): Response {
  const action = escapeHtml(url.pathname + url.search);
  const css = (names: string) => `class="${classNames(names)}"`;
  const person = ({
    email,
    name,
    jobTitle,
    ...rest
  }: FakeAccount) => `<li><button ${css('demo-person')} name="username" value="${escapeHtml(email ?? '')}">
<img src="${escapeHtml(avatarUrl({ email, name, ...rest }))}" alt="" width="32" height="32"><span><b>${escapeHtml(name)}</b><small>${escapeHtml(jobTitle ?? email ?? '')}</small></span></button></li>`;
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Log in to your apps."><title>Log in with Atlassian account</title>
${styles.map((name) => `<link rel="stylesheet" href="${ASSETS}style/${name}.css">`).join('\n')}
</head><body data-app-state="login"><div id="root"><main ${css('account')}><div ${css('account-card')}>
<h1>Log in to continue</h1>
<form method="post" action="${action}" ${css('stack')}>
${problem === null ? '' : `<p role="alert" ${css('problem')} id="login-problem">${escapeHtml(problem)}</p>`}
<label for="username">Email</label>
<input class="${classNames('input')}" id="username" name="username" type="email" data-testid="username" autocomplete="username" required${problem === null ? '' : ' aria-invalid="true" aria-describedby="login-problem"'}>
<button id="login-submit" data-testid="login-submit-idf-testid" ${css('button primary wide')}>Continue</button>
</form>
<h2 ${css('divider')}>People of the demo</h2>
<form method="post" action="${action}"><ul ${css('demo-people')}>${people.map(person).join('')}</ul></form>
</div></main></div></body></html>`;
  return htmlResponse(html, [
    "default-src 'none'",
    "style-src 'self'",
    'img-src https://*.atl-paas.net https://secure.gravatar.com',
    // A form's redirects count as its targets: signing in hops over the site.
    "form-action 'self' https://*.atlassian.net https://*.atlassian.com",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]);
}
