import { organization } from '../cloud/seed.ts';

export interface Surface {
  readonly name: 'jira' | 'confluence' | 'admin' | 'join' | 'login';
  readonly site: (typeof organization.sites)[number] | null;
}

/** Which family of pages an address belongs to; null when it is none. Client-side routes of one family share a shell. */
export function surfaceOf({ host, pathname }: URL): Surface | null {
  const site = organization.sites.find((candidate) => candidate.host === host) ?? null;
  if (site) {
    if (/^\/wiki(?:\/|$)/.test(pathname) && !pathname.startsWith('/wiki/rest')) return { name: 'confluence', site };
    if (/^\/(?:$|jira(?:\/|$)|browse\/|issues(?:\/|$)|secure\/)/.test(pathname)) return { name: 'jira', site };
    return null;
  }
  if (host === 'id.atlassian.com') {
    if (pathname === '/login') return { name: 'login', site };
    if (pathname.startsWith('/join/user-access') || pathname.startsWith('/invite/p/')) return { name: 'join', site };
    return null;
  }
  return host === 'admin.atlassian.com' && pathname.startsWith('/o/') ? { name: 'admin', site } : null;
}
