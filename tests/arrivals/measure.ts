import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { Try } from './case.ts';
import { callWays, openWays, postWays, type Sending, windowWays } from './ways.ts';
import type { ArrivalsWorld } from './world.ts';

const inDocument: Readonly<Record<string, (sending: Sending) => unknown>> = { ...callWays, ...postWays, ...openWays };
const inWindow: Readonly<Record<string, (sending: Sending) => unknown>> = windowWays;

/** Tries at once in one frame: enough to be quick, few enough for the browser's own limit of connections. */
const AT_ONCE = 20;

/** A try that neither ends nor arrives within this has been stopped. */
const PATIENCE_MS = 4000;

/** Makes the tries; answers those that arrived with a session. The order is that of the list. */
export async function measure(world: ArrivalsWorld, tries: readonly Try[]): Promise<Try[]> {
  const documents = tries.filter(({ way }) => way in inDocument);
  for (const [origin, all] of Object.entries(Object.groupBy(documents, originOf)))
    for (let from = 0; from < (all?.length ?? 0); from += AT_ONCE)
      await inFreshFrame(world.context, origin, (all ?? []).slice(from, from + AT_ONCE));
  const windows = tries.filter(({ way }) => way in inWindow);
  for (let from = 0; from < windows.length; from += 4)
    await Promise.all(windows.slice(from, from + 4).map((one) => inFreshWindow(world.context, one)));
  await sleep(1000);
  return tries.filter(({ id }) => world.arrived(id).length > 0);
}

/** The page stands on the host that the call goes to, where the session counts. */
const originOf = ({ request }: Try): string => new URL(request.url).origin;

/** A frame that no content script reaches, inside a page that one does. */
async function inFreshFrame(context: BrowserContext, origin: string, tries: readonly Try[]): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`${origin}/arrivals/top`);
    const frame = await cleanFrame(page);
    await Promise.all(
      tries.map((one) => {
        const text = `(${inDocument[one.way]?.toString()})(${JSON.stringify(sendingOf(one))})`;
        const document = one.layer === 'guard' ? page.mainFrame() : frame;
        return document
          .evaluate(
            ({ run, patience }) =>
              Promise.race([
                new Promise((done) => setTimeout(done, patience)),
                Promise.resolve()
                  // biome-ignore lint/security/noGlobalEval: a way is a function of its own text, sent into the frame.
                  .then(() => eval(run))
                  .catch(() => undefined)
                  // A frame or a form is on its way when the script that made it has ended.
                  .then(() => new Promise((done) => setTimeout(done, 1200))),
              ]).then(() => undefined),
            { run: text, patience: PATIENCE_MS },
          )
          .catch(() => undefined); // The frame may be gone: its document was replaced by what was tried.
      }),
    );
  } finally {
    await page.close();
  }
}

async function cleanFrame(page: Page): Promise<Frame> {
  const frame = page.frame('clean');
  if (frame === null) throw new Error('The page of the measurement has no frame.');
  await frame.waitForLoadState();
  return frame;
}

async function inFreshWindow(context: BrowserContext, one: Try): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`${originOf(one)}/arrivals/frame`);
    const text = `(${inWindow[one.way]?.toString()})(${JSON.stringify(sendingOf(one))})`;
    // biome-ignore lint/security/noGlobalEval: as above.
    await page.evaluate((run) => void eval(run), text).catch(() => undefined);
    await sleep(1200);
  } finally {
    await page.close();
  }
}

function sendingOf({ id, address, request, way }: Try): Sending {
  const marked = request.method === 'GET' || way in openWays ? withMarker(address, id) : address;
  const marker = request.body === undefined ? id : JSON.stringify({ ...request.body, arrival: id });
  return { address: marked, method: request.method, marker };
}

/** Adds the marker as a parameter, without parsing: that would undo the spelling. */
function withMarker(address: string, marker: string): string {
  const [before = '', ...fragment] = address.split('#');
  const joined = `${before}${before.includes('?') ? '&' : '?'}arrival=${marker}`;
  return fragment.length === 0 ? joined : `${joined}#${fragment.join('#')}`;
}
