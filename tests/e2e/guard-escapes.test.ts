import { afterAll, beforeAll, expect, it } from 'vitest';
import { measure, measureRaces } from '../arrivals/measure.ts';
import { controlOfGuard, planOfGuard } from '../arrivals/plan.ts';
import { ways } from '../arrivals/table.ts';
import { type ArrivalsWorld, openArrivals } from '../arrivals/world.ts';

/** Everything that is tried around the guard, at once: what arrived is looked at way by way. */
let world: ArrivalsWorld;
const arrived = { harmless: new Set<string>(), address: new Set<string>(), body: new Set<string>() };

beforeAll(async () => {
  world = await openArrivals('policy');
  for (const { way } of await measureRaces(world, controlOfGuard(1))) arrived.harmless.add(way.name);
  const tries = planOfGuard(1);
  const races = tries.filter(({ way, request }) => way.open && request.decidedBy === 'body');
  const rest = tries.filter((one) => !races.includes(one));
  for (const { way, request } of [...(await measure(world, rest)), ...(await measureRaces(world, races))])
    arrived[request.decidedBy].add(way.name);
}, 600_000);
afterAll(async () => {
  await world?.close();
});

const around = ways.filter(({ layer }) => layer === 'guard');

it.each(around.map((way) => [way.name, way] as const))('%s', (name, { open, reaches }) => {
  // The way itself works: a call that nobody holds gets through it.
  if (reaches) expect(arrived.harmless, 'harmless').toContain(name);
  expect(arrived.address, 'decided by address').not.toContain(name);
  // What is listed as open must be open: a list that says too much is wrong as well.
  expect(arrived.body.has(name), 'decided by body').toBe(open);
});

it('takes away what sends when nobody can be asked any more', async () => {
  const has = async (address: string) => {
    const tab = await world.context.newPage();
    await tab.goto(address);
    const answer = await tab.evaluate(() => [
      'fetchLater' in window,
      'backgroundFetch' in ServiceWorkerRegistration.prototype,
    ]);
    await tab.close();
    return answer;
  };
  expect(await has('https://acme.atlassian.net/arrivals/frame')).toEqual([false, false]);
  // This browser has them, where the guard is not.
  expect(await has('https://community.atlassian.com/arrivals/frame')).toEqual([true, true]);
});

it.each([
  ['/gateway/api/graphql', '{"query":"mutation saveIt($i: I!) { saveDraft(input: $i) { ok } }","variables":{"i":{}}}'],
  ['/rest/myplugin/1/users', '{}'],
])('lets what a page saves while it is left arrive: %s', async (path, body) => {
  const tab = await world.context.newPage();
  await tab.goto('https://acme.atlassian.net/arrivals/frame');
  const before = world.cloud.log.list().length;
  await tab.evaluate(
    ([to = '', what = '']) => {
      addEventListener('pagehide', () => {
        navigator.sendBeacon(to, what);
        void fetch(to, { method: 'POST', keepalive: true, body: what });
      });
    },
    [path, body],
  );
  await tab.goto('https://home.atlassian.com/arrivals/frame');
  const arrived = () =>
    world.cloud.log
      .list()
      .slice(before)
      .filter((entry) => entry.method === 'POST' && entry.path === path);
  await expect.poll(() => arrived().length, { timeout: 5000 }).toBe(2);
  await tab.close();
});
