import { randomUUID } from 'node:crypto';
import { cookieOf } from '../cloud/session.ts';
import { XSRF_COOKIE } from '../cloud/ui/adminhub.ts';

/** Gives the administration's page the cookie that its scripts must send back in `atl-token`. Scripts read it, so it is not HttpOnly. */
export function withXsrfCookie(request: Request, page: Response): Response {
  if (cookieOf(request, XSRF_COOKIE) === null)
    page.headers.append('set-cookie', `${XSRF_COOKIE}=${randomUUID()}; Path=/; Secure; SameSite=Lax`);
  return page;
}
