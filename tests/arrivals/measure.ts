import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { GuardedRequest, Try } from './case.ts';
import type { Sending } from './ways.ts';
import type { ArrivalsWorld } from './world.ts';

/** Tries at once in one frame: enough to be quick, few enough for the browser's own limit of connections. */
const AT_ONCE = 20;

/** A try that neither ends nor arrives within this has been stopped. */
const PATIENCE_MS = 4000;

/** A page that has not closed within this is left to close by itself. */
const CLOSING_MS = 5000;

/** Pages that are open at once. */
const PAGES = 8;

/** Some ways are a race between the page and the frame it makes: they are tried so often at most. */
const ROUNDS = 8;

/** A host that the extension has nothing to do with, as far as its permissions go. */
const ELSEWHERE = 'https://community.atlassian.com';

/** Makes the tries; answers those that arrived with a session. The order is that of the list. */
export async function measure(world: ArrivalsWorld, tries: readonly Try[]): Promise<Try[]> {
  const at = (place: Try['way']['place']) => tries.filter(({ way }) => way.place === place);
  for (const [origin, all] of Object.entries(Object.groupBy(at('frame'), originOf)))
    await inTurns(all ?? [], AT_ONCE, (some) => inFreshFrame(world.context, origin, some));
  await inTurns([...at('window'), ...at('page'), ...at('elsewhere')], PAGES, (some) =>
    Promise.all(some.map((one) => inFreshPage(world.context, one))),
  );
  await sleep(1000);
  return tries.filter(({ id, request }) => world.arrived(id).some(({ path }) => isAt(path, request)));
}

/** Whether a request went where it was meant to go: a way may be made to send its marker somewhere else. */
const isAt = (path: string, { url }: GuardedRequest): boolean =>
  path.toLowerCase().replace(/\/$/, '') === new URL(url).pathname.toLowerCase();

/** As `measure`, with what did not arrive tried again: a way that is a race is tried until it is won. */
export async function measureRaces(world: ArrivalsWorld, tries: readonly Try[]): Promise<Try[]> {
  let left = tries;
  for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
    const arrived = new Set(await measure(world, left));
    left = left.filter((one) => !arrived.has(one));
  }
  return tries.filter((one) => !left.includes(one));
}

async function inTurns<T>(
  all: readonly T[],
  size: number,
  run: (some: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < all.length; from += size) await run(all.slice(from, from + size));
}

/** The page stands on the host that the call goes to, where the session counts. */
const originOf = ({ request, way }: Try): string =>
  way.place === 'elsewhere' ? ELSEWHERE : new URL(request.url).origin;

/** A frame of a page, for tries that leave their document as it is. */
async function inFreshFrame(context: BrowserContext, origin: string, tries: readonly Try[]): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`${origin}/arrivals/top`);
    const frame = await cleanFrame(page);
    await Promise.all(
      tries.map((one) => {
        return frame
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
            { run: one.way.script(sendingOf(one)), patience: PATIENCE_MS },
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

async function inFreshPage(context: BrowserContext, one: Try): Promise<void> {
  const page = await context.newPage();
  const opened: Page[] = [];
  page.on('popup', (popup) => opened.push(popup));
  try {
    await page.goto(`${originOf(one)}/arrivals/frame`);
    const script = one.way.script(sendingOf(one));
    // Whatever becomes of the page, nobody waits longer than for a held call.
    const patience = sleep(2500);
    if (one.way.place === 'page') await Promise.race([page.evaluate(script).catch(() => undefined), patience]);
    else {
      // biome-ignore lint/security/noGlobalEval: as above.
      await page.evaluate((run) => void eval(run), script).catch(() => undefined);
      await sleep(1000);
    }
    await sleep(200);
  } finally {
    // A page on its way elsewhere may never say that it has closed.
    const all = [page, ...opened].map((each) => each.close({ runBeforeUnload: false }));
    await Promise.race([Promise.all(all), sleep(CLOSING_MS)]);
  }
}

function sendingOf({ id, address, request }: Try): Sending {
  const marked = request.method === 'GET' ? withMarker(address, id) : address;
  const marker = request.body === undefined ? id : JSON.stringify({ ...request.body, arrival: id });
  return { address: marked, method: request.method, marker };
}

/** Adds the marker as a parameter, without parsing: that would undo the spelling. */
function withMarker(address: string, marker: string): string {
  const [before = '', ...fragment] = address.split('#');
  const joined = `${before}${before.includes('?') ? '&' : '?'}arrival=${marker}`;
  return fragment.length === 0 ? joined : `${joined}#${fragment.join('#')}`;
}
