import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { UnusableDataFolder } from './adapters/sql/open.ts';
import { compose, type Service } from './compose.ts';
import { type Config, help, readConfig, unknownSettings } from './config.ts';
import { ConfigFaults } from './config-faults.ts';

/** Exit codes of sysexits.h, so that a supervisor can tell a fault of configuration from one that may pass. */
const EX_UNAVAILABLE = 69;
const EX_CONFIG = 78;

/** How long draining may take before the process ends anyway. Milliseconds. */
const LAST_CALL = 4500;

/** Listens, says so, and drains on SIGTERM or SIGINT. Faults that an operator can mend are one clear line each. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(help());
    return;
  }
  try {
    const config = readConfig(env);
    const log = pino({ level: config.GATEHOUSE_LOG_LEVEL });
    for (const words of unknownSettings(env)) log.warn(words);
    await serve(config, log);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    if (process.exitCode === 1) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
  }
}

class PortTaken extends Error {}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigFaults || error instanceof UnusableDataFolder) return EX_CONFIG;
  return error instanceof PortTaken ? EX_UNAVAILABLE : 1;
}

async function serve(config: Config, log: Logger): Promise<void> {
  let service: Service | null = null;
  const server = createAdaptorServer({
    // Between listening and being composed there are a few milliseconds.
    fetch: (request, bindings) => service?.fetch(request, bindings) ?? new Response('Starting\n', { status: 503 }),
  }) as Server;
  // The port comes first: a second service on the same data must fail before it touches them.
  const url = await listen(server, config);
  try {
    service = await compose(config, config.GATEHOUSE_PUBLIC_URL?.replace(/\/$/, '') ?? url, log);
  } catch (error) {
    server.close();
    throw error;
  }
  log.info({ url }, `listening on ${url}`);
  const drain = drainer(server, service, log);
  process.once('SIGTERM', drain);
  process.once('SIGINT', drain);
}

function listen(server: Server, { GATEHOUSE_HOST: host, GATEHOUSE_PORT: port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is already in use. Stop what uses it (perhaps another Gatehouse), or set GATEHOUSE_PORT to a free port.`
          : `Cannot listen on ${host}:${port} (${error.code}). Set GATEHOUSE_HOST and GATEHOUSE_PORT to an address of this machine.`;
      reject(new PortTaken(why, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = address !== null && typeof address === 'object' ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
    });
  });
}

function drainer(server: Server, service: Service, log: Logger): () => void {
  return () => {
    log.info('draining');
    const late = setTimeout(() => {
      log.warn('ending with work unfinished; it is taken up at the next start');
      process.exit(0);
    }, LAST_CALL);
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    void Promise.all([closed, service.stop()])
      .then(() => {
        clearTimeout(late);
        log.info('stopped');
        process.exitCode = 0;
      })
      .catch((err: unknown) => {
        log.error({ err }, 'stopping failed');
        process.exit(1);
      });
  };
}
