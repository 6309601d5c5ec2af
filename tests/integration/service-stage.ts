import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { EXTENSION_ID } from '../../extension/manifest.ts';
import { credentials } from '../../mocks/cloud/credentials.ts';
import { organization, people } from '../../mocks/cloud/seed.ts';
import type { CloudState } from '../../mocks/cloud/state.ts';
import { startIdentityProvider } from '../../mocks/identity-provider/provider.ts';
import { type FakeCloud, startFakeCloud } from '../../mocks/server/fake-cloud.ts';
import { compose, type Service } from '../../service/compose.ts';
import { readConfig } from '../../service/config.ts';
import { Client } from './service-client.ts';

export { organization, people };

export interface ServiceStage {
  readonly url: string;
  readonly cloud: FakeCloud;
  readonly issuer: string;
  readonly dataDir: string;
  readonly env: Record<string, string>;
  /** Signs somebody in through the real provider. Each person once; later calls give the same client. */
  as(name: keyof typeof people): Promise<Client>;
  stranger(): Client;
  /** Ends the service in this process and starts another on the same data. */
  restart(): Promise<void>;
  stopService(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly env?: Record<string, string>;
  /** The organization as this test wants it, before the service reads it. */
  readonly cloud?: (state: CloudState) => CloudState;
  /** False when the test runs the service as a process of its own. */
  readonly inProcess?: boolean;
}

/** The fake Atlassian Cloud, a real identity provider and the service on a real SQLite file, over real HTTP. */
export async function startServiceStage(options: StageOptions = {}): Promise<ServiceStage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(16).toString('hex');
  const cloud = await startFakeCloud({ certDir: join(tmpdir(), 'gatehouse-test-certificates') });
  if (options.cloud) cloud.store.update(options.cloud);
  const provider = await startIdentityProvider({
    clients: [{ client_id: 'gatehouse', client_secret: secret, redirect_uris: [`${url}/api/v1/auth/callback`] }],
  });
  const env: Record<string, string> = {
    GATEHOUSE_PORT: String(port),
    GATEHOUSE_DATA_DIR: join(dataDir, 'data'),
    GATEHOUSE_PANEL_DIR: join(dataDir, 'panel'),
    GATEHOUSE_ORG_ID: organization.orgId,
    GATEHOUSE_ORG_API_KEY: credentials.orgApiKey,
    GATEHOUSE_SITES: organization.sites.map((site) => site.host).join(','),
    GATEHOUSE_JIRA_EMAIL: people.ada.email ?? '',
    GATEHOUSE_JIRA_TOKEN: credentials.jiraApiToken,
    GATEHOUSE_OIDC_ISSUER: provider.issuer,
    GATEHOUSE_OIDC_CLIENT_ID: 'gatehouse',
    GATEHOUSE_OIDC_CLIENT_SECRET: secret,
    GATEHOUSE_EXTENSION_IDS: EXTENSION_ID,
    GATEHOUSE_CA_FILE: cloud.caFile,
    GATEHOUSE_LEASE_SECONDS: '2',
    GATEHOUSE_LOG_LEVEL: process.env.GATEHOUSE_TEST_LOG ?? 'silent',
    GATEHOUSE_GROUP_MAP: JSON.stringify([
      {
        product: 'jira-software',
        siteHost: 'acme.atlassian.net',
        targetType: 'external',
        groupName: 'external-partners',
      },
      { product: 'jira-software', siteHost: 'acme.atlassian.net', groupName: 'jira-users-acme' },
    ]),
    HTTPS_PROXY: cloud.proxyUrl,
    NO_PROXY: '127.0.0.1,localhost',
    ...options.env,
  };

  let running: { service: Service; server: Server } | null = null;
  const start = async () => {
    running = await serve(env, url, port);
  };
  const stop = async () => {
    if (!running) return;
    const { service, server } = running;
    running = null;
    server.closeAllConnections();
    await Promise.all([new Promise((done) => server.close(done)), service.stop()]);
  };
  const clients = new Map<string, Promise<Client>>();
  const stage: ServiceStage = {
    url,
    cloud,
    issuer: provider.issuer,
    dataDir: env.GATEHOUSE_DATA_DIR ?? '',
    env,
    stranger: () => new Client(url, null),
    as: (name) => {
      const known = clients.get(name) ?? Client.signIn(url, people[name].name);
      clients.set(name, known);
      return known;
    },
    restart: async () => {
      await stop();
      await start();
    },
    stopService: stop,
    close: async () => {
      await stop();
      await Promise.all([cloud.close(), provider.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  if (options.inProcess !== false) {
    await start();
    await until(
      async () => (await stage.stranger().health()).checks.find(({ name }) => name === 'directory')?.ok === true,
    );
  }
  return stage;
}

async function serve(env: Record<string, string>, url: string, port: number) {
  const config = readConfig(env);
  const service = await compose(config, url, pino({ level: config.GATEHOUSE_LOG_LEVEL }));
  const server = createAdaptorServer({ fetch: service.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { service, server };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until the condition holds; throws after `seconds`. */
export async function until(condition: () => Promise<boolean>, seconds = 15): Promise<void> {
  const end = Date.now() + seconds * 1000;
  let last: unknown = null;
  while (Date.now() < end) {
    try {
      if (await condition()) return;
      last = null;
    } catch (error) {
      last = error;
    }
    await sleep(25);
  }
  throw new Error(`did not come true within ${seconds} seconds`, { cause: last });
}
