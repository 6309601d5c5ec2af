import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchValue, type Send } from '../../core/contract/client.ts';
import { recordIntents } from '../../core/contract/routes/policy.ts';
import { submitRequest } from '../../core/contract/routes/requests.ts';
import { type StopId, stopIdOf } from '../../core/policy/index.ts';
import { people } from '../../mocks/cloud/people.ts';
import { FORGE_FRAME, forgePages } from '../../mocks/forge/pages.ts';
import { signIn } from '../../mocks/forge/session.ts';
import { panelDir } from '../stage/paths.ts';
import { freePorts } from '../stage/ports.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { launch, watch } from './panel-browser.ts';

let dataDir: string;
let stage: Stage;
let browser: Browser;
let emma: Send;

beforeAll(async () => {
  browser = await launch();
  dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-panel-'));
  stage = await openStage({ ports: await freePorts(), dataDir });
  const token = await signIn(stage.serviceUrl, 'idp|emma.berg');
  emma = (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(new URL(path, stage.serviceUrl), { ...init, headers });
  };
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** As the extension would, from a board. */
const ask = async (email: string, stopId?: StopId): Promise<number> => {
  const { request } = await fetchValue(emma, submitRequest, {
    idempotencyKey: randomUUID(),
    body: {
      intent: 'share-with-new-person',
      product: 'jira-software',
      cloudId: null,
      siteHost: 'acme.atlassian.net',
      targets: [{ email, accountId: null }],
      reason: 'To see the launch page.',
      ruleIds: [],
      ruleName: 'IT adds new people',
      policyVersion: 1,
      ...(stopId && { stopId }),
    },
  });
  return request.number;
};

async function enter(person: RegExp): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const faults = await watch(page);
  await page.goto(stage.serviceUrl);
  await page.getByRole('button', { name: /^sign in/i }).click();
  await page.getByRole('button', { name: person }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return { page, faults };
}

const open = (page: Page, number: number) => page.getByRole('link', { name: new RegExp(`^#${number},`) });

describe('the panel on the real service', () => {
  it('a request arrives within two seconds, is approved and granted while one looks', async () => {
    const { page, faults } = await enter(/Ravi Shah/);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByText('98 of 100').first().waitFor();
    const number = await ask('first.guest@outside.example');
    await open(page, number).waitFor({ timeout: 2000 });
    await open(page, number).click();
    await page.getByText('acme.example is verified and Acme has claimed this account.').first().waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Atlassian has sent an invitation to external-partners').waitFor({ timeout: 20_000 });
    await page
      .getByText('had Atlassian invite first.guest@outside.example to external-partners for the request')
      .waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a failed grant says why and works when it is tried again', async () => {
    const { page, faults } = await enter(/Ravi Shah/);
    await stage.cloud.fault({
      method: 'POST',
      pathPattern: '/users/invite',
      status: 400,
      body: { errors: [{ status: '400', code: 'ADMIN-400-9', title: 'Refused', detail: 'Refused for the test.' }] },
      times: 1,
    });
    const number = await ask('second.guest@outside.example');
    await open(page, number).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Approved, but access could not be given').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Atlassian has sent an invitation to external-partners').waitFor({ timeout: 20_000 });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a stop is found by the number that somebody was told, however they write it, and on the request made from it', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    const seen = {
      at: new Date().toISOString(),
      intent: 'invite' as const,
      product: null,
      cloudId: null,
      siteHost: 'acme.atlassian.net',
      targets: 1,
      outcome: 'block' as const,
      ruleIds: [],
      policyVersion: 1,
      layer: 'network' as const,
    };
    await fetchValue(emma, recordIntents, {
      body: {
        intents: [
          { ...seen, id },
          { ...seen, id: other },
        ],
      },
    });
    const stopId = stopIdOf(id);
    const number = await ask('stopped.guest@outside.example', stopId);
    const { page, faults } = await enter(/Ravi Shah/);
    await open(page, number).click();
    await page.getByRole('link', { name: stopId, exact: true }).click();
    await page.getByText(`(stop ${stopId})`).first().waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(3);
    const search = page.getByRole('searchbox', { name: 'Search for a stop by its number' });
    await search.fill(`Stop ${stopIdOf(other).toLowerCase().replace('-', ' ')}`);
    await page.getByText(`(stop ${stopIdOf(other)})`).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await search.fill('nothing like it');
    await page.getByText('Not the number of a stop').waitFor();
    await search.fill('ZZZZ-ZZZ0');
    await page.getByText('Nothing about stop ZZZZ-ZZZ0 has arrived').waitFor();
    await search.fill('');
    await expect.poll(() => page.getByRole('row').count(), { timeout: 5000 }).toBeGreaterThan(4);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a second person signs in at the same browser, although the provider knows the first', async () => {
    const { page, faults } = await enter(/Ravi Shah/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Use another account' }).click();
    await page.getByRole('button', { name: /Olga Novak/ }).click();
    await page.getByRole('banner').getByText('Olga Novak').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('auditors read and decide nothing; the chain is whole; employees are told that they have no role', async () => {
    const number = await ask('third.guest@outside.example');
    const olga = await enter(/Olga Novak/);
    await open(olga.page, number).click();
    await olga.page.getByText('You cannot decide this request').waitFor();
    expect(await olga.page.getByRole('button', { name: /Approve|Deny/ }).count()).toBe(0);
    await olga.page.getByRole('link', { name: 'Audit log' }).click();
    await olga.page.getByRole('button', { name: 'Check the chain' }).click();
    await olga.page.getByText('The chain is whole').waitFor();
    await olga.page.getByRole('link', { name: 'People' }).click();
    await olga.page.getByRole('searchbox').fill('hostile');
    await olga.page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    const someone = await enter(/Emma Berg/);
    await someone.page.getByRole('heading', { name: 'You have no reviewer role' }).waitFor();
    expect([...olga.faults, ...someone.faults]).toEqual([]);
    await olga.page.context().close();
    await someone.page.context().close();
  });
});

describe('the same build in a Forge frame, over the local bridge', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    const frame = forgePages({ serviceUrl: stage.serviceUrl, panelDir });
    const answer = async (request: Request) => (await frame(request)) ?? new Response(null, { status: 404 });
    server = createServer(getRequestListener(answer)).listen(0, '127.0.0.1');
    await new Promise((ready) => server.once('listening', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(
    () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );

  const openFrame = async (accountId: string) => {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'cloud.session.token', value: encodeURIComponent(accountId), url: origin }]);
    const page = await context.newPage();
    const faults = await watch(page);
    await page.goto(`${origin}${FORGE_FRAME}`);
    return { page, faults };
  };

  it('shows the queue to the reviewer who is signed in to Jira, without signing in again, and decides', async () => {
    const number = await ask('fourth.guest@outside.example');
    const { page, faults } = await openFrame(people.ravi.accountId);
    await page.getByText('Refreshes every 5 s').waitFor();
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    // Jira has a header and a title above the frame.
    expect(await page.getByRole('banner').count()).toBe(0);
    expect(await page.locator('img').count()).toBe(0);
    expect(
      await page.getByRole('heading', { level: 1 }).evaluateAll((all) => all.map((one) => one.clientWidth)),
    ).toEqual([1]);
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
    await open(page, number).click();
    await crumbs.getByText(`Request #${number}`).waitFor();
    await crumbs.getByRole('link', { name: 'Review queue' }).click();
    await open(page, number).click();
    await page.getByRole('button', { name: /^Deny/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Please ask the agency.');
    await page.getByRole('button', { name: 'Deny request' }).click();
    await page.getByText('Please ask the agency.').last().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('tells somebody whom the identity provider does not know how to get in', async () => {
    const { page } = await openFrame(people.noor.accountId);
    await page.getByText('Open Gatehouse again from Jira or Confluence to sign in.').waitFor();
    await page.context().close();
  });
});
