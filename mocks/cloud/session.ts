import type { CloudState, FakeAccount } from './state.ts';

/** Name of the cookie that says who is signed in: the account id, percent-encoded. */
export const SESSION_COOKIE = 'cloud.session.token';

/** Who the session cookie of a request names; null without one or when the account cannot sign in. */
export function viewerOf(request: Request, state: CloudState): FakeAccount | null {
  const value = cookieOf(request, SESSION_COOKIE);
  if (value === null) return null;
  const account = state.accounts.find(({ accountId }) => accountId === value);
  return account && account.accountStatus === 'active' && account.accountType === 'atlassian' ? account : null;
}

export function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return decodeURIComponent(rest.join('='));
  }
  return null;
}
