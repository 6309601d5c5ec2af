import type { GuardedRequest, Try } from './case.ts';
import { closedCalls, decidedByBody, leftOpen, pages } from './intents.ts';
import { spellingsOf } from './spellings.ts';
import { callWays, openWays, postWays, windowWays } from './ways.ts';

const anyCall = Object.keys(callWays);
const anyPost = [...anyCall, ...Object.keys(postWays)];
const anyOpening = [...Object.keys(openWays), ...Object.keys(windowWays)];

export const waysFor = ({ method }: GuardedRequest): readonly string[] =>
  method === 'GET' ? anyOpening : method === 'POST' ? anyPost : anyCall;

/**
 * What is tried: every request in `spellings` spellings, each sent in the next of its ways, so that all ways and all spellings
 * occur with every request; and every way once with the first request, plainly spelled.
 */
export function plan(spellings: number, seed: number): Try[] {
  const tries: Omit<Try, 'id'>[] = [];
  for (const [row, request] of [...closedCalls, ...pages].entries()) {
    const ways = waysFor(request);
    for (const [index, { name, address }] of spellingsOf(request.url, spellings, seed + row).entries())
      tries.push({
        request,
        spelling: name,
        address,
        way: ways[(index + row * 5) % ways.length] as string,
        layer: 'network',
      });
  }
  for (const request of leftOpen)
    tries.push({ request, spelling: 'plain', address: request.url, way: 'fetch', layer: 'network' });
  for (const request of [closedCalls[0], pages[0], ...decidedByBody].filter((one) => one !== undefined))
    for (const way of waysFor(request))
      tries.push({ request, spelling: 'plain', address: request.url, way, layer: 'network' });
  return tries.map((one, index) => ({ ...one, id: `arrival-${seed}-${index}-` }));
}

/** Every way with an address that nothing closes: whoever cannot send there proves nothing by not arriving elsewhere. */
export function control(seed: number): Try[] {
  const harmless = {
    POST: {
      intent: 'none',
      method: 'POST',
      url: 'https://acme.atlassian.net/gateway/api/v1/recommendations',
      decidedBy: 'body',
    },
    GET: { intent: 'none', method: 'GET', url: 'https://acme.atlassian.net/arrivals/frame', decidedBy: 'body' },
  } as const;
  return [
    ...anyPost.map((way) => ({ way, request: harmless.POST })),
    ...anyOpening.map((way) => ({ way, request: harmless.GET })),
  ].map(({ way, request }, index) => ({
    id: `control-${seed}-${index}-`,
    request,
    spelling: 'plain',
    address: request.url,
    way,
    layer: 'network' as const,
  }));
}
