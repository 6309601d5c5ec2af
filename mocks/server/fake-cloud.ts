import { rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { cloudHandlers } from '../cloud/cloud-handlers.ts';
import { openStore, type Store } from '../cloud/store.ts';
import { certificateFor } from './certificate.ts';
import { controlApp } from './control.ts';
import { dispatcher } from './dispatch.ts';
import { Faults } from './faults.ts';
import type { PagesHandler } from './pages-handler.ts';
import { createProxy } from './proxy.ts';
import { RequestLog } from './request-log.ts';

export interface FakeCloudOptions {
  /** 0 or left out: any free port. All listen on 127.0.0.1. */
  readonly httpsPort?: number;
  readonly proxyPort?: number;
  readonly controlPort?: number;
  /** Keeps the state over a restart. */
  readonly stateFile?: string;
  /** Keeps the certificate over a restart. */
  readonly certDir?: string;
  readonly pages?: PagesHandler;
}

export interface FakeCloud {
  readonly httpsPort: number;
  /** What `HTTPS_PROXY` or `--proxy-server` is set to. */
  readonly proxyUrl: string;
  readonly controlUrl: string;
  readonly caPem: string;
  readonly caFile: string;
  readonly store: Store;
  readonly log: RequestLog;
  readonly faults: Faults;
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 5 * 60_000;

/** Starts the fake Atlassian Cloud: HTTPS under the real host names, a proxy that leads there, a control server. */
export async function startFakeCloud(options: FakeCloudOptions = {}): Promise<FakeCloud> {
  const certificate = await certificateFor(options.certDir);
  const store = openStore(options.stateFile);
  const log = new RequestLog();
  const faults = new Faults();
  const answer = dispatcher({
    store,
    log,
    faults,
    handlers: cloudHandlers(store),
    ...(options.pages && { pages: options.pages }),
  });

  const cloud = createHttpsServer({ key: certificate.key, cert: certificate.cert }, getRequestListener(answer));
  // Node closes idle connections after 5 s, just when a browser may be using one again; an edge keeps them for minutes.
  cloud.keepAliveTimeout = KEEP_ALIVE_MS;
  const httpsPort = await listen(cloud, options.httpsPort ?? 0);
  const proxy = createProxy(httpsPort);
  const proxyPort = await listen(proxy, options.proxyPort ?? 0);
  const control = createHttpServer(getRequestListener(controlApp({ store, log, faults }).fetch));
  const controlPort = await listen(control, options.controlPort ?? 0);
  const caFile = join(
    options.certDir ?? tmpdir(),
    options.certDir ? 'ca.pem' : `fake-cloud-ca-${process.pid}-${httpsPort}.pem`,
  );
  await writeFile(caFile, certificate.caPem);

  return {
    httpsPort,
    proxyUrl: `http://127.0.0.1:${proxyPort}`,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    caPem: certificate.caPem,
    caFile,
    store,
    log,
    faults,
    close: async () => {
      await Promise.all([cloud, proxy, control].map(stop));
      if (!options.certDir) await rm(caFile, { force: true });
    },
  };
}

function listen(server: Server | ReturnType<typeof createHttpsServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server | ReturnType<typeof createHttpsServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
