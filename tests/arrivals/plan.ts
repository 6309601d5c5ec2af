import type { GuardedRequest, Try } from './case.ts';
import { closedCalls, decidedByBody, leftOpen, pages } from './intents.ts';
import { spellingsOf } from './spellings.ts';
import { type Way, ways } from './table.ts';

const byNetwork = ways.filter(({ layer }) => layer === 'network');
const byGuard = ways.filter(({ layer }) => layer === 'guard');

export const waysFor = ({ method }: GuardedRequest, among = byNetwork): readonly Way[] =>
  among.filter(({ methods }) => methods.includes(method));

type Planned = Omit<Try, 'id'>;
const plainly = (request: GuardedRequest, way: Way): Planned => ({
  request,
  spelling: 'plain',
  address: request.url,
  way,
});

const numbered = (kind: string, seed: number, all: readonly Planned[]): Try[] =>
  all.map((one, index) => ({ ...one, id: `${kind}-${seed}-${index}-` }));

/**
 * What is tried: every request in `spellings` spellings, each sent in the next of its ways, so that all ways and all spellings
 * occur with every request; and every way once with the first request, plainly spelled.
 */
export function plan(spellings: number, seed: number): Try[] {
  const spelled = [...closedCalls, ...pages].flatMap((request, row) => {
    const able = waysFor(request);
    return spellingsOf(request.url, spellings, seed + row).map(({ name, address }, index) => ({
      request,
      spelling: name,
      address,
      way: able[(index + row * 5) % able.length] as Way,
    }));
  });
  const each = [closedCalls[0], pages[0], ...decidedByBody].filter((one) => one !== undefined);
  return numbered('arrival', seed, [
    ...spelled,
    ...leftOpen.map((request) => plainly(request, waysFor(request)[0] as Way)),
    ...each.flatMap((request) => waysFor(request).map((way) => plainly(request, way))),
  ]);
}

/** Every way around the guard, with a call that its address decides and one that only its body tells apart. */
export const planOfGuard = (seed: number): Try[] =>
  numbered(
    'guarded',
    seed,
    byGuard.flatMap((way) =>
      [closedCalls[0], decidedByBody[0]].filter((one) => one !== undefined).map((request) => plainly(request, way)),
    ),
  );

const harmless = {
  POST: {
    intent: 'none',
    method: 'POST',
    url: 'https://acme.atlassian.net/gateway/api/v1/recommendations',
    decidedBy: 'body',
  },
  GET: { intent: 'none', method: 'GET', url: 'https://acme.atlassian.net/arrivals/frame', decidedBy: 'body' },
} as const;

const harmlessly = (way: Way): Planned => plainly(way.methods.includes('GET') ? harmless.GET : harmless.POST, way);

/** Every way with an address that nothing closes: whoever cannot send there proves nothing by not arriving elsewhere. */
export const control = (seed: number): Try[] => numbered('control', seed, byNetwork.map(harmlessly));

export const controlOfGuard = (seed: number): Try[] =>
  numbered('harmless', seed, byGuard.filter(({ reaches }) => reaches).map(harmlessly));
