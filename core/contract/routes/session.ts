import { z } from 'zod';
import { AccountId, OrgId } from '../../ids.ts';
import { Role } from '../roles.ts';
import { anyone, route } from '../route.ts';

export const Me = z.object({
  subject: z.string(),
  accountId: AccountId.nullable(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  organization: z.object({ orgId: OrgId, name: z.string() }),
});
export type Me = z.infer<typeof Me>;

export const ClientId = z.enum(['extension', 'panel']);
export type ClientId = z.infer<typeof ClientId>;

/**
 * Signing in: the client sends the browser to `/api/v1/auth/authorize` with a PKCE challenge (RFC 7636, S256 only); the
 * service signs the person in at the OpenID Connect provider and redirects back with a one-time code, which is exchanged
 * here. The provider therefore knows one redirect address, the service's, and no client ever holds a provider token.
 */
export const exchangeCode = route({
  method: 'POST',
  path: '/api/v1/auth/token',
  summary: 'Exchange a one-time code for a session',
  access: 'public',
  body: z.strictObject({
    grant_type: z.literal('authorization_code'),
    client_id: ClientId,
    code: z.string().min(1).max(200),
    code_verifier: z.string().min(43).max(128),
    redirect_uri: z.url(),
  }),
  response: z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    /** Seconds. */
    expires_in: z.number().int().positive(),
    me: Me,
  }),
  status: 200,
  errors: ['bad-request', 'sign-in-failed', 'too-many-requests'],
});

export const signOut = route({
  method: 'POST',
  path: '/api/v1/auth/sign-out',
  summary: 'End the session',
  access: anyone,
  response: z.object({ ended: z.literal(true) }),
  status: 200,
  errors: ['not-signed-in'],
});

export const getMe = route({
  method: 'GET',
  path: '/api/v1/me',
  summary: 'Who is signed in',
  access: anyone,
  response: Me,
  status: 200,
  errors: ['not-signed-in'],
});
