import { createServer } from 'node:net';

/** Addresses of one stage, all on loopback. */
export interface Ports {
  readonly service: number;
  readonly cloud: number;
  readonly proxy: number;
  readonly control: number;
  readonly identityProvider: number;
}

/** The ones `npm start` uses, so that addresses stay the same from one start to the next. */
export const fixedPorts: Ports = { service: 8787, cloud: 8443, proxy: 8444, control: 8445, identityProvider: 8788 };

/** Free ports, asked from the system: for tests, which may run beside a demo. */
export async function freePorts(): Promise<Ports> {
  const [service, cloud, proxy, control, identityProvider] = await holdAndRelease(5);
  return { service, cloud, proxy, control, identityProvider } as Ports;
}

/** All are held at once before any is let go, so that they differ. */
async function holdAndRelease(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a listening socket has a port');
    return address.port;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function listen(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** Throws one line that names every port already taken. */
export async function requireFree(ports: Ports): Promise<void> {
  const taken: string[] = [];
  for (const [name, port] of Object.entries(ports)) {
    try {
      const server = await listen(port);
      await new Promise((done) => server.close(done));
    } catch {
      taken.push(`${port} (${name})`);
    }
  }
  if (taken.length > 0)
    throw new Error(
      `Already in use on 127.0.0.1: port ${taken.join(', port ')}. Stop what uses it (perhaps another "npm start") and try again.`,
    );
}
