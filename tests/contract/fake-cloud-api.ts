import { setupServer } from 'msw/node';
import { credentials } from '../../mocks/cloud/credentials.ts';
import { publicApiHandlers } from '../../mocks/cloud/handlers.ts';
import { organization } from '../../mocks/cloud/seed.ts';
import { openStore } from '../../mocks/cloud/store.ts';

/** The published APIs of the fake, in this process: `fetch` of the real addresses reaches them and nothing else. */
export function startApi() {
  const store = openStore();
  const server = setupServer(...publicApiHandlers(store));
  return { store, server };
}

export const orgs = 'https://api.atlassian.com/admin';
export const org1 = `${orgs}/v1/orgs/${organization.orgId}`;
export const org2 = `${orgs}/v2/orgs/${organization.orgId}`;
export const directory = `${org2}/directories/-`;
export const acme = 'https://acme.atlassian.net';

export const key = { authorization: `Bearer ${credentials.orgApiKey}` };
export const basic = (email: string, token: string = credentials.jiraApiToken) => ({
  authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`,
});
export const cookie = (accountId: string) => ({ cookie: `cloud.session.token=${encodeURIComponent(accountId)}` });

export const get = (url: string, headers: Record<string, string> = key) => fetch(url, { headers });
export const remove = (url: string, headers: Record<string, string> = key) => fetch(url, { method: 'DELETE', headers });
export const post = (url: string, body: unknown, headers: Record<string, string> = key) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Status and the code of the first error, as the Organizations API writes it. */
export async function refusal(response: Response | Promise<Response>): Promise<[number, string | undefined]> {
  const answer = await response;
  const body = (await answer.json()) as { errors?: { code?: string }[] };
  return [answer.status, body.errors?.[0]?.code];
}

interface Page {
  readonly data: Record<string, unknown>[];
  readonly links: { readonly next?: string };
}

/** Everything of a search, page after page, as a client must read it. Throws when it does not come to an end. */
export async function walk(url: string, body: object): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 100; pages++) {
    const page = (await (await post(url, { ...body, ...(cursor && { cursor }) })).json()) as Page;
    all.push(...page.data);
    cursor = page.links.next;
    if (!cursor) return all;
  }
  throw new Error('more than 100 pages');
}
