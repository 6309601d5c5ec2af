import { parseArgs } from 'node:util';
import { benchBadges } from './badges/bench.ts';
import { formatReport } from './format.ts';
import { benchGuard } from './guard/bench.ts';
import { benchLicence } from './licence/bench.ts';
import { benchPolicy } from './policy/bench.ts';
import type { BenchReport } from './report.ts';
import { benchStart } from './start/bench.ts';

/** Every benchmark by name: `npm run bench -- NAME [--json]`. */
const benches: Readonly<Record<string, () => Promise<BenchReport>>> = {
  badges: benchBadges,
  guard: benchGuard,
  licence: benchLicence,
  policy: benchPolicy,
  start: benchStart,
};

const usage = `Usage: npm run bench -- NAME [--json]. Benchmarks: ${Object.keys(benches).join(', ')}.`;

async function main(): Promise<number> {
  let name: string | undefined;
  let json = false;
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
    name = positionals.length === 1 ? positionals[0] : undefined;
    json = values.json ?? false;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)} ${usage}\n`);
    return 2;
  }
  const bench = name === undefined ? undefined : benches[name];
  if (!bench) {
    process.stderr.write(`${name === undefined ? '' : `No benchmark "${name}". `}${usage}\n`);
    return 2;
  }
  const report = await bench();
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : formatReport(report));
  return 0;
}

process.exitCode = await main();
