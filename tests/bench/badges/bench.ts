import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium, quietFlags } from '../../tools/chromium.ts';
import { bundleScript } from '../../tools/recognise/bundle.ts';
import { type BenchReport, type BenchResult, machine, spread } from '../report.ts';
import { type Measured, measure } from './measure.ts';
import { pageOf } from './page.ts';

const PEOPLE = 1000;
const RUNS = 7;

const here = (path: string): URL => new URL(path, import.meta.url);
const gzipKb = (script: string): number => gzipSync(script, { level: 9 }).byteLength / 1024;

/**
 * Two windows. In the tall one everybody is in view, so Gatehouse and the floor insert the same number of nodes: like for like.
 * On an ordinary screen Gatehouse draws who is near it and the floor still marks everybody: what people have, not a comparison.
 */
const cases = [
  { name: String(PEOPLE), height: 40_000, everybody: true },
  { name: `${PEOPLE}-on-a-screen`, height: 720, everybody: false },
] as const;

/** Badges on a page of 1,000 people against the floor, measured in turns so that the machine's moods hit both. */
export async function benchBadges(): Promise<BenchReport> {
  const html = pageOf(PEOPLE);
  const scripts = {
    gatehouse: await bundleScript(here('./gatehouse.ts'), 'gatehouseBench', true),
    floor: await bundleScript(here('./floor.ts'), 'floorBench', true),
  };
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...quietFlags] });
  const version = browser.version();
  const results: BenchResult[] = [];
  try {
    for (const { name: caseName, height, everybody } of cases) {
      const samples: Record<'gatehouse' | 'floor', Measured[]> = { gatehouse: [], floor: [] };
      // The first round warms disk caches and is not counted.
      for (let run = 0; run <= RUNS; run += 1) {
        for (const name of ['gatehouse', 'floor'] as const) {
          const measured = await measure(browser, html, scripts[name], `${name}Bench`, height);
          if (measured.missing > 0) throw new Error(`${name} left out ${measured.missing} people on the screen: void.`);
          if (everybody && measured.inserted !== PEOPLE)
            throw new Error(`${name} inserted ${measured.inserted} nodes for ${PEOPLE} people in view: void.`);
          if (run > 0) samples[name].push(measured);
        }
      }
      for (const name of ['gatehouse', 'floor'] as const) results.push(...timesOf(name, caseName, samples[name]));
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

const timesOf = (name: string, caseName: string, measured: readonly Measured[]): BenchResult[] => {
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

/** What a page downloads and parses: the loader with every feature, and the guard of the page's own world. */
async function sizes(): Promise<BenchResult[]> {
  const entries = [here('../../../extension/content/loader.ts'), here('../../../extension/guard/main.ts')].filter(
    existsSync,
  );
  const scripts = await Promise.all(entries.map((entry) => bundleScript(entry, 'gatehouse', true)));
  const kb = scripts.reduce((sum, script) => sum + gzipKb(script), 0);
  return [{ name: 'gatehouse', case: String(PEOPLE), metric: 'bundle_gzip_kb', unit: 'KB', ...spread([kb]) }];
}
