import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const root = join(import.meta.dirname, '../..');

/** Lines of one sample; two are taken of every module, one of each half. */
const WINDOW = 6;

/** A module that its samples break in fewer ways than this is broken everywhere. */
const WAYS = 5;

const isModule = (path: string): boolean =>
  path.endsWith('.ts') && !/\.test\.ts$|\/index\.ts$|^core\/(contract|ports)\//.test(path);

const modulesOf = (areas: readonly string[]): string[] =>
  readdirSync(join(root, 'core'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => isModule(path) && (areas.length === 0 || areas.includes(path.split('/')[1] ?? '')))
    .sort();

/** Where a module is broken: the same lines for the same seed. */
function samplesOf(path: string, seed: number): string[] {
  const lines = readFileSync(join(root, path), 'utf8').split('\n').length;
  if (lines <= 3 * WINDOW) return [path];
  const half = Math.floor(lines / 2);
  const dice = [...path].reduce((mixed, letter) => (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0, seed);
  return [0, half].map((start) => {
    const from = start + 1 + (dice % (half - WINDOW + 1));
    return `${path}:${from}-${from + WINDOW}`;
  });
}

const caught = ({ status }: MutantResult): boolean => status === 'Killed' || status === 'Timeout';
const counts = ({ status }: MutantResult): boolean => status !== 'Ignored' && !status.endsWith('Error');

const fewWays = (results: readonly MutantResult[], modules: readonly string[]): string[] =>
  modules.filter((path) => results.filter(({ fileName }) => relative(root, fileName) === path).length < WAYS);

function printTable(results: readonly MutantResult[], modules: readonly string[]): void {
  const line = (name: string, some: readonly MutantResult[]): string => {
    const hit = some.filter(caught).length;
    const share = some.length === 0 ? '–' : `${((100 * hit) / some.length).toFixed(1)} %`;
    return `  ${name.padEnd(16)} ${String(hit).padStart(5)} of ${String(some.length).padStart(5)}  ${share}`;
  };
  const areas = [...new Set(modules.map((path) => path.split('/')[1] ?? ''))];
  const inArea = (area: string) =>
    results.filter(({ fileName }) => relative(root, fileName).startsWith(`core/${area}`));
  const few = fewWays(results, modules).length;
  process.stdout.write(
    [
      'Mutants caught by the tests of the core (what is run when a module is loaded, such as tables, is left out):',
      ...areas.map((area) => line(area.replace('.ts', ''), inArea(area))),
      line('all', results),
      `  ${modules.length} modules; ${few} of them have fewer than ${WAYS} places that can be broken.`,
      '',
    ].join('\n'),
  );
}

/** Breaks the code at these places (`path` or `path:from-to`), one place at a time, and runs the tests that reach it. */
async function breakAll(places: readonly string[]): Promise<MutantResult[]> {
  const stryker = new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
    mutate: [...places],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    // There is none: Stryker would rewrite it with an API that TypeScript no longer has.
    tsconfigFile: 'none',
    tempDirName: join(tmpdir(), 'gatehouse-mutation'),
    timeoutMS: 20_000,
    concurrency: 2,
    reporters: ['dots'],
    allowConsoleColors: false,
  });
  return (await stryker.runMutationTest()).filter(counts);
}

/** `npm run mutate -- [AREA ...] [--seed N] [--survivors]`: breaks samples of every module, and all of those whose samples are few, and sees whether a test fails. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, survivors: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const modules = modulesOf(positionals);
  if (modules.length === 0) throw new Error(`core has no area "${positionals.join('" or "')}".`);
  const sampled = await breakAll(modules.flatMap((path) => samplesOf(path, Number(values.seed))));
  const again = new Set(fewWays(sampled, modules));
  const whole = again.size > 0 ? await breakAll([...again]) : [];
  const results = [...sampled.filter(({ fileName }) => !again.has(relative(root, fileName))), ...whole];
  process.stdout.write('\n');
  printTable(results, modules);
  if (!values.survivors) return;
  for (const { fileName, location, mutatorName, replacement } of results.filter((one) => !caught(one)))
    process.stdout.write(
      `${relative(root, fileName)}:${location.start.line}:${location.start.column} ${mutatorName}: ${replacement?.replace(/\s+/g, ' ').slice(0, 120)}\n`,
    );
}

await main();
