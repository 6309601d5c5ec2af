import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** One of our processes, running on its own. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Sends SIGTERM and waits; SIGKILL after ten seconds. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
  readonly exited: Promise<number | null>;
}

export interface ChildOptions {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly logFile: string;
  /** Looks at each line of standard output; the child is ready when this is true. */
  readonly isReady: (line: string) => boolean;
}

/** Starts a TypeScript entry point on this very Node and waits until it says that it is ready. Its output goes to `logFile`. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const process_: ChildProcess = spawn(process.execPath, [options.script, ...(options.args ?? [])], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tail: string[] = [];
  const exited = new Promise<number | null>((resolve) => process_.once('exit', (code) => resolve(code)));
  const keep = (line: string) => {
    log.write(`${line}\n`);
    tail.push(line);
    if (tail.length > 20) tail.shift();
  };

  await new Promise<void>((resolve, reject) => {
    const { stdout, stderr } = process_;
    if (!stdout || !stderr) return reject(new Error('pipes were asked for'));
    createInterface({ input: stdout }).on('line', (line) => {
      keep(line);
      if (options.isReady(line)) resolve();
    });
    createInterface({ input: stderr }).on('line', keep);
    process_.once('error', reject);
    void exited.then((code) =>
      reject(new Error(`${options.name} ended with code ${code} before it was ready:\n${tail.join('\n')}`)),
    );
  });

  const pid = process_.pid;
  if (pid === undefined) throw new Error(`${options.name} has no process id`);
  const end = async (signal: NodeJS.Signals) => {
    if (process_.exitCode === null && process_.signalCode === null) process_.kill(signal);
    const timer = setTimeout(() => process_.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(timer);
    await new Promise((done) => log.end(done));
  };
  return { name: options.name, pid, exited, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
