import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { type IdentityView, isNamed, type Whom } from '../../core/identity/index.ts';
import { AccountId, RequestId } from '../../core/ids.ts';
import { type EffectFacts, effectOf } from '../../core/licence/index.ts';
import { itOnlyAccess, type PolicyBundle } from '../../core/policy/index.ts';
import { organization, people } from '../../mocks/cloud/seed.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
}

/** The part of the contract that the extension calls, in memory, on a port that can be closed and opened again. */
export interface ServiceStub {
  readonly url: string;
  readonly received: Received[];
  readonly requests: OwnRequest[];
  policy: PolicyBundle['policy'];
  /** What the bundle says of whoever fetches it. */
  actor: PolicyBundle['actor'];
  /** Groups of everybody an act aims at, among those the policy names; null when not known. */
  targetGroups: readonly string[] | null;
  /** Who is known to the organization; nobody at first. */
  identities: readonly IdentityView[];
  /** How long answers about seats take. */
  previewDelayMs: number;
  /** Answers of this status to everything, as a service in trouble gives them; null when well. */
  trouble: number | null;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const [acme] = organization.sites;
const emma = people.emma;

const me = {
  subject: 'emma',
  accountId: emma.accountId,
  name: emma.name,
  email: emma.email,
  roles: ['member'],
  organization: { orgId: organization.orgId, name: organization.name },
};

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, if-none-match, idempotency-key',
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-expose-headers': 'etag',
};

export async function startServiceStub(): Promise<ServiceStub> {
  let port = 0;
  let server = createServer();
  const keys = new Map<string, OwnRequest>();
  const stub: ServiceStub = {
    url: '',
    received: [],
    requests: [],
    policy: itOnlyAccess(1),
    actor: {
      accountId: AccountId.parse(emma.accountId),
      identityType: 'managed',
      groups: [],
      roles: [],
      openRoles: [],
    },
    targetGroups: null,
    identities: [],
    previewDelayMs: 0,
    trouble: null,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
    start: async () => {
      server = createServer((request, response) => void answer(request, response));
      await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
      port = (server.address() as AddressInfo).port;
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const text = await readText(request);
    const send = (status: number, value: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { ...cors, 'content-type': 'application/json', ...headers });
      response.end(status === 304 ? undefined : JSON.stringify(value));
    };
    if (request.method === 'OPTIONS') return send(200, {});
    if (url.pathname === '/api/v1/auth/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.search = String(new URLSearchParams({ code: 'one-time', state: url.searchParams.get('state') ?? '' }));
      response.writeHead(302, { location: back.href });
      response.end();
      return;
    }
    const body: unknown = text === '' ? null : JSON.parse(text);
    const key = request.headers['idempotency-key'];
    stub.received.push({
      method: request.method ?? '',
      path: url.pathname,
      body,
      key: key === undefined ? undefined : String(key),
    });
    if (stub.trouble !== null) return send(stub.trouble, problem('internal', stub.trouble));
    const tagged = (value: unknown) => {
      const etag = `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url')}"`;
      return request.headers['if-none-match'] === etag ? send(304, null, { etag }) : send(200, value, { etag });
    };
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /api/v1/auth/token':
        return send(200, { access_token: 'token', token_type: 'Bearer', expires_in: 3600, me });
      case 'GET /api/v1/policy/bundle':
        return tagged(bundleOf(stub));
      case 'POST /api/v1/identities/resolve':
        return send(200, { identities: stub.identities, byEmailHash: [] });
      case 'POST /api/v1/effects/preview':
        await new Promise((done) => setTimeout(done, stub.previewDelayMs));
        return send(200, previewOf(stub, effectFor(body as PreviewBody)));
      case 'POST /api/v1/intents':
        return send(202, { recorded: (body as { intents: unknown[] }).intents.length });
      case 'GET /api/v1/requests/mine':
        return tagged({ requests: [...stub.requests].reverse() });
      case 'POST /api/v1/requests': {
        const known = keys.get(String(key));
        const made = known ?? requestOf(body as SubmitBody, stub.requests.length + 1);
        if (!known) {
          keys.set(String(key), made);
          stub.requests.push(made);
        }
        return send(201, { request: made, duplicate: false });
      }
      case `POST /api/v1/requests/${url.pathname.split('/')[4]}/withdrawals`: {
        const wanted = stub.requests.find(({ id }) => id === url.pathname.split('/')[4]);
        if (wanted?.state !== 'in-review') return send(409, problem('wrong-state', 409));
        Object.assign(wanted, { state: 'withdrawn', updatedAt: new Date().toISOString() });
        return send(200, { request: wanted });
      }
      default:
        return send(404, problem('not-found', 404));
    }
  }

  await stub.start();
  return Object.assign(stub, { url: `http://127.0.0.1:${port}` });
}

type PreviewBody = {
  product: EffectFacts['product'] | null;
  targets: Whom[];
};
type SubmitBody = PreviewBody & Pick<OwnRequest, 'intent' | 'reason' | 'ruleName'> & { siteHost: string | null };

const licensed = new Set([people.emma, people.liam, people.ravi].flatMap(({ accountId, email }) => [accountId, email]));

const targetsOf = (targets: PreviewBody['targets']): OwnRequest['targets'] =>
  (targets.length === 0 ? [{ email: emma.email, accountId: null }] : targets).map((target) => {
    const known = Object.values(people).find(
      ({ accountId, email }) => accountId === target.accountId || (email !== null && email === target.email),
    );
    if (!isNamed(target)) return { ...target, name: null, standing: 'unknown', identityType: 'unknown' };
    return {
      ...target,
      accountId: known === undefined ? null : AccountId.parse(known.accountId),
      name: known?.name ?? null,
      standing: licensed.has(target.accountId ?? target.email ?? '') ? 'has-seat' : known ? 'without-seat' : 'new',
      identityType: known ? 'managed' : 'unknown',
    };
  });

const effectFor = ({ product, targets }: PreviewBody) =>
  effectOf({
    organizationName: organization.name,
    product: product ?? 'jira-software',
    cloudId: acme.cloudId as EffectFacts['cloudId'],
    siteHost: acme.host,
    targets: targetsOf(targets),
    aboutSeats: true,
    seats: { used: 98, total: 100, unlimited: false },
    plan: 'standard',
    priceBook: [
      {
        id: 'jira',
        product: 'jira-software',
        plan: 'standard',
        currency: 'USD',
        period: 'month',
        mode: 'flat',
        bands: [{ from: 1, to: null, unitPrice: '8.60' }],
        source: 'public list, 2026',
        validFrom: '2026-01-01',
        verified: false,
      },
    ],
    today: '2026-11-21',
  });

const previewOf = ({ policy, targetGroups }: ServiceStub, effect: ReturnType<typeof effectOf>) => ({
  effect,
  targetGroups: { policyVersion: policy.version, groups: effect.targets.map(() => targetGroups) },
});

const requestOf = (body: SubmitBody, number: number): OwnRequest => ({
  id: RequestId.parse(`request-${number}`),
  number,
  state: 'in-review',
  intent: body.intent,
  product: body.product ?? 'jira-software',
  siteHost: body.siteHost ?? acme.host,
  targets: targetsOf(body.targets),
  reason: body.reason,
  ruleName: body.ruleName,
  createdAt: new Date().toISOString(),
  updatedAt: new Date().toISOString(),
  decisionReason: null,
  decidedBy: null,
  grantFailure: null,
  byHand: null,
  invited: [],
});

const bundleOf = ({ policy, actor }: ServiceStub) => ({
  organization: { orgId: organization.orgId, name: organization.name, domains: [], sites: [] },
  actor,
  policy,
});

const problem = (code: string, status: number) => ({
  type: 'about:blank',
  title: 'No.',
  status,
  code,
  detail: 'The stub says no.',
  instance: 'stub',
});

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
