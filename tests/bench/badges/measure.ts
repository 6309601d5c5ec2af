import type { Browser, CDPSession, Page } from 'playwright-core';

export interface Measured {
  /** Main-thread time of the first pass over the whole page, style and layout included. */
  readonly passMs: number;
  /** Main-thread time of 100 re-renders, each replacing 10 rows, everything between them included. */
  readonly rerenderMs: number;
  /** The longest single task of the pass and the re-renders, processor time. */
  readonly longestTaskMs: number;
  /** Nodes of ours on the page after the pass. */
  readonly inserted: number;
  /** The same after the re-renders. */
  readonly insertedAgain: number;
  /** People on the screen without a badge, at the top and after scrolling to the end. */
  readonly missing: number;
}

const SITE = 'https://acme.atlassian.net/browse/WEB-1';
const RERENDERS = 100;
/** Gatehouse looks where people are a moment after a scroll. */
const SCROLL_REST_MS = 200;

/** Who is measured: a script and the expression that starts it. */
export interface Competitor {
  readonly script: string;
  readonly start: string;
}

/** A fresh page in a window of this height (CSS pixels), the script, the pass, the re-renders. */
export async function measure(
  browser: Browser,
  html: string,
  { script, start }: Competitor,
  height: number,
): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height } });
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) =>
      route.request().url() === SITE ? route.fulfill({ contentType: 'text/html', body: html }) : route.abort(),
    );
    await page.goto(SITE, { waitUntil: 'load' });
    await page.evaluate(script);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await quiet(page);

    await startTrace(session);
    const before = await busyMs(session);
    await page.evaluate(start);
    await quiet(page);
    const passed = await busyMs(session);
    const inserted = await page.evaluate(countOurs);
    await page.evaluate(rerender, RERENDERS);
    await quiet(page);
    const rerendered = await busyMs(session);
    const longestTaskMs = await longestTask(session);
    const insertedAgain = await page.evaluate(countOurs);
    const missing = await page.evaluate(missingOnScreen);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(SCROLL_REST_MS);
    await quiet(page);
    const missingBelow = await page.evaluate(missingOnScreen);
    return {
      passMs: passed - before,
      rerenderMs: rerendered - passed,
      longestTaskMs,
      inserted,
      insertedAgain,
      missing: missing + missingBelow,
    };
  } finally {
    await context.close();
  }
}

/** What frameworks do: ten rows go and ten like them come, a frame at a time. */
async function rerender(times: number): Promise<void> {
  const list = document.getElementById('list');
  for (let round = 0; list && round < times; round += 1) {
    for (let row = 0; row < 10; row += 1) {
      const old = list.children[(round * 10 + row) % list.children.length];
      if (!old) continue;
      const fresh = old.cloneNode(true) as Element;
      for (const ours of fresh.querySelectorAll('[data-gatehouse]')) ours.remove();
      old.replaceWith(fresh);
    }
    await new Promise((next) => requestAnimationFrame(next));
  }
}

const countOurs = (): number => document.querySelectorAll('[data-gatehouse]').length;

/** Whoever is on the screen has something of ours right after. */
const missingOnScreen = (): number =>
  [...document.querySelectorAll('[data-mention-id],[data-vc="profilecard-wrapper"] > [role="button"]')].filter(
    (person) => {
      const { top, bottom } = person.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && !person.nextElementSibling?.hasAttribute('data-gatehouse');
    },
  ).length;

/** Several frames and a moment of idleness: whatever was scheduled has run. */
const quiet = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame += 1) await new Promise((next) => requestAnimationFrame(next));
    await new Promise((next) => requestIdleCallback(next));
  });

/**
 * All main-thread tasks since the start: script, style, layout, paint preparation. Processor time of the thread, not the clock's,
 * so that other work on the machine does not count.
 */
async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('Chromium gave no TaskDuration.');
  return seconds * 1000;
}

const startTrace = (session: CDPSession): Promise<unknown> =>
  session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', '__metadata'],
    },
  });

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread, microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of any renderer's main thread. */
async function longestTask(session: CDPSession): Promise<number> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => name.endsWith('RunTask') && main.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('The trace has no tasks of the renderer.');
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000;
}
