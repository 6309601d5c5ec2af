import { beforeEach, describe, expect, it } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { replaceRules } from '../platform/dynamic-rules.ts';
import { type NetworkCall, networkRules } from './network-rules.ts';

const page = 'chrome-extension://self/blocked/index.html';
const calls: NetworkCall[] = [
  { kind: 'call', method: 'POST', url: '^https://x/invite$', intent: 'invite' },
  { kind: 'navigation', method: 'GET', url: '^https://id/join.*$', intent: 'join' },
  { kind: 'call', method: 'POST', url: '^https://x/activate$', intent: 'start-app' },
];

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(() => {
  browser = installFakeBrowser();
});

describe('network rules', () => {
  it('block calls by method and address, and lead navigations to the page that explains them', () => {
    expect(networkRules(calls, ['invite', 'join'], page)).toMatchObject([
      { id: 1, action: { type: 'block' }, condition: { regexFilter: '^https://x/invite$', requestMethods: ['post'] } },
      {
        id: 3,
        action: { type: 'redirect', redirect: { regexSubstitution: `${page}?intent=join#\\0` } },
        condition: { resourceTypes: ['main_frame'] },
      },
      { id: 4, action: { type: 'block' }, condition: { resourceTypes: ['sub_frame'] } },
    ]);
  });

  it('exist only for what is blocked, and keep their ids whatever else is', () => {
    expect(networkRules(calls, [], page)).toEqual([]);
    expect(networkRules(calls, ['start-app'], page).map(({ id }) => id)).toEqual([5]);
  });

  it('are written once, in one step, and again only when they change', async () => {
    const first = networkRules(calls, ['invite', 'join'], page);
    expect(await replaceRules(first)).toBe(true);
    browser.rules.current = browser.rules.current.map(
      (rule) => Object.fromEntries(Object.entries(rule).reverse()) as { id: number },
    );
    expect(await replaceRules(first)).toBe(false);
    expect(browser.rules.writes).toBe(1);
    expect(await replaceRules(networkRules(calls, ['start-app'], page))).toBe(true);
    expect(browser.rules.current.map(({ id }) => id)).toEqual([5]);
    expect(browser.rules.writes).toBe(2);
  });
});
