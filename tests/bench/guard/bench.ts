import { chromium, type Page } from 'playwright-core';
import { bundleScript } from '../../../extension/bundle-script.ts';
import { HAND_OVER } from '../../../extension/guard/channel.ts';
import { findChromium, quietFlags } from '../../tools/chromium.ts';
import { type BenchReport, type BenchResult, machine, spread } from '../report.ts';
import { type CallCase, timeCalls } from './calls.ts';

const RUNS = 15;
const SITE = 'https://acme.atlassian.net';

const cases: readonly CallCase[] = ['fetch', 'fetch-post', 'xhr', 'graphql'];

/**
 * What the guard adds to a call that gives nothing, until the browser's own function has returned: the same calls on a page with
 * the guard and on the bare page, in turns, so that the machine's moods hit both alike.
 */
export async function benchGuard(): Promise<BenchReport> {
  const guard = await bundleScript(new URL('../../../extension/guard/main.ts', import.meta.url), 'gatehouseGuard', {
    minify: true,
  });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...quietFlags] });
  const version = browser.version();
  try {
    const context = await browser.newContext();
    await context.route('**/*', (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Calls</title>' })
        : route.abort(),
    );
    const open = async (script: string): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(`${SITE}/browse/WEB-1`);
      await page.evaluate(script);
      return page;
    };
    const bare = await open('');
    // Whoever asks about one of these calls gets no answer: then it is void.
    const guarded = await open(
      `${guard}; window.asked = 0; const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { asked += 1; };
       document.dispatchEvent(new MessageEvent('${HAND_OVER}', { ports: [port2] }));`,
    );
    if (await guarded.evaluate('String(fetch) === "function () { [native code] }"')) throw new Error('No guard: void.');
    const results: BenchResult[] = [];
    for (const name of cases) {
      const samples: Record<'bare' | 'guarded' | 'added', number[]> = { bare: [], guarded: [], added: [] };
      // The first rounds warm the compiler and are not counted.
      for (let run = -3; run < RUNS; run += 1) {
        const one = { bare: await bare.evaluate(timeCalls, name), guarded: await guarded.evaluate(timeCalls, name) };
        if (run < 0) continue;
        samples.bare.push(one.bare);
        samples.guarded.push(one.guarded);
        samples.added.push(one.guarded - one.bare);
      }
      const line = (who: string, metric: string, values: readonly number[]): BenchResult => ({
        name: who,
        case: name,
        metric,
        unit: 'µs',
        ...spread(values),
      });
      results.push(
        line('gatehouse', 'added_us', samples.added),
        line('gatehouse', 'call_us', samples.guarded),
        line('bare', 'call_us', samples.bare),
      );
    }
    const asked = await guarded.evaluate('asked');
    if (asked !== 0) throw new Error(`${String(asked)} harmless calls were asked about: void.`);
    return {
      bench: 'guard',
      at: new Date().toISOString(),
      machine: machine(),
      versions: { chromium: version, node: process.version },
      n: RUNS,
      results,
    };
  } finally {
    await browser.close();
  }
}
