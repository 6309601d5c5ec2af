import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RouteName, routes } from '../../core/contract/routes/index.ts';
import type { Client } from './service-client.ts';
import { organization, people, type ServiceStage, startServiceStage } from './service-stage.ts';

const who = ['stranger', 'member', 'auditor', 'reviewer', 'admin'] as const;
type Who = (typeof who)[number];

/** What each of them gets, in the order above, for a call that is complete but about nothing that exists. */
const matrix: Record<RouteName, readonly [number, number, number, number, number]> = {
  getHealth: [200, 200, 200, 200, 200],
  exchangeCode: [400, 400, 400, 400, 400],
  signOut: [401, 200, 200, 200, 200],
  getMe: [401, 200, 200, 200, 200],
  resolveIdentities: [401, 200, 200, 200, 200],
  previewEffect: [401, 200, 200, 200, 200],
  getBundle: [401, 200, 200, 200, 200],
  recordIntents: [401, 202, 202, 202, 202],
  submitRequest: [401, 201, 201, 201, 201],
  listOwnRequests: [401, 200, 200, 200, 200],
  listRequests: [401, 403, 200, 200, 200],
  getRequest: [401, 403, 404, 404, 404],
  decideRequest: [401, 403, 403, 404, 404],
  chooseSite: [401, 403, 403, 404, 404],
  retryGrant: [401, 403, 403, 404, 404],
  finishByHand: [401, 403, 403, 404, 404],
  withdrawRequest: [401, 404, 404, 404, 404],
  listPeople: [401, 403, 200, 200, 200],
  getDirectory: [401, 403, 200, 200, 200],
  syncDirectory: [401, 403, 403, 403, 202],
  listAudit: [401, 403, 200, 200, 200],
  verifyAudit: [401, 403, 200, 200, 200],
};

const onSite = { product: null, cloudId: null, siteHost: 'acme.atlassian.net', targets: [] };
const bodies: Partial<Record<RouteName, () => unknown>> = {
  exchangeCode: () => ({
    grant_type: 'authorization_code',
    client_id: 'panel',
    code: 'unknown',
    code_verifier: 'x'.repeat(43),
    redirect_uri: 'https://gatehouse.example/signed-in',
  }),
  resolveIdentities: () => ({ accountIds: [people.emma.accountId], emailHashes: [] }),
  previewEffect: () => ({ intent: 'request-access', ...onSite }),
  recordIntents: () => ({
    intents: [
      {
        id: randomUUID(),
        at: new Date().toISOString(),
        intent: 'invite',
        product: null,
        cloudId: null,
        siteHost: null,
        targets: 1,
        outcome: 'block',
        ruleIds: ['no-invites'],
        policyVersion: 1,
        layer: 'page',
      },
    ],
  }),
  submitRequest: () => ({
    intent: 'request-access',
    ...onSite,
    reason: 'to see it',
    ruleIds: [],
    ruleName: 'Access goes through IT',
    policyVersion: 1,
  }),
  decideRequest: () => ({ decision: 'approve', reason: null, seen: 'nothing' }),
  chooseSite: () => ({ cloudId: organization.sites[0]?.cloudId }),
  retryGrant: () => ({ seen: 'nothing' }),
  finishByHand: () => ({ note: null }),
};

let stage: ServiceStage;
const clients = {} as Record<Who, Client>;
beforeAll(async () => {
  stage = await startServiceStage();
  clients.stranger = stage.stranger();
  clients.member = await stage.as('emma');
  clients.auditor = await stage.as('olga');
  clients.reviewer = await stage.as('ravi');
  clients.admin = await stage.as('ada');
});
afterAll(() => stage.close());

const ask = (name: RouteName, client: Client) => {
  const route = routes[name];
  const path = route.path.replace('{id}', 'does-not-exist');
  const body = bodies[name];
  const headers: Record<string, string> = 'idempotent' in route ? { 'idempotency-key': randomUUID() } : {};
  if (body) return client.post(path, body(), headers);
  return client.send(path, { method: route.method, headers });
};

describe('access matrix', () => {
  it('has a row for every route', () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(routes).sort());
  });

  it('says the same as the contract', () => {
    for (const name of Object.keys(matrix) as RouteName[]) {
      const access = routes[name].access as 'public' | readonly string[];
      who.slice(1).forEach((role, index) => {
        const refused = access !== 'public' && !access.includes(role);
        expect(matrix[name][index + 1] === 403, `${name} as ${role}`).toBe(refused);
      });
      expect(matrix[name][0] === 401, `${name} as stranger`).toBe(access !== 'public');
    }
  });

  // Signing out is last: it ends the sessions that the others use.
  const names = (Object.keys(matrix) as RouteName[]).sort((a, b) => Number(a === 'signOut') - Number(b === 'signOut'));
  it.each(names)('%s', async (name) => {
    const answers: number[] = [];
    for (const role of who) {
      const response = await ask(name, clients[role]);
      answers.push(response.status);
      const type = response.headers.get('content-type');
      expect(type, `${name} as ${role}`).toBe(response.ok ? 'application/json' : 'application/problem+json');
    }
    expect(Object.fromEntries(who.map((role, i) => [role, answers[i]]))).toEqual(
      Object.fromEntries(who.map((role, i) => [role, matrix[name][i]])),
    );
  });

  it('learns nothing from validation without a session: 401 and 403 come before 400', async () => {
    const refused = await stage.stranger().post(routes.decideRequest.path.replace('{id}', 'x'), { nonsense: true });
    expect(refused.status).toBe(401);
    const wrongType = await stage.stranger().send(routes.resolveIdentities.path, { method: 'POST', body: 'x' });
    expect(wrongType.status).toBe(401);
  });

  it('does not take a token that is malformed, unknown or sent another way', async () => {
    for (const authorization of ['Bearer', 'Bearer x', `Bearer ${'a'.repeat(43)}`, `Basic ${'a'.repeat(43)}`])
      expect((await stage.stranger().send('/api/v1/me', { headers: { authorization } })).status).toBe(401);
  });
});
