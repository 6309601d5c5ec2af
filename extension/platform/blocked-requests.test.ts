import { expect, it } from 'vitest';
import { type BlockedRequest, onBlocked } from './blocked-requests.ts';
import { answerWith } from './browser.ts';

it('hears of what rules blocked, and of no other failure', () => {
  const taken: BlockedRequest[] = [];
  const added: [(details: object) => void, object][] = [];
  const onErrorOccurred = { addListener: (...all: [(details: object) => void, object]) => void added.push(all) };
  answerWith({ runtime: {}, webRequest: { onErrorOccurred } } as unknown as Parameters<typeof answerWith>[0]);
  onBlocked(['https://*.atlassian.net/*'], (request) => void taken.push(request));
  const [listener, filter] = added[0] ?? [];
  expect(filter).toEqual({ urls: ['https://*.atlassian.net/*'] });
  const request = { method: 'POST', url: 'https://acme.atlassian.net/x', initiator: 'https://acme.atlassian.net' };
  for (const error of [
    'net::ERR_ABORTED',
    'NS_BINDING_ABORTED',
    'net::ERR_BLOCKED_BY_RESPONSE',
    'net::ERR_NAME_NOT_RESOLVED',
  ])
    listener?.({ ...request, tabId: 1, error });
  expect(taken).toEqual([]);
  listener?.({ ...request, tabId: 1, error: 'net::ERR_BLOCKED_BY_CLIENT' });
  listener?.({ ...request, tabId: -1, initiator: undefined, error: 'net::ERR_BLOCKED_BY_CLIENT' });
  expect(taken).toEqual([
    { ...request, isPage: false, tabId: 1 },
    { ...request, isPage: false, tabId: null, initiator: null },
  ]);
  const firefox = { method: 'POST', url: request.url, originUrl: 'https://acme.atlassian.net/jira?x=1' };
  listener?.({ ...firefox, tabId: 1, error: 'NS_ERROR_ABORT' });
  expect(taken.pop()).toEqual({ ...request, isPage: false, tabId: 1 });
  listener?.({ ...request, tabId: 1, initiator: 'null', error: 'net::ERR_BLOCKED_BY_CLIENT' });
  expect(taken.pop()).toMatchObject({ initiator: null });
  for (const type of ['main_frame', 'sub_frame'])
    listener?.({ ...request, type, tabId: 1, error: 'net::ERR_BLOCKED_BY_CLIENT' });
  expect(taken.slice(2).map(({ isPage }) => isPage)).toEqual([true, false]);
});
