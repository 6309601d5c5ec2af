import { z } from 'zod';
import { ClientId } from '../../core/contract/routes/session.ts';
import { after, type Context } from './context.ts';
import { Failure } from './failure.ts';

/** Query of the authorize address: an OAuth 2.0 authorization request with PKCE (RFC 6749 section 4.1.1, RFC 7636). */
export const SignInQuery = z.object({
  response_type: z.literal('code').optional(),
  client_id: ClientId,
  redirect_uri: z.string().max(500),
  state: z.string().min(1).max(500),
  code_challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  code_challenge_method: z.literal('S256'),
  /** OpenID Connect: ask who it is although the provider knows, e.g. after signing out. */
  prompt: z.literal('login').optional(),
});

/** How long somebody may take at the provider. Seconds. */
const ATTEMPT = 600;

/**
 * Starts signing somebody in. Answers where to send the browser: the provider, or back to the client when the provider
 * cannot be reached. Throws `sign-in-failed` for a client or address that is not ours: nobody is ever sent there.
 */
export async function beginSignIn(context: Context, query: unknown): Promise<{ location: string; failure: unknown }> {
  const parsed = SignInQuery.safeParse(query);
  if (!parsed.success)
    throw new Failure('sign-in-failed', 'The sign-in address is incomplete. Start again from Gatehouse.');
  const { client_id: clientId, redirect_uri: redirectUri, state, code_challenge: codeChallenge } = parsed.data;
  if (!context.settings.redirectUris[clientId].includes(redirectUri))
    throw new Failure(
      'sign-in-failed',
      'This Gatehouse does not know the address to return to. Tell IT: the extension may have to be listed in GATEHOUSE_EXTENSION_IDS, or GATEHOUSE_PUBLIC_URL may differ from the address you use.',
    );
  try {
    const { location, attempt } = await context.identityProvider.begin(parsed.data.prompt === 'login');
    const expiresAt = after(context.clock.now(), ATTEMPT);
    const signIn = { clientId, redirectUri, state, codeChallenge, attempt };
    await context.store.write((tx) => tx.sessions.putSignIn(context.ids.sha256(attempt.state), signIn, expiresAt));
    return { location, failure: null };
  } catch (failure) {
    return { location: returnTo(redirectUri, { error: 'temporarily_unavailable', state }), failure };
  }
}

export function returnTo(redirectUri: string, parameters: Readonly<Record<string, string>>): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}
