import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const main = resolve(import.meta.dirname, '../../service/main.ts');

export interface ServiceProcess {
  readonly child: ChildProcess;
  readonly stderr: () => string;
  readonly stdout: () => string;
  /** Resolves with the exit code, null after a signal. */
  readonly exited: Promise<number | null>;
}

/** Starts the service as an operator would: a process with an environment and nothing else of ours. */
export function spawnService(env: Record<string, string>, args: readonly string[] = []): ServiceProcess {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const exited = new Promise<number | null>((done) => child.once('close', done));
  return { child, exited, stdout: () => stdout, stderr: () => stderr };
}

/** As `spawnService`, and waits for the line that says it listens. */
export async function startServiceProcess(env: Record<string, string>): Promise<ServiceProcess> {
  const service = spawnService({ ...env, GATEHOUSE_LOG_LEVEL: 'info' });
  await new Promise<void>((ready, failed) => {
    if (!service.child.stdout) throw new Error('stdout is a pipe');
    createInterface({ input: service.child.stdout }).on('line', (line) => {
      if (line.includes('listening on')) ready();
    });
    void service.exited.then((code) => failed(new Error(`the service ended with ${code}: ${service.stderr()}`)));
  });
  return service;
}

export async function killHard(service: ServiceProcess): Promise<void> {
  service.child.kill('SIGKILL');
  await service.exited;
}
