import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchValue, type Send } from '../../core/contract/client.ts';
import { getHealth } from '../../core/contract/routes/health.ts';
import { EXTENSION_ID, GECKO_ID } from '../../extension/extension-id.ts';
import { organization } from '../../mocks/cloud/seed.ts';
import { type Child, startChild } from './child.ts';
import type { Cloud } from './cloud.ts';
import { panelDir, root } from './paths.ts';
import type { Ports } from './ports.ts';

export interface ServiceOptions {
  readonly ports: Ports;
  readonly dataDir: string;
  readonly cloud: Pick<Cloud, 'proxyUrl' | 'caFile' | 'issuer'>;
  readonly clientSecret: string;
  readonly orgApiKey: string;
  readonly jira: { readonly email: string; readonly token: string };
}

/** The policy service, in a process of its own, as it would run anywhere: everything it needs comes from the environment. */
export async function startService(options: ServiceOptions): Promise<Child> {
  const { ports, dataDir, cloud } = options;
  return startChild({
    name: 'policy service',
    script: join(root, 'service/main.ts'),
    cwd: root,
    logFile: join(dataDir, 'service.log'),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GATEHOUSE_PORT: String(ports.service),
      GATEHOUSE_PUBLIC_URL: serviceUrl(ports),
      GATEHOUSE_DATA_DIR: join(dataDir, 'service'),
      GATEHOUSE_ORG_ID: organization.orgId,
      GATEHOUSE_ORG_API_KEY: options.orgApiKey,
      GATEHOUSE_SITES: organization.sites.map((site) => site.host).join(','),
      GATEHOUSE_JIRA_EMAIL: options.jira.email,
      GATEHOUSE_JIRA_TOKEN: options.jira.token,
      GATEHOUSE_OIDC_ISSUER: cloud.issuer,
      GATEHOUSE_OIDC_CLIENT_ID: 'gatehouse',
      GATEHOUSE_OIDC_CLIENT_SECRET: options.clientSecret,
      GATEHOUSE_EXTENSION_IDS: `${EXTENSION_ID},${GECKO_ID}`,
      GATEHOUSE_PRICE_BOOK: join(root, 'tests/stage/demo/price-book.json'),
      GATEHOUSE_GROUP_MAP: join(root, 'tests/stage/demo/group-map.json'),
      GATEHOUSE_PANEL_DIR: panelDir,
      GATEHOUSE_CA_FILE: cloud.caFile,
      GATEHOUSE_LEASE_SECONDS: '5',
      HTTPS_PROXY: cloud.proxyUrl,
      NO_PROXY: '127.0.0.1,localhost',
    },
    isReady: (line) => line.includes('"listening"') || line.includes('listening on'),
  });
}

export const serviceUrl = (ports: Ports): string => `http://127.0.0.1:${ports.service}`;

/** Calls the service of these ports without credentials. */
export const sendTo =
  (ports: Ports): Send =>
  (path, init) =>
    fetch(serviceUrl(ports) + path, init);

/** Waits until the first directory sync is done; throws the reason when it failed or took longer than `seconds`. */
export async function waitForDirectory(ports: Ports, seconds: number): Promise<string> {
  let last = 'no answer';
  for (let i = 0; i < seconds * 5; i++) {
    const health = await fetchValue(sendTo(ports), getHealth, {}).catch((error: Error) => {
      last = error.message;
      return null;
    });
    const directory = health?.checks.find((check) => check.name === 'directory');
    if (directory?.ok) return directory.detail;
    last = directory?.detail ?? last;
    await sleep(200);
  }
  throw new Error(`The directory was not read within ${seconds} seconds: ${last}`);
}
