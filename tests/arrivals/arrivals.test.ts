import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Intent } from '../../core/policy/index.ts';
import { networkRules } from '../../extension/background/network-rules.ts';
import { honestCalls, honestPages } from './honest.ts';
import { closedCalls, pages } from './intents.ts';
import { measure } from './measure.ts';
import { control, plan, waysFor } from './plan.ts';
import { random } from './random.ts';
import { letPass, rulesInForce } from './rules-in-force.ts';
import { letterByLetter, spell, spellingsOf, transforms } from './spellings.ts';
import { type ArrivalsWorld, openArrivals } from './world.ts';

const initiators = ['https://acme.atlassian.net', 'https://other.example'];
let world: ArrivalsWorld;

beforeAll(async () => {
  world = await openArrivals('policy');
});
afterAll(async () => world?.close());

const asked = (request: { readonly method: string }, url: string, initiator: string) => ({
  url: new URL(url).href,
  method: request.method.toLowerCase(),
  type: request.method === 'GET' ? 'main_frame' : 'xmlhttprequest',
  initiator,
});

describe('the wall, in the browser’s own words', () => {
  it('stops every call and page that the policy closes, in thousands of spellings, whoever starts it', async () => {
    const questions = [...closedCalls, ...pages].flatMap((request, row) =>
      [...spellingsOf(request.url, 80, row + 1), ...letterByLetter(request.url)].flatMap(({ address }) =>
        initiators.map((initiator) => asked(request, address, initiator)),
      ),
    );
    expect(questions.length).toBeGreaterThan(3500);
    expect(await letPass(world, questions)).toEqual([]);
  });

  it('stops any composition of spellings', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...closedCalls, ...pages),
        fc.array(fc.subarray(Object.keys(transforms), { maxLength: 5 }), { minLength: 20, maxLength: 20 }),
        fc.nat(),
        async (request, names, seed) => {
          const questions = names.map((chosen) =>
            asked(request, spell(request.url, chosen, random(seed)).address, initiators[0] as string),
          );
          expect(await letPass(world, questions)).toEqual([]);
        },
      ),
      { numRuns: 30 },
    ));

  it('lets pass what honest pages send', async () => {
    const questions = [
      ...honestCalls.map(([method, url]) => ({
        url,
        method,
        type: 'xmlhttprequest',
        initiator: initiators[0] as string,
      })),
      ...honestPages.map((url) => ({ url, method: 'get', type: 'main_frame', initiator: initiators[0] as string })),
    ];
    expect(await letPass(world, questions)).toHaveLength(questions.length);
  });

  it('has no pattern that this browser cannot run, and names every type of request it knows', async () => {
    const inForce = await rulesInForce(world);
    const wanted = networkRules(Intent.options, ['main_frame', 'other']);
    const supported = await Promise.all(
      wanted.map(({ condition: { regexFilter: regex = '' } }) =>
        (world.context.serviceWorkers()[0] as NonNullable<ReturnType<typeof world.context.serviceWorkers>[0]>).evaluate(
          (pattern) => chrome.declarativeNetRequest.isRegexSupported({ regex: pattern }),
          regex,
        ),
      ),
    );
    expect(wanted.filter((_, index) => !supported[index]?.isSupported)).toEqual([]);
    const types = inForce.find(({ action }) => action.type === 'block')?.condition.resourceTypes ?? [];
    expect(types).toEqual(
      expect.arrayContaining(['main_frame', 'sub_frame', 'object', 'csp_report', 'websocket', 'ping']),
    );
  });
});

describe('what arrives at the fake cloud', () => {
  it('is nothing that its address tells, in every way that can send at all', async () => {
    const able = new Set((await measure(world, control(3))).map(({ way }) => way));
    // Whoever cannot send a harmless call proves nothing by not sending another.
    expect(able.size).toBeGreaterThan(30);
    const tries = plan(1, 3).filter(({ way, request }) => able.has(way) && request.decidedBy === 'address');
    expect(new Set(tries.map(({ way }) => way))).toEqual(
      new Set(
        [...able].filter((way) => [...waysFor(closedCalls[0] as never), ...waysFor(pages[0] as never)].includes(way)),
      ),
    );
    expect((await measure(world, tries)).map(({ address, way }) => `${way.name}: ${address}`)).toEqual([]);
  });
});
