import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type IntentOnPage, messages, type PromptContent } from '../../core/contract/messages/index.ts';
import { itOnlyAccess, type Rule } from '../../core/policy/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { signedIn } from '../../tests/tools/own-request-fixture.ts';
import { blocked } from '../../tests/tools/policy-fixture.ts';
import { askedOf } from '../intents/asked-of.ts';
import { promptHandlers, tabClosed } from './prompt-handlers.ts';
import { checkedIn, forgetTab, keepPrompt, promptOf, rememberChecked, takePrompt } from './prompts.ts';
import { outbox } from './records.ts';

const gatehouse = 'https://gatehouse.example.com';
const page = { tabId: 1, frameId: 0 };
const frame = { tabId: 1, frameId: 7 };
const intent: IntentOnPage = {
  intent: 'invite',
  product: null,
  cloudId: null,
  siteHost: 'acme.atlassian.net',
  container: null,
  targets: [],
  layer: 'page',
};
const decision = (outcome: 'block' | 'warn') => ({ ...blocked, outcome });
const from = (place: typeof page, kind: 'content' | 'prompt' = 'prompt') => ({ kind, frame: place });
const refused = { code: 'not-allowed' };

let told: unknown[];
/** What the page answers when it is asked whether the act could still go on. */
let pageSays: () => Promise<boolean | undefined>;
let fake: ReturnType<typeof installFakeBrowser>['fake'];
beforeEach(async () => {
  told = [];
  ({ fake } = installFakeBrowser());
  Object.assign(fake.tabs, {
    sendMessage: async (...all: [number, { mayGoOn?: true }, object]) => {
      if (all[1].mayGoOn) return pageSays();
      return void told.push(all);
    },
  });
  pageSays = async () => true;
  await outbox.remove((await outbox.all()).map(({ seq }) => seq));
});

const opened = async (outcome: 'block' | 'warn' = 'block') => {
  await rememberChecked(page, intent, { decision: decision(outcome), effect: null, stopId: 'K7QF-2M9D' });
  const input = { intent, failure: null, scheme: 'light' as const };
  return (await promptHandlers.openPrompt(input, from(page, 'content'))).token;
};

describe('a prompt', () => {
  it('says what the background decided in this very frame, or does not open', async () => {
    await rememberChecked(page, intent, { decision: decision('warn'), effect: null, stopId: 'K7QF-2M9D' });
    expect(await checkedIn({ ...page, tabId: 2 }, intent)).toBeNull();
    expect(await checkedIn(page, { ...intent, siteHost: 'other.atlassian.net' })).toBeNull();
    const elsewhere = from({ tabId: 2, frameId: 0 }, 'content');
    await expect(promptHandlers.openPrompt({ intent, failure: null, scheme: 'dark' }, elsewhere)).rejects.toThrow();
  });

  it('is taken once, in its own tab, and listens to whoever took it', async () => {
    const token = await opened();
    await expect(takePrompt(token, { tabId: 2, frameId: 0 })).rejects.toMatchObject(refused);
    await expect(promptOf(token, frame)).rejects.toMatchObject(refused);
    const content: PromptContent = await promptHandlers.promptContent({ token }, from(frame));
    expect(content).toMatchObject({ intent, scheme: 'light', failure: null });
    await expect(takePrompt(token, frame)).rejects.toMatchObject(refused);
    await expect(promptHandlers.promptClose({ token }, from({ tabId: 1, frameId: 8 }))).rejects.toMatchObject(refused);
    expect(told).toEqual([]);
    await promptHandlers.promptClose({ token }, from(frame));
    expect(told).toEqual([[1, { prompt: token, end: 'closed' }, { frameId: 0 }]]);
    await expect(promptOf(token, frame)).rejects.toMatchObject(refused);
  });

  it('lets nobody go on where the policy blocks, and ends when the page takes it away', async () => {
    const token = await opened('block');
    await promptHandlers.promptContent({ token }, from(frame));
    await expect(promptHandlers.promptProceed({ token, justification: 'x' }, from(frame))).rejects.toMatchObject(
      refused,
    );
    await expect(promptHandlers.dropPrompt({ token }, from({ tabId: 2, frameId: 0 }, 'content'))).rejects.toMatchObject(
      refused,
    );
    await promptHandlers.dropPrompt({ token }, from(page, 'content'));
    await expect(promptOf(token, frame)).rejects.toMatchObject(refused);
  });

  it('keeps every prompt when several are opened at once', async () => {
    const tokens = await Promise.all([opened(), opened(), opened()]);
    for (const token of tokens) await takePrompt(token, frame);
    const one = await promptOf(tokens[0] ?? '', frame);
    await keepPrompt({ ...one, takenBy: null, inTab: 9 });
    await expect(promptOf(one.token, frame)).rejects.toMatchObject(refused);
    expect((await takePrompt(one.token, { tabId: 9, frameId: 0 })).inTab).toBe(9);
  });

  it('asks IT also where more rules stopped it than a request may name', async () => {
    await fake.storage.local.set({ serviceUrl: gatehouse });
    await signedIn(gatehouse);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const ruleIds = Array.from({ length: 201 }, (_, n) => `rule-${n}`) as never;
    await rememberChecked(page, intent, { decision: { ...decision('block'), ruleIds }, effect: null, stopId: null });
    const input = { intent, failure: null, scheme: 'light' as const };
    const { token } = await promptHandlers.openPrompt(input, from(page, 'content'));
    await promptHandlers.promptContent({ token }, from(frame));
    expect(await promptHandlers.promptAsk({ token, reason: 'Launch' }, from(frame))).toMatchObject({
      state: 'waiting',
    });
    const [kept] = await outbox.all();
    expect(kept?.body.ruleIds).toHaveLength(200);
    vi.unstubAllGlobals();
    const sent = { key: '00000000-0000-4000-8000-000000000001', intent, reason: 'Launch' };
    const stopped = { decision: { ...decision('block'), ruleIds }, stopId: null };
    expect(messages.ask.input.safeParse({ kind: 'ask', input: { ...sent, ...askedOf(stopped) } }).success).toBe(true);
  });

  const openedIn = async (at: typeof page, site = 'acme.atlassian.net') => {
    const act = { ...intent, siteHost: site };
    await rememberChecked(at, act, { decision: decision('block'), effect: null, stopId: 'K7QF-2M9D' });
    return (await promptHandlers.openPrompt({ intent: act, failure: null, scheme: 'light' }, from(at, 'content')))
      .token;
  };

  it('outlives whatever another tab, or another frame of its tab, does', async () => {
    const mine = await openedIn(page);
    const ofFrame = await openedIn({ tabId: 1, frameId: 3 });
    await takePrompt(mine, frame);
    await takePrompt(ofFrame, frame);
    for (let n = 0; n < 100; n += 1) await openedIn({ tabId: 2, frameId: n });
    for (let n = 0; n < 30; n += 1) await openedIn({ tabId: 3 + n, frameId: 0 });
    for (let n = 0; n < 100; n += 1) await openedIn({ tabId: 1, frameId: 100 + n });
    for (let n = 0; n < 20; n += 1) await openedIn({ tabId: 1, frameId: 3 });
    expect((await promptOf(mine, frame)).token).toBe(mine);
    await expect(promptOf(ofFrame, frame)).rejects.toMatchObject(refused);
    expect(await checkedIn(page, intent)).not.toBeNull();
  });

  it('opens for the first of several acts that wait, also when more came meanwhile', async () => {
    const acts = Array.from({ length: 12 }, (_, n) => ({ ...intent, siteHost: `s${n}.atlassian.net` }));
    for (const act of acts)
      await rememberChecked(page, act, { decision: decision('block'), effect: null, stopId: 'K7QF-2M9D' });
    for (const act of acts.slice(0, 5)) expect(await checkedIn(page, act)).not.toBeNull();
  });

  it('is bounded in number, all tabs together', async () => {
    for (let n = 0; n < 100; n += 1) await openedIn({ tabId: n, frameId: 0 });
    const { prompts, checked } = await fake.storage.session.get(['prompts', 'checked']);
    expect([prompts, checked]).toMatchObject([{ length: 60 }, { length: 60 }]);
    expect(await checkedIn({ tabId: 99, frameId: 0 }, intent)).not.toBeNull();
  });

  it('takes what was typed with it into a window of its own', async () => {
    const windows = { create: async () => ({ tabs: [{ id: 9 }] }) };
    Object.assign(fake, { windows });
    Object.assign(fake.tabs, { update: async () => undefined });
    const token = await opened();
    expect(await promptHandlers.promptContent({ token }, from(frame))).toMatchObject({ draft: '' });
    await promptHandlers.promptToWindow({ token, draft: 'For the launch.' }, from(frame));
    const there = from({ tabId: 9, frameId: 0 });
    expect(await promptHandlers.promptContent({ token }, there)).toMatchObject({ draft: 'For the launch.' });
  });

  it('opens again, with what was typed, from where it stood, and comes to the front while it is open', async () => {
    const opened_: number[] = [];
    const front: number[] = [];
    let isThere = true;
    Object.assign(fake, {
      windows: {
        create: async () => ({ tabs: [{ id: 9 + opened_.push(1) }] }),
        update: async (windowId: number) => front.push(windowId),
      },
    });
    Object.assign(fake.tabs, {
      update: async (_: number, { active }: { active?: boolean }) => {
        if (active && !isThere) throw new Error('No tab with that id.');
        return { windowId: 5 };
      },
    });
    const token = await opened();
    await promptHandlers.promptContent({ token }, from(frame));
    await promptHandlers.promptToWindow({ token, draft: 'For the launch.' }, from(frame));
    await promptHandlers.promptToWindow({ token, draft: '' }, from(frame));
    expect([opened_.length, front]).toEqual([1, [5]]);
    isThere = false;
    await promptHandlers.promptToWindow({ token, draft: '' }, from(frame));
    expect(opened_).toHaveLength(2);
    const there = from({ tabId: 11, frameId: 0 });
    expect(await promptHandlers.promptContent({ token }, there)).toMatchObject({ draft: 'For the launch.' });
    await expect(
      promptHandlers.promptToWindow({ token, draft: '' }, from({ tabId: 3, frameId: 0 })),
    ).rejects.toMatchObject(refused);
  });

  it('goes to a window, for the page it stands over, where its frame has not started there; to the front the next time', async () => {
    const front: number[] = [];
    let windows = 0;
    Object.assign(fake, {
      windows: {
        create: async () => {
          windows += 1;
          return { tabs: [{ id: 9 }] };
        },
        update: async (windowId: number) => front.push(windowId),
      },
    });
    Object.assign(fake.tabs, { update: async () => ({ windowId: 5 }) });
    const unshown = (token: string, at = page) => promptHandlers.promptUnshown({ token }, from(at, 'content'));
    const token = await opened();
    await expect(unshown(token, { tabId: 2, frameId: 0 })).rejects.toMatchObject(refused);
    expect(await unshown(token)).toEqual({ moved: true });
    await promptHandlers.promptContent({ token }, from({ tabId: 9, frameId: 0 }));
    expect(await unshown(token)).toEqual({ moved: true });
    expect([windows, front]).toEqual([1, [5]]);
    const started = await opened();
    await promptHandlers.promptContent({ token: started }, from(frame));
    expect(await unshown(started)).toEqual({ moved: false });
    expect(windows).toBe(1);
  });

  it('ends for the page when its window is closed without an answer', async () => {
    const told: unknown[] = [];
    Object.assign(fake.tabs, { sendMessage: async (...message: unknown[]) => void told.push(message) });
    const token = await openedIn(page);
    await takePrompt(token, frame);
    await keepPrompt({ ...(await promptOf(token, frame)), inTab: 9, takenBy: { tabId: 9, frameId: 0 } });
    await tabClosed(9);
    expect(told).toMatchObject([[page.tabId, { prompt: token, end: 'closed' }, { frameId: page.frameId }]]);
  });

  it('is forgotten with the tab it stands in; one that has a window of its own with that window', async () => {
    const here = await openedIn(page);
    const there = await openedIn(page, 'labs.atlassian.net');
    await takePrompt(here, frame);
    await takePrompt(there, frame);
    await keepPrompt({ ...(await promptOf(there, frame)), inTab: 9, takenBy: { tabId: 9, frameId: 0 } });
    await forgetTab(1);
    await expect(promptOf(here, frame)).rejects.toMatchObject(refused);
    expect(await checkedIn(page, intent)).toBeNull();
    expect((await promptOf(there, { tabId: 9, frameId: 0 })).token).toBe(there);
    await forgetTab(9);
    await expect(promptOf(there, { tabId: 9, frameId: 0 })).rejects.toMatchObject(refused);
  });
});

describe('going on', () => {
  const proceeding = async (outcome: 'warn' | 'block' = 'warn') => {
    const token = await opened(outcome);
    await promptHandlers.promptContent({ token }, from(frame));
    return () => promptHandlers.promptProceed({ token, justification: null }, from(frame));
  };
  const recorded = async () =>
    (await outbox.all()).flatMap((entry) => (entry.kind === 'intent' && entry.body.proceeded ? [entry.body] : []));
  const withPolicy = (version: number, change: (rule: Rule) => Rule = (rule) => rule) =>
    fake.storage.local.set({
      policy: {
        serviceUrl: 'https://gatehouse.example.com',
        etag: null,
        fetchedAt: '2026-11-21T08:00:00Z',
        bundle: {
          organization: { orgId: 'o', name: 'Acme', domains: [], sites: [] },
          actor: { accountId: 'emma', identityType: 'managed' },
          policy: { ...itOnlyAccess(version), rules: itOnlyAccess(version).rules.map(change) },
        },
      },
    });

  beforeEach(() => withPolicy(blocked.policyVersion));

  it('is recorded once and told once, however often it is pressed', async () => {
    const proceed = await proceeding();
    const all = await Promise.allSettled([proceed(), proceed()]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await recorded()).toMatchObject([{ outcome: 'warn', stopId: 'K7QF-2M9D' }]);
    expect(told).toMatchObject([[1, { end: 'proceed' }, { frameId: 0 }]]);
  });

  it('is neither told nor lost when it cannot be recorded', async () => {
    const proceed = await proceeding();
    const add = vi.spyOn(outbox, 'add').mockRejectedValueOnce(new Error('The disk is full.'));
    await expect(proceed()).rejects.toThrow('disk');
    expect(told).toEqual([]);
    add.mockRestore();
    await proceed();
    expect(await recorded()).toHaveLength(1);
  });

  it('ends where the policy has become stricter while the prompt stood open', async () => {
    const proceed = await proceeding();
    await withPolicy(blocked.policyVersion + 1);
    await expect(proceed()).rejects.toThrow('The policy has changed meanwhile');
    expect([await recorded(), told]).toEqual([[], []]);
    await withPolicy(blocked.policyVersion);
    await proceed();
    expect(await recorded()).toHaveLength(1);
  });

  it.each([
    ['somebody else is signed in', { accountId: 'bob', identityType: 'managed' }, 'bob'],
    ['the person is in other groups', { accountId: 'emma', identityType: 'managed', groups: ['g-2'] }, 'emma'],
  ])('ends where the same policy stops it for whom it is now: %s', async (_what, actor, subject) => {
    await signedIn('https://gatehouse.example.com', 'emma');
    await fake.storage.local.set({ serviceUrl: 'https://gatehouse.example.com' });
    const proceed = await proceeding();
    const { policy } = await fake.storage.local.get('policy');
    const { bundle } = policy as { bundle: object };
    await fake.storage.local.set({ policy: { ...(policy as object), bundle: { ...bundle, actor } } });
    await signedIn('https://gatehouse.example.com', subject);
    await expect(proceed()).rejects.toThrow('What the policy says has changed meanwhile');
    expect([await recorded(), told]).toEqual([[], []]);
  });

  it('ends where a rule counts by now that did not when the prompt opened', async () => {
    await withPolicy(blocked.policyVersion, (rule) => ({ ...rule, validFrom: '2026-11-21T00:00:00Z' }));
    const proceed = await proceeding();
    await expect(proceed()).rejects.toThrow('What the policy says has changed meanwhile');
    expect(told).toEqual([]);
  });

  it('is not recorded when the page is gone, or what was to be pressed', async () => {
    const proceed = await proceeding();
    pageSays = async () => false;
    await expect(proceed()).rejects.toThrow('The page has changed');
    pageSays = async () => Promise.reject(new Error('Could not establish connection.'));
    await expect(proceed()).rejects.toThrow('The page is gone');
    pageSays = async () => undefined;
    await expect(proceed()).rejects.toThrow('The page is gone');
    expect([await recorded(), told]).toEqual([[], []]);
  });
});
