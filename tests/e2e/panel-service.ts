import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type AuditEntry, type AuditEvent, append, verify } from '../../core/audit/index.ts';
import type { Output } from '../../core/contract/client.ts';
import { type ErrorCode, errors } from '../../core/contract/errors.ts';
import type { LiveEvent } from '../../core/contract/live.ts';
import type { DirectoryStatus, PersonRow } from '../../core/contract/routes/directory.ts';
import { paths, routes } from '../../core/contract/routes/index.ts';
import type { Me } from '../../core/contract/routes/session.ts';
import { whomInWords } from '../../core/identity/index.ts';
import type { Effect } from '../../core/licence/index.ts';
import {
  type AccessRequest,
  type Actor,
  aboutRequest,
  allowedTo,
  type Command,
  eventOf,
  type Person,
  RequestState,
  transition,
} from '../../core/requests/index.ts';
import { panelDir } from '../stage/paths.ts';
import { me as defaultMe, exampleDirectory, examplePeople, exampleSites } from './panel-data.ts';

/** What tests may set and look at. */
export interface PanelService {
  readonly url: string;
  me: Me;
  people: PersonRow[];
  directory: DirectoryStatus;
  /** By id of a request, what approving it would do by now; of others, what it was when they were made. */
  readonly now: Map<string, Effect>;
  /** What all open requests do together. */
  together: Output<typeof routes.listRequests>['together'];
  /** A connection that is dead without anybody being told: nothing more comes through it. */
  isMute: boolean;
  /** Routes by path that answer with an error for now. */
  readonly failing: Map<string, ErrorCode>;
  readonly requests: () => readonly AccessRequest[];
  /** How many follow the stream of events. */
  readonly listening: () => number;
  add(request: AccessRequest): void;
  /** The directory was read again. */
  tellDirectoryChanged(): void;
  /** As Gatehouse itself would, e.g. after it talked to Atlassian. */
  move(number: number, command: Command): void;
  /** As another reviewer would, at the same time. */
  decideAs(person: Person, number: number, command: Command): void;
  /** Changes an entry of the log behind the chain's back. */
  tamper(seq: number): void;
  close(): Promise<void>;
}

const now = () => new Date().toISOString();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const at = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** So many of the others are shown, as the service does it. */
function earlierOf(requests: readonly AccessRequest[], request: AccessRequest) {
  const others = requests.filter((one) => one !== request && one.requester.subject === request.requester.subject);
  return { earlier: others.toReversed().slice(0, 20), moreEarlier: Math.max(0, others.length - 20) };
}

/**
 * A service of the contract in memory, over real HTTP: the core's own rules, no database and no Atlassian. It serves the
 * built panel, so that a test sees what people see.
 * @param folder of pages to serve, where it is not the panel's own
 */
export async function startPanelService(folder = panelDir): Promise<PanelService> {
  const requests: AccessRequest[] = [];
  let log: AuditEntry[] = [];
  const listeners = new Set<(event: LiveEvent) => void>();
  const failing = new Map<string, ErrorCode>();
  const app = new Hono();

  const write = (event: AuditEvent) => {
    log.push(append(log.at(-1) ?? null, event, sha256));
  };
  const tell = ({ id, number, state }: AccessRequest) => {
    for (const listener of listeners) listener({ type: 'request.changed', id, number, state });
  };
  const actor = (): Actor => ({ kind: 'person', person: service.me, roles: service.me.roles });
  const apply = (request: AccessRequest, command: Command, by: Actor) => {
    const result = transition(request, command, by, now());
    if (!result.ok) return result;
    requests[requests.indexOf(request)] = result.request;
    write(eventOf(result.request, command, by, now()));
    tell(result.request);
    return result;
  };
  const moveBy = (by: Actor, number: number, given: Command) => {
    const request = requests.find((one) => one.number === number);
    const result = request && apply(request, given, by);
    if (!result?.ok) throw new Error(`request #${number} cannot ${given.kind}`);
  };
  const find = (c: Context) => requests.find(({ id }) => id === c.req.param('id'));

  app.use('/api/*', async (c, next) => {
    const code = failing.get(c.req.path);
    if (code) return problem(c, code);
    const isPublic = /\/auth\/(authorize|token)|\/health$/.test(c.req.path);
    if (!isPublic && c.req.header('authorization') !== 'Bearer session') return problem(c, 'not-signed-in');
    return next();
  });
  app.get(paths.authorize, (c) => {
    const { redirect_uri = '', state = '' } = c.req.query();
    const error = failing.get('sign-in') ? '&error=access_denied' : '&code=one-time';
    return c.redirect(`${redirect_uri}?state=${encodeURIComponent(state)}${error}`);
  });
  app.post(routes.exchangeCode.path, (c) =>
    c.json({ access_token: 'session', token_type: 'Bearer', expires_in: 3600, me: service.me }),
  );
  app.post(routes.signOut.path, (c) => c.json({ ended: true }));
  app.get(routes.getMe.path, (c) => c.json(service.me));
  app.get(routes.getHealth.path, (c) => c.json({ status: 'ok', version: 'stub', checks: [] }));
  app.get(routes.getDirectory.path, (c) => c.json(service.directory));
  app.post(routes.resolveIdentities.path, async (c) => {
    const { accountIds } = (await c.req.json()) as { accountIds: string[] };
    const identities = service.people
      .map(({ identity }) => identity)
      .filter(({ accountId }) => accountIds.includes(accountId));
    return c.json({ identities, byEmailHash: [] });
  });
  app.get(routes.listRequests.path, (c) => {
    const { state = 'open', cursor, limit } = routes.listRequests.query.parse(c.req.query());
    const fits = (request: AccessRequest) =>
      (state === 'all' || request.state === (state === 'open' ? 'in-review' : state)) &&
      (cursor === undefined || request.number < Number(cursor));
    const counts = Object.fromEntries(
      RequestState.options.map((one) => [one, requests.filter((r) => r.state === one).length]),
    );
    const found = requests.filter(fits).reverse();
    const shown = found.slice(0, limit);
    const now = Object.fromEntries(shown.flatMap(({ id }) => (service.now.has(id) ? [[id, service.now.get(id)]] : [])));
    return c.json({
      requests: shown,
      now,
      together: state === 'in-review' && !cursor ? service.together : null,
      next: found.length > limit ? String(shown.at(-1)?.number) : null,
      counts,
    });
  });
  app.get(at(routes.getRequest.path), (c) => {
    const request = find(c);
    if (!request) return problem(c, 'not-found');
    const view = (id: string | null) =>
      service.people.find(({ identity }) => identity.accountId === id)?.identity ?? null;
    return c.json({
      request,
      requesterIdentity: view(request.requester.accountId),
      targetIdentities: request.targets.map(({ accountId }) => view(accountId)),
      directoryIsRead: true,
      now: ['in-review', 'grant-failed'].includes(request.state)
        ? { effect: service.now.get(request.id) ?? request.effect, group: request.group, seen: request.updatedAt }
        : null,
      ...earlierOf(requests, request),
      history: log.filter(({ event }) => 'requestId' in event && event.requestId === request.id),
      sites: exampleSites,
      allowed: allowedTo(actor(), request, now()),
    });
  });
  const command = (path: string, read: (c: Context) => Promise<Command>) =>
    app.post(at(path), async (c) => {
      const request = find(c);
      if (!request) return problem(c, 'not-found');
      const result = apply(request, await read(c), actor());
      return result.ok ? c.json({ request: result.request }) : problem(c, result.refusal, result.message);
    });
  command(routes.decideRequest.path, async (c) => {
    const { decision, reason } = await c.req.json();
    return { kind: decision, reason };
  });
  command(routes.chooseSite.path, async (c) => {
    const { cloudId } = await c.req.json();
    const { host = '' } = exampleSites.find((site) => site.cloudId === cloudId) ?? {};
    return { kind: 'choose-site', cloudId, siteHost: host };
  });
  command(routes.retryGrant.path, async () => ({ kind: 'retry-grant' }));
  command(routes.finishByHand.path, async (c) => ({ kind: 'finish-by-hand', note: (await c.req.json()).note }));
  app.get(routes.listPeople.path, (c) => {
    const { q = '', type } = c.req.query();
    const found = service.people.filter(({ name, email }) =>
      `${name} ${email}`.toLowerCase().includes(q.toLowerCase()),
    );
    const counts: Record<string, number> = { managed: 0, external: 0, 'portal-only': 0, app: 0, unknown: 0 };
    for (const { identity } of found) counts[identity.type] = (counts[identity.type] ?? 0) + 1;
    const people = found.filter(({ identity }) => !type || identity.type === type);
    return c.json({ people, next: null, counts, total: people.length });
  });
  app.get(routes.listAudit.path, (c) => {
    const { type, stop } = c.req.query();
    const fits = ({ event }: (typeof log)[number]) =>
      (!type || event.type === type) && (!stop || ('stopId' in event && event.stopId === stop));
    return c.json({ entries: log.filter(fits).reverse(), next: null });
  });
  app.get(routes.verifyAudit.path, (c) => c.json(verify(log, sha256)));
  app.get(paths.events, (c) =>
    streamSSE(c, async (stream) => {
      await stream.write(': hello\n\n');
      const listener = (event: LiveEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
      listeners.add(listener);
      const beat = setInterval(() => {
        if (!service.isMute) void stream.write(': alive\n\n');
      }, 2000);
      await new Promise<void>((done) => stream.onAbort(() => done()));
      clearInterval(beat);
      listeners.delete(listener);
    }),
  );
  app.use('/*', async (c, next) => {
    // The policy of the real service (service/http/headers.ts): what it forbids must fail here too.
    c.header(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'",
    );
    await next();
  });
  app.get('/*', serveStatic({ root: folder }));
  app.get('/*', serveStatic({ root: folder, path: 'index.html' }));

  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready(started));
  });
  const service: PanelService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    me: defaultMe,
    people: [...examplePeople],
    directory: exampleDirectory,
    now: new Map(),
    isMute: false,
    together: null,
    failing,
    requests: () => requests,
    listening: () => listeners.size,
    add: (request) => {
      requests.push(request);
      write({
        type: 'request.submitted',
        ...aboutRequest(request, { kind: 'person', person: request.requester, roles: [] }, now()),
        intent: request.intent,
        product: request.product,
        siteHost: request.siteHost,
        targets: request.targets.map(
          (target) => target.email ?? target.name ?? target.accountId ?? whomInWords(target),
        ),
        reason: request.reason,
        ruleIds: [...request.ruleIds],
        policyVersion: request.policyVersion,
      });
      tell(request);
    },
    tellDirectoryChanged: () => {
      for (const listener of listeners) listener({ type: 'directory.changed' });
    },
    move: (number, given) => moveBy({ kind: 'system', name: 'gatehouse' }, number, given),
    decideAs: (person, number, given) => moveBy({ kind: 'person', person, roles: ['reviewer'] }, number, given),
    tamper: (seq) => {
      log = log.map((entry) =>
        entry.seq === seq ? { ...entry, event: { ...entry.event, at: '2020-01-01T00:00:00.000Z' } } : entry,
      );
    },
    close: () =>
      new Promise((done) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return service;
}

const problem = (c: Context, code: ErrorCode, detail?: string) =>
  c.json(
    {
      type: 'about:blank',
      title: code,
      status: errors[code].status,
      code,
      detail: detail ?? errors[code].title,
      instance: 'urn:gatehouse:request:stub',
    },
    errors[code].status,
  );
