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
    const answer = await tab.evaluate(() => 'fetchLater' in window);
    await tab.close();
    return answer;
  };
  expect(await has('https://acme.atlassian.net/arrivals/frame')).toBe(false);
  // This browser has it, where the guard is not.
  expect(await has('https://community.atlassian.com/arrivals/frame')).toBe(true);
});
