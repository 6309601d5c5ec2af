import * as oidc from 'openid-client';
import { z } from 'zod';
import { asItStood } from '../../../core/identity/index.ts';
import type { IdentityProvider, ProvenPerson, ProviderAnswer } from '../../../core/ports/identity-provider.ts';

export interface OidcOptions {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
  /** With spaces between. */
  readonly scopes: string;
  /** Take every address for verified when the provider leaves `email_verified` out; a plain "false" is believed. */
  readonly trustEmail: boolean;
  /** Claim that lists the groups of a person. */
  readonly groupsClaim: string;
  readonly fetch: typeof fetch;
}

/** Only a provider on this very machine may be spoken to without TLS. */
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** OpenID Connect with discovery, authorization code, PKCE (S256), state and nonce. Discovery is repeated until it works. */
export function oidcProvider(options: OidcOptions): IdentityProvider {
  let discovered: Promise<oidc.Configuration> | null = null;
  const configuration = () => {
    discovered ??= discover(options).catch((error: unknown) => {
      discovered = null;
      throw error;
    });
    return discovered;
  };
  return {
    async begin(askAgain) {
      const config = await configuration();
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: options.redirectUri,
        scope: scopesFor(config, options.scopes),
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        ...(askAgain ? { prompt: 'login' } : {}),
      });
      return { location: location.href, attempt };
    },
    async finish(address, attempt): Promise<ProviderAnswer> {
      try {
        const tokens = await oidc.authorizationCodeGrant(await configuration(), new URL(address), {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.verifier,
          idTokenExpected: true,
        });
        return { ok: true, person: toPerson(tokens.claims(), options) };
      } catch (error) {
        return { ok: false, ...whyNot(error) };
      }
    },
  };
}

/** Groups are a claim of their own scope at some providers, while others refuse a scope they do not know: it is looked up. */
function scopesFor(config: oidc.Configuration, scopes: string): string {
  const wanted = scopes.split(/\s+/);
  const offered = config.serverMetadata().scopes_supported?.includes('groups') === true;
  return offered && !wanted.includes('groups') ? [...wanted, 'groups'].join(' ') : wanted.join(' ');
}

async function discover({ issuer, clientId, clientSecret, fetch: send }: OidcOptions): Promise<oidc.Configuration> {
  const insecure = issuer.protocol === 'http:' && loopback.has(issuer.hostname);
  return oidc.discovery(issuer, clientId, {}, oidc.ClientSecretBasic(clientSecret), {
    [oidc.customFetch]: (url, init) => send(url, init as RequestInit),
    timeout: 10,
    ...(insecure ? { execute: [oidc.allowInsecureRequests] } : {}),
  });
}

const Claims = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

function toPerson(claims: unknown, { groupsClaim, trustEmail }: OidcOptions): ProvenPerson {
  const person = Claims.parse(claims);
  const groups = (claims as Record<string, unknown>)[groupsClaim];
  return {
    subject: person.sub,
    // Stands in sentences that others read.
    name: asItStood(person.name ?? person.preferred_username ?? person.email ?? person.sub),
    email: person.email ?? '',
    emailVerified: person.email_verified ?? trustEmail,
    groups: z.array(z.string()).catch([]).parse(groups),
  };
}

/** For the log: error names and codes of the standards, never the provider's answer, which may hold tokens. */
function whyNot(error: unknown): { why: string; denied: boolean } {
  if (error instanceof oidc.AuthorizationResponseError)
    return { why: `the provider answered "${error.error}"`, denied: true };
  if (error instanceof oidc.ResponseBodyError)
    return { why: `the token endpoint answered "${error.error}"`, denied: false };
  if (error instanceof z.ZodError) return { why: 'the ID token lacks what is needed', denied: false };
  if (error instanceof Error) return { why: `${error.name}: ${error.message}`.slice(0, 200), denied: false };
  return { why: 'unknown', denied: false };
}
