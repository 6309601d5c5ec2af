import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { accounts } from './accounts.ts';
import { fileAdapter } from './file-adapter.ts';
import { keysFor } from './keys.ts';
import { loginPage } from './login-page.ts';

export interface IdentityProviderOptions {
  /** 0 or left out: any free port. Listens on 127.0.0.1. */
  readonly port?: number;
  readonly clients: readonly Pick<ClientMetadata, 'client_id' | 'client_secret' | 'redirect_uris'>[];
  /** Keeps keys and sign-ins over a restart. */
  readonly dir?: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

/** A real OpenID Connect provider (authorization code with PKCE only) with a login page that asks no password. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, await configuration(options));
  const answer = provider.callback();

  server.on('request', async (request, response) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    try {
      if (!uid) return void (await answer(request, response));
      if (request.method === 'POST') {
        const accountId = new URLSearchParams(await bodyOf(request)).get('account');
        if (!accounts.some(({ sub }) => sub === accountId))
          return void response.writeHead(400).end('Nobody of this name.\n');
        return void (await provider.interactionFinished(request, response, { login: { accountId: accountId ?? '' } }));
      }
      await provider.interactionDetails(request, response);
      const page = loginPage(uid);
      response.writeHead(page.status, Object.fromEntries(page.headers)).end(await page.text());
    } catch (error) {
      // The usual cause is a sign-in page left open too long.
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
      response.end(
        `This sign-in has ended. Go back and start again. (${error instanceof Error ? error.name : 'error'})\n`,
      );
    }
  });

  return {
    issuer,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function configuration(options: IdentityProviderOptions): Promise<Configuration> {
  const { jwks, cookieKeys } = await keysFor(options.dir);
  return {
    adapter: await fileAdapter(options.dir),
    clients: options.clients.map((client) => ({
      ...client,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
    })) as ClientMetadata[],
    jwks: jwks as NonNullable<Configuration['jwks']>,
    cookies: { keys: cookieKeys },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    // Claims in the ID token, so that no second call is needed.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Session: 8 * 3600, Interaction: 3600, Grant: 8 * 3600, AccessToken: 3600, IdToken: 3600 },
    findAccount: (_context, sub) => {
      const account = accounts.find((candidate) => candidate.sub === sub);
      if (!account) return undefined;
      const { name, email, groups } = account;
      return { accountId: sub, claims: () => ({ sub, name, email, email_verified: true, groups: [...groups] }) };
    },
    // The company's own service needs nobody's consent.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'text/plain';
      context.body = `Signing in did not work: ${out.error}. ${out.error_description ?? ''}\n`;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
