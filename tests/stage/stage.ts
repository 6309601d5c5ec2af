import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { credentials } from '../../mocks/cloud/credentials.ts';
import { people } from '../../mocks/cloud/seed.ts';
import type { Child } from './child.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { serviceUrl, startService, waitForDirectory } from './policy-service.ts';
import { type Ports, requireFree } from './ports.ts';

/** Every process of the product, running: what `npm start` shows and what end-to-end tests stand on. */
export interface Stage {
  readonly ports: Ports;
  readonly dataDir: string;
  readonly cloud: Cloud;
  readonly serviceUrl: string;
  /** How the first directory sync ended, in words. */
  readonly directory: string;
  service: Child;
  /** Starts the service again with the same data, after a `stop` or `kill`. */
  restartService(): Promise<void>;
  close(): Promise<void>;
}

/** `directorySeconds`: how long the first reading of the directory may take. */
export async function openStage(options: { ports: Ports; dataDir: string; directorySeconds?: number }): Promise<Stage> {
  const { ports, dataDir, directorySeconds = 60 } = options;
  await requireFree(ports);
  await makeWritable(dataDir);
  const clientSecret = await keepSecret(join(dataDir, 'client-secret'));
  const cloud = await startCloud({ ports, dataDir, clientSecret });
  const start = () =>
    startService({
      ports,
      dataDir,
      cloud,
      clientSecret,
      orgApiKey: credentials.orgApiKey,
      jira: { email: people.ada.email ?? '', token: credentials.jiraApiToken },
    });
  let service: Child;
  try {
    service = await start();
  } catch (error) {
    await cloud.child.stop();
    throw error;
  }
  const stage: Stage = {
    ports,
    dataDir,
    cloud,
    service,
    serviceUrl: serviceUrl(ports),
    directory: '',
    restartService: async () => {
      stage.service = await start();
    },
    close: async () => {
      await stage.service.stop();
      await cloud.child.stop();
    },
  };
  try {
    return Object.assign(stage, { directory: await waitForDirectory(ports, directorySeconds) });
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** Throws one line that says what to do when nothing can be kept in the folder. */
export async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, 'service'), { recursive: true });
    await writeFile(join(folder, '.writable'), '');
  } catch (cause) {
    throw new Error(`Cannot write to ${folder}. Make the folder writable, or start from one that is.`, { cause });
  }
}

/** The client secret between service and identity provider: made on the first start, kept for the next. */
async function keepSecret(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept !== null) return kept;
  const secret = randomBytes(32).toString('hex');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
