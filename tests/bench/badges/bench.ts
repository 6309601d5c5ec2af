import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { bundleScript, withoutParser } from '../../../extension/bundle-script.ts';
import { localeFile } from '../../../extension/locales.ts';
import { contentScripts } from '../../../extension/manifest.ts';
import { findChromium, quietFlags } from '../../tools/chromium.ts';
import { type BenchReport, type BenchResult, machine, spread } from '../report.ts';
import { type Competitor, type Measured, measure } from './measure.ts';
import { pageOf } from './page.ts';

const PEOPLE = 1000;
const RUNS = 5;

const here = (path: string): URL => new URL(path, import.meta.url);
const gzipKb = (script: string): number => gzipSync(script, { level: 9 }).byteLength / 1024;

type Name = 'gatehouse' | 'floor' | 'text';

/**
 * An ordinary window, where Gatehouse draws who is near the screen, and one so tall that everybody is in view. Gatehouse runs
 * first and the others insert as many nodes as it did: empty ones, and with `text` a word in each, which is what any badge that
 * can be seen must cost.
 */
const cases: readonly { name: string; height: number; others: readonly Exclude<Name, 'gatehouse'>[] }[] = [
  { name: String(PEOPLE), height: 720, others: ['floor'] },
  { name: `${PEOPLE}-all-in-view`, height: 40_000, others: ['floor', 'text'] },
];

/** Badges on a page of 1,000 people against the floor, measured in turns so that the machine's moods hit all alike. */
export async function benchBadges(): Promise<BenchReport> {
  const html = pageOf(PEOPLE);
  const competitors = await bundle();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...quietFlags] });
  const version = browser.version();
  const results: BenchResult[] = [];
  try {
    for (const { name: caseName, height, others } of cases) {
      const samples = new Map<Name, Measured[]>();
      // The first round warms disk caches and is not counted.
      for (let run = 0; run <= RUNS; run += 1) {
        const gatehouse = await measure(browser, html, competitors.gatehouse(PEOPLE), height);
        const round: [Name, Measured][] = [['gatehouse', gatehouse]];
        for (const name of others)
          round.push([name, await measure(browser, html, competitors[name](gatehouse.inserted), height)]);
        for (const [name, measured] of round) {
          checkFair(name, measured, gatehouse);
          if (run > 0) samples.set(name, [...(samples.get(name) ?? []), measured]);
        }
      }
      for (const [name, measured] of samples) results.push(...timesOf(name, caseName, measured));
    }
  } finally {
    await browser.close();
  }
  return {
    bench: 'badges',
    at: new Date().toISOString(),
    machine: machine(),
    versions: { chromium: version, node: process.version },
    n: RUNS,
    results: [...results, ...(await sizes())],
  };
}

/** Each competitor by how many people it marks; Gatehouse decides that itself. */
async function bundle(): Promise<Record<Name, (most: number) => Competitor>> {
  const alias = withoutParser;
  const content = await bundleScript(here('./gatehouse.ts'), 'gatehouseBench', { minify: true, alias });
  const gatehouse = `${content};gatehouseBench.speakFrom(${localeFile('en')})`;
  const floor = await bundleScript(here('./floor.ts'), 'floorBench', { minify: true });
  return {
    gatehouse: () => ({ script: gatehouse, start: 'gatehouseBench.start()' }),
    floor: (most) => ({ script: floor, start: `floorBench.start(${most})` }),
    text: (most) => ({ script: floor, start: `floorBench.start(${most}, 'Managed')` }),
  };
}

/** Whoever inserts less than Gatehouse, or loses more in re-renders, does less work: then the run is void. */
function checkFair(name: Name, { inserted, insertedAgain, missing }: Measured, gatehouse: Measured): void {
  if (name === 'gatehouse' && missing > 0) throw new Error(`${missing} people on the screen have no badge: void.`);
  if (inserted === gatehouse.inserted && insertedAgain === gatehouse.insertedAgain) return;
  const mine = `${gatehouse.inserted} and ${gatehouse.insertedAgain}`;
  throw new Error(
    `${name} had ${inserted} and, after the re-renders, ${insertedAgain} nodes, Gatehouse ${mine}: void.`,
  );
}

const timesOf = (name: Name, caseName: string, measured: readonly Measured[]): BenchResult[] => {
  const line = (metric: string, of: (one: Measured) => number, unit = 'ms'): BenchResult => ({
    name,
    case: caseName,
    metric,
    unit,
    ...spread(measured.map(of)),
  });
  return [
    line('pass_ms', (one) => one.passMs),
    line('rerender_ms', (one) => one.rerenderMs),
    line('longest_task_ms', (one) => one.longestTaskMs),
    line('inserted', (one) => one.inserted, 'nodes'),
  ];
};

/** What every page loads: the loader and the guard of the page's own world. What comes on demand is told apart. */
async function sizes(): Promise<BenchResult[]> {
  const weigh = async (metric: string, files: readonly string[]): Promise<BenchResult> => {
    const scripts = await Promise.all(
      files.map((file) => bundleScript(here(`../../../extension/${file}`), 'gatehouse', { minify: true })),
    );
    const kb = scripts.reduce((sum, script) => sum + gzipKb(script), 0);
    return { name: 'gatehouse', case: String(PEOPLE), metric, unit: 'KB', ...spread([kb]) };
  };
  return [
    await weigh('bundle_gzip_kb', Object.values(contentScripts)),
    await weigh('on_demand_gzip_kb', ['on-demand/overlays.ts', 'on-demand/translations.ts']),
  ];
}
