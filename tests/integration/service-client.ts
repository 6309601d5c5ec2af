import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Answer, call, fetchValue, type Input, type Output } from '../../core/contract/client.ts';
import type { Route } from '../../core/contract/route.ts';
import { routes } from '../../core/contract/routes/index.ts';
import { RequestId } from '../../core/ids.ts';

/** Somebody (or nobody) who calls the service over HTTP. */
export class Client {
  readonly url: string;
  readonly token: string | null;
  constructor(url: string, token: string | null) {
    this.url = url;
    this.token = token;
  }

  send = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (this.token !== null) headers.set('authorization', `Bearer ${this.token}`);
    return fetch(this.url + path, { ...init, headers, redirect: 'manual' });
  };

  fetch<R extends Route>(route: R, input: Input<R>): Promise<Output<R>> {
    return fetchValue(this.send, route, input);
  }
  call<R extends Route>(route: R, input: Input<R>): Promise<Answer<R>> {
    return call(this.send, route, input);
  }
  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send(path, { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } });
  }
  health = () => this.fetch(routes.getHealth, {});

  /** Asks IT for what `over` says; by default Jira on acme for the person themselves. */
  ask(over: Partial<Input<typeof routes.submitRequest>['body']> = {}, key: string = randomUUID()) {
    return this.fetch(routes.submitRequest, {
      idempotencyKey: key,
      body: {
        intent: 'request-access',
        product: 'jira-software',
        cloudId: null,
        siteHost: 'acme.atlassian.net',
        targets: [],
        reason: 'Project Falcon needs it',
        ruleIds: ['no-self-service'],
        ruleName: 'Access goes through IT',
        policyVersion: 1,
        ...over,
      } as Input<typeof routes.submitRequest>['body'],
    });
  }

  /** Approves what the page of the request shows at this moment. */
  async approve(id: string) {
    const params = { id: RequestId.parse(id) };
    const { now } = await this.fetch(routes.getRequest, { params });
    return this.fetch(routes.decideRequest, {
      params,
      body: { decision: 'approve', reason: null, seen: now?.seen ?? 'nothing to approve' },
    });
  }

  /** The whole sign-in as the panel does it: authorize, provider, callback, one-time code, session. */
  static async signIn(url: string, name: string): Promise<Client> {
    const { code, verifier, redirectUri } = await codeFor(url, name);
    const answer = await fetchValue(new Client(url, null).send, routes.exchangeCode, {
      body: {
        grant_type: 'authorization_code',
        client_id: 'panel',
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
      },
    });
    return new Client(url, answer.access_token);
  }
}

/** Walks to the provider and back, as a browser would, and stops at the one-time code. */
export async function codeFor(url: string, name: string) {
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = `${url}/signed-in`;
  const query = new URLSearchParams({
    client_id: 'panel',
    redirect_uri: redirectUri,
    state: 'state-of-the-client',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const browser = new Browser();
  const page = await browser.follow(`${url}/api/v1/auth/authorize?${query}`, redirectUri);
  if (!page.html) throw new Error(`no login page: ${page.address} ${page.status}`);
  const back = await browser.press(page, name, redirectUri);
  const address = new URL(back.address);
  return { verifier, redirectUri, address, code: address.searchParams.get('code') ?? '' };
}

interface Page {
  readonly address: string;
  readonly status: number;
  readonly html: string;
}

/** As much of a browser as a sign-in needs: cookies, redirects, a form with one button a person. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  async follow(start: string, stopAt: string, init: RequestInit = {}): Promise<Page> {
    let address = start;
    let next = init;
    for (let hops = 0; hops < 12; hops++) {
      if (address.startsWith(stopAt)) return { address, status: 0, html: '' };
      const jar = this.#jar(address);
      const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ');
      const response = await fetch(address, { ...next, redirect: 'manual', headers: { ...next.headers, cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const [key = '', ...value] = pair.split('=');
        jar.set(key, value.join('='));
      }
      const location = response.headers.get('location');
      if (!location) return { address, status: response.status, html: await response.text() };
      await response.arrayBuffer();
      address = new URL(location, address).href;
      next = {};
    }
    throw new Error('too many redirects');
  }

  async press(page: Page, name: string, stopAt: string): Promise<Page> {
    const buttons = [...page.html.matchAll(/<button[^>]*\bvalue="([^"]*)"[^>]*>([\s\S]*?)<\/button>/g)];
    const value = buttons.find(([, , text]) => text?.includes(name))?.[1];
    if (value === undefined) throw new Error(`the login page has no button for ${name}: ${page.html.slice(0, 500)}`);
    const action = /<form[^>]*\baction="([^"]*)"/.exec(page.html)?.[1] ?? page.address;
    return this.follow(new URL(action, page.address).href, stopAt, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ account: value.replaceAll('&#124;', '|').replaceAll('&amp;', '&') }).toString(),
    });
  }

  #jar(address: string): Map<string, string> {
    const { host } = new URL(address);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    return jar;
  }
}
