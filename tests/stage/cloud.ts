import { join } from 'node:path';
import { z } from 'zod';
import { FORGE_FRAME } from '../../mocks/forge/pages.ts';
import { type Child, startChild } from './child.ts';
import { panelDir, root } from './paths.ts';
import type { Ports } from './ports.ts';

/** A request that reached the fake Atlassian Cloud. */
export const Reached = z.object({ method: z.string(), host: z.string(), path: z.string(), body: z.unknown() });
export type Reached = z.infer<typeof Reached>;

/** The fake Atlassian Cloud and the identity provider, in a process of their own. */
export interface Cloud {
  readonly child: Child;
  readonly proxyUrl: string;
  readonly caFile: string;
  readonly issuer: string;
  /** Every request that reached it, oldest first: the proof of blocking is that nothing is here. */
  reached(): Promise<Reached[]>;
  forget(): Promise<void>;
  /** Makes the next `times` matching calls answer with a fault. */
  fault(fault: {
    method: string;
    pathPattern: string;
    status: number;
    headers?: Record<string, string>;
    body?: unknown;
    times: number;
  }): Promise<void>;
}

export interface CloudOptions {
  readonly ports: Ports;
  readonly dataDir: string;
  readonly clientSecret: string;
}

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { ports, dataDir } = options;
  const caFile = join(dataDir, 'certificates', 'ca.pem');
  const child = await startChild({
    name: 'fake Atlassian Cloud',
    script: join(root, 'mocks/server/main.ts'),
    cwd: root,
    logFile: join(dataDir, 'cloud.log'),
    args: [
      `--https-port=${ports.cloud}`,
      `--proxy-port=${ports.proxy}`,
      `--control-port=${ports.control}`,
      `--idp-port=${ports.identityProvider}`,
      `--state-file=${join(dataDir, 'cloud.json')}`,
      `--cert-dir=${join(dataDir, 'certificates')}`,
      `--idp-dir=${join(dataDir, 'identity-provider')}`,
      `--forge-service=http://127.0.0.1:${ports.service}`,
      `--forge-panel=${panelDir}`,
    ],
    env: {
      ...process.env,
      GATEHOUSE_IDP_CLIENTS: JSON.stringify([
        {
          client_id: 'gatehouse',
          client_secret: options.clientSecret,
          redirect_uris: [`http://127.0.0.1:${ports.service}/api/v1/auth/callback`],
        },
      ]),
      GATEHOUSE_FORGE_RESOURCE_URL: `https://acme.atlassian.net${FORGE_FRAME}`,
    },
    isReady: (line) => line.startsWith('{') && line.includes('proxyUrl'),
  });
  const control = `http://127.0.0.1:${ports.control}`;
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(control + path, init);
    if (!response.ok)
      throw new Error(`control ${init?.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  return {
    child,
    proxyUrl: `http://127.0.0.1:${ports.proxy}`,
    caFile,
    issuer: `http://127.0.0.1:${ports.identityProvider}`,
    reached: async () => z.array(Reached).parse(await (await ask('/requests')).json()),
    forget: async () => void (await ask('/requests', { method: 'DELETE' })),
    fault: async (fault) =>
      void (await ask('/faults', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      })),
  };
}
