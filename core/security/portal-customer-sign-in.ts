import { z } from 'zod';
import { CloudId } from '../ids.ts';
import { because, type Reason } from '../reason.ts';

/** How portal-only customers of one site sign in; set apart from single sign-on of Atlassian accounts. `null` is not known. */
export const PortalCustomerSignIn = z.object({
  cloudId: CloudId,
  singleSignOn: z.boolean().nullable(),
  password: z.boolean().nullable(),
});
export type PortalCustomerSignIn = z.infer<typeof PortalCustomerSignIn>;

export interface PortalSignInView {
  readonly method: 'sso' | 'password' | 'both' | 'none' | 'unknown';
  readonly reasons: readonly Reason[];
}

/** How portal-only customers sign in, from single sign-on and password (section 2 of the domain, controls table). */
export function portalSignIn({ singleSignOn, password }: Omit<PortalCustomerSignIn, 'cloudId'>): PortalSignInView {
  const apart = because(
    'set-apart',
    'Single sign-on for portal-only customers is configured apart from single sign-on for Atlassian accounts.',
  );
  const view = (method: PortalSignInView['method'], code: string, text: string): PortalSignInView => ({
    method,
    reasons: [because(code, text), apart],
  });
  if (singleSignOn === null || password === null)
    return view('unknown', 'not-known', 'How portal-only customers sign in is not fully known.');
  if (singleSignOn && password)
    return view('both', 'sso-and-password', 'Portal-only customers may use single sign-on or a password.');
  if (singleSignOn) return view('sso', 'sso-only', 'Portal-only customers sign in through an identity provider.');
  if (password) return view('password', 'password-only', 'Portal-only customers sign in with a password.');
  return view('none', 'no-method', 'Portal-only customers have no way to sign in. Turn on one of the two.');
}
