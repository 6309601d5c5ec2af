import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ports } from '../stage/ports.ts';
import { openStage } from '../stage/stage.ts';
import { type OpenWorld, openWorld } from './open-world.ts';
import { steps } from './steps.ts';

interface Result {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly picture: string;
  readonly why: string;
}

/**
 * `npm start -- --walk`: the whole story by itself, a picture per step and a table. A step that fails ends the walk,
 * because the next ones stand on it. Answers the exit code.
 */
export async function runWalk(options: {
  ports: Ports;
  outDir: string;
  say: (line?: string) => void;
}): Promise<number> {
  const { say, outDir } = options;
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-walk-'));
  const results: Result[] = [];
  const stage = await openStage({ ports: options.ports, dataDir });
  let opened: OpenWorld | null = null;
  try {
    opened = await openWorld(stage, join(dataDir, 'browser'));
    for (const [index, step] of steps.entries()) {
      const result = await takeStep(opened, step, `${String(index + 1).padStart(2, '0')}`, outDir);
      results.push(result);
      say(`${result.ok ? 'pass' : 'FAIL'}  ${result.seconds.toFixed(1).padStart(5)} s  ${result.name}`);
      if (!result.ok) break;
    }
  } finally {
    await opened?.close();
    await stage.close();
  }
  const failed = results.find((result) => !result.ok);
  say();
  table(results, say);
  if (failed) say(`\n${failed.name}\n  ${failed.why}\n  Logs: ${dataDir}`);
  else await rm(dataDir, { recursive: true, force: true });
  return failed || results.length < steps.length ? 1 : 0;
}

async function takeStep(
  opened: OpenWorld,
  step: (typeof steps)[number],
  number: string,
  outDir: string,
): Promise<Result> {
  const started = performance.now();
  const picture = join(
    outDir,
    `${number}-${step.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)}.png`,
  );
  const done = (ok: boolean, why: string): Result => ({
    name: step.name,
    ok,
    seconds: (performance.now() - started) / 1000,
    picture,
    why,
  });
  try {
    const page = await step.run(opened.world);
    await page.screenshot({ path: picture });
    return done(true, '');
  } catch (error) {
    await opened.world.jira
      .screenshot({ path: picture })
      .catch((cause: Error) => process.stderr.write(`no picture: ${cause.message}\n`));
    return done(false, error instanceof Error ? error.message : String(error));
  }
}

function table(results: readonly Result[], say: (line?: string) => void): void {
  const width = Math.max(...results.map(({ name }) => name.length), 4);
  say(`  #  ${'step'.padEnd(width)}  result  picture`);
  results.forEach((result, index) => {
    say(
      ` ${String(index + 1).padStart(2)}  ${result.name.padEnd(width)}  ${result.ok ? 'pass  ' : 'FAIL  '}  ${result.picture}`,
    );
  });
}
