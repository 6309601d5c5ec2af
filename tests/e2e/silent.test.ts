import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IdentityView } from '../../core/identity/index.ts';
import { AccountId } from '../../core/ids.ts';
import { organization, people } from '../../mocks/cloud/seed.ts';
import { configureExtension, enterAtlassian, extensionUrl, openBrowser } from '../stage/browser.ts';
import { type Cloud, startCloud } from '../stage/cloud.ts';
import { freePorts } from '../stage/ports.ts';
import { type ServiceStub, startServiceStub } from './extension-stub.ts';

/** Every page of the fake cloud: with somebody to badge or without. */
const pages = [
  ['people', 'https://acme.atlassian.net/jira/software/projects/ACME/boards/1'],
  ['people', 'https://acme.atlassian.net/jira/software/projects/ACME/boards/1?people=20'],
  ['people', 'https://acme.atlassian.net/browse/ACME-1'],
  ['people', 'https://acme.atlassian.net/jira/core/projects/ACME/list'],
  ['people', 'https://acme.atlassian.net/jira/servicedesk/projects/HELP/queues/1'],
  ['people', 'https://acme.atlassian.net/jira/servicedesk/projects/HELP/customers'],
  ['people', 'https://acme.atlassian.net/wiki/spaces/DOCS/pages/1001/Getting-started'],
  ['nobody', 'https://acme.atlassian.net/wiki/spaces/HR/pages/1'],
  ['people', `https://admin.atlassian.com/o/${organization.orgId}/users`],
  ['nobody', `https://admin.atlassian.com/o/${organization.orgId}/users/${people.liam.accountId}`],
  ['nobody', `https://admin.atlassian.com/o/${organization.orgId}/groups`],
  ['nobody', `https://admin.atlassian.com/o/${organization.orgId}/user-access-settings`],
] as const;

let dataDir: string;
let cloud: Cloud;
let stub: ServiceStub;
let context: BrowserContext;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-silent-'));
  stub = await startServiceStub();
  cloud = await startCloud({ ports: await freePorts(), dataDir, clientSecret: 'a-secret-for-the-tests' });
  context = await openBrowser({ profileDir: join(dataDir, 'profile'), proxyUrl: cloud.proxyUrl, headless: true });
  await enterAtlassian(context, people.ada.accountId);
  await configureExtension(context, stub.url);
  stub.policy = { ...stub.policy, rules: [], defaultOutcome: 'allow' };
  stub.identities = Object.values(people).map(
    ({ accountId }): IdentityView => ({
      accountId: AccountId.parse(accountId),
      type: 'managed',
      subStates: [],
      reasons: ['Because the test says so.'],
      label: 'Managed',
    }),
  );
});
afterAll(async () => {
  await context?.close();
  await cloud?.child.stop();
  await stub?.stop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

/** What is drawn on each page once it has come to rest, and what the service was asked about all of them. */
async function visit(): Promise<{ drawn: Record<string, number>; asked: string[] }> {
  stub.received.length = 0;
  const drawn: Record<string, number> = {};
  const tab = await context.newPage();
  for (const [, address] of pages) {
    await tab.goto(address);
    // Whatever is drawn is drawn in a frame after the page's own last change, or after the answer to a question.
    await tab.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 700)))),
    );
    drawn[address] = await tab.locator('[data-gatehouse]').count();
  }
  await tab.close();
  const asked = stub.received.map(({ method, path }) => `${method} ${path}`).filter((one) => !ofItself.has(one));
  return { drawn, asked };
}

/** What the extension asks by itself, whatever page is open. */
const ofItself = new Set(['GET /api/v1/policy/bundle', 'GET /api/v1/requests/mine']);

const silent = { drawn: Object.fromEntries(pages.map(([, address]) => [address, 0])), asked: [] };

it('signed out, nothing is drawn on any page and nothing is asked about it', async () => {
  expect(await visit()).toEqual(silent);
});

it('signed in, with badges off and a policy that allows, nothing is drawn and nobody is asked about; with badges on they are', async () => {
  const popup = await context.newPage();
  await popup.goto(extensionUrl('popup/index.html'));
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await popup.getByText('Emma Berg').waitFor();
  await popup.close();
  // Without the twin that is not silent this would be green on pages where there is nothing to draw.
  const loud = await visit();
  expect(Object.fromEntries(Object.entries(loud.drawn).map(([address, count]) => [address, count > 0]))).toEqual(
    Object.fromEntries(pages.map(([who, address]) => [address, who === 'people'])),
  );
  expect(loud.asked).toContain('POST /api/v1/identities/resolve');
  const options = await context.newPage();
  await options.goto(extensionUrl('options/index.html'));
  await options.getByLabel('None').check();
  await options.getByText('Saved. Open pages show it now.').waitFor();
  await options.close();
  expect(await visit()).toEqual(silent);
});
