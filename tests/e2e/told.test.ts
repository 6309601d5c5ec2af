import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookInside, waitForText } from '../tools/closed-roots.ts';
import { promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, explainedIn, openWorld, page, signIn } from './extension-world.ts';

/** Stops by the network rules alone: no script of ours held the call, and the page shows its own failure only. */
let world: ExtensionWorld;
let tab: Page;
beforeAll(async () => {
  world = await openWorld();
  await (await signIn(world)).close();
});
afterAll(async () => {
  await world?.close();
});
beforeEach(async () => {
  await tab?.close();
  tab = await world.context.newPage();
  await tab.goto(board);
  world.arrived.length = 0;
  world.stub.received.length = 0;
});

const INVITE = 'https://acme.atlassian.net/gateway/api/invitations/v1/invite';

/** A worker of the page posts: no content script runs there. Answers what the page sees of it. */
const fromWorker = (...addresses: string[]): Promise<string[]> =>
  tab.evaluate(async (urls) => {
    const code = `onmessage = async ({ data }) => { const said = [];
      for (const url of data) said.push(await fetch(url, { method: 'POST', body: '{}' }).then(() => 'sent', (error) => error.message));
      postMessage(said); }`;
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    worker.postMessage(urls);
    return new Promise<string[]>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
  }, addresses);

interface Recorded {
  readonly id: string;
  readonly intent: string;
  readonly layer: string;
  readonly siteHost: string | null;
  readonly targets: number | { readonly atLeast: number };
}
const recorded = (): Recorded[] =>
  world.stub.received
    .filter(({ path }) => path === '/api/v1/intents')
    .flatMap(({ body }) => (body as { intents: Recorded[] }).intents);
const posts = () => world.arrived.filter(({ call }) => call.startsWith('POST'));
const said = () => lookInside(tab, ({ text }) => text);

describe('what the network rules stopped', () => {
  it('is told on the page, by rule and number, and recorded once, however often the page tries', async () => {
    expect(await fromWorker(...Array.from({ length: 20 }, () => INVITE))).toEqual(
      Array.from({ length: 20 }, () => 'Failed to fetch'),
    );
    expect(posts()).toEqual([]);
    await waitForText(tab, /Inviting people on acme\.atlassian\.net was stopped by the rule “.+” \(IT\)/);
    const [, stopId] = /Stop ([0-9A-Z]{4}-[0-9A-Z]{4}): give this number/.exec(await said()) ?? [];
    expect(stopId).toBeDefined();
    expect((await said()).match(/was stopped by/g)).toHaveLength(1);
    await expect.poll(() => recorded().length, { timeout: 20_000 }).toBe(1);
    await tab.waitForTimeout(1500);
    expect(recorded()).toMatchObject([
      { intent: 'invite', layer: 'network', siteHost: 'acme.atlassian.net', targets: { atLeast: 0 } },
    ]);

    // "Ask IT" opens the prompt about it, and the request says which stop it comes of.
    const { x, y } = await lookInside(tab, async ({ buttons }) => {
      const ask = buttons.find(({ name }) => name === 'Ask IT');
      if (!ask) throw new Error('There is no "Ask IT".');
      return ask.middle();
    });
    await tab.mouse.click(x, y);
    const prompt = await promptFrame(tab);
    await prompt.getByText(stopId as string, { exact: true }).waitFor();
    await prompt.locator('textarea').fill('For the launch.');
    await prompt.getByRole('button', { name: 'Ask IT' }).click();
    await prompt.getByText(/^Request #\d+ sent to IT/).waitFor({ timeout: 20_000 });
    const asked = world.stub.received.filter(({ path }) => path === '/api/v1/requests');
    expect(asked).toMatchObject([{ body: { intent: 'invite', stopId, reason: 'For the launch.' } }]);
  });

  it('is read to its end in a window as low as one at 400 %', async () => {
    await tab.setViewportSize({ width: 320, height: 256 });
    await fromWorker(INVITE, 'https://acme.atlassian.net/rest/api/3/group/user');
    await expect.poll(async () => (await said()).match(/was stopped by/g)?.length, { timeout: 20_000 }).toBe(2);

    /** Where the middles of the buttons are. */
    const heights = () =>
      lookInside(tab, ({ buttons }) => Promise.all(buttons.map(async (one) => (await one.middle()).y)));
    const isInSight = (y: number | undefined) => y !== undefined && y > 12 && y < 244;
    expect(await heights()).toHaveLength(4);
    // What is told stands above its buttons.
    await tab.mouse.move(100, 100);
    await tab.mouse.wheel(0, 5000);
    await expect.poll(async () => (await heights()).slice(-2).every(isInSight)).toBe(true);
    await tab.mouse.wheel(0, -5000);
    await expect.poll(async () => (await heights()).slice(0, 2).every(isInSight)).toBe(true);
    for (const at of [0, 1, 2, 3]) {
      await lookInside(tab, ({ buttons }) => buttons[at]?.focus());
      await expect.poll(async () => isInSight((await heights())[at])).toBe(true);
    }
    await tab.setViewportSize({ width: 1280, height: 800 });
  });

  it('is told of a page in a frame and of a form that leaves the page; an odd spelling alone stops nothing', async () => {
    await tab.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = 'https://id.atlassian.com/invite/p/jira-software?id=abcdefghijklmnopqrstuv';
    });
    await waitForText(tab, /Joining was stopped by the rule “.+” \(IT\).*Stop [0-9A-Z]{4}-[0-9A-Z]{4}/);
    await fromWorker('https://acme.atlassian.net/rest/api/3/issue/ACME-1/properties/100%2550');
    expect(posts()).toHaveLength(1);
    world.arrived.length = 0;
    await expect.poll(() => recorded().map(({ intent }) => intent), { timeout: 20_000 }).toEqual(['join']);
    await tab.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { method: 'post' });
      form.action = 'https://admin.atlassian.com/gateway/api/invitations/v1/invite';
      const button = form.appendChild(document.createElement('button'));
      // In a shadow tree the guard does not hear of it (docs/limits.md).
      document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(form);
      button.click();
    });
    // The window was to show the answer: it explains instead.
    await explainedIn(tab);
    await tab
      .getByText('Stopped before it was opened: admin.atlassian.com/gateway/api/invitations/v1/invite')
      .waitFor();
    await expect.poll(() => recorded().length, { timeout: 20_000 }).toBe(2);
    expect(recorded()[1]).toMatchObject({ intent: 'invite', layer: 'network', siteHost: null });
    expect(posts()).toEqual([]);
  });

  it('is told of what the guard stopped in a frame, where no prompt could be read', async () => {
    await tab.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = '/plain';
      await new Promise((done) => frame.addEventListener('load', done));
      const recipients = [{ type: 'external_user', email: 'framed@outside.example' }];
      void frame.contentWindow?.fetch('/gateway/api/share', { method: 'POST', body: JSON.stringify({ recipients }) });
    });
    await waitForText(
      tab,
      /Sharing with somebody new on acme\.atlassian\.net was stopped by the rule “.+” \(IT\).*Stop [0-9A-Z]{4}-/,
    );
    expect(posts()).toEqual([]);
  });

  it('is nothing when somebody else’s rule stopped what ours do not close, or what gives no access', async () => {
    await world.context.route(/\/(rest\/api\/3\/issue|gateway\/api\/share)$/, (route) =>
      route.abort('blockedbyclient'),
    );
    const site = 'https://acme.atlassian.net';
    expect(await fromWorker(`${site}/rest/api/3/issue`, `${site}/gateway/api/share`)).toEqual([
      'Failed to fetch',
      'Failed to fetch',
    ]);
    await tab.waitForTimeout(3000);
    expect(recorded()).toEqual([]);
    expect(await said()).not.toContain('was stopped');
  });
});

it('what is asked of the person at install is what it was: the browser says nothing more for hearing of blocked requests', async () => {
  const own = await world.context.newPage();
  await own.goto(page('options/index.html'));
  const warnings = await own.evaluate(async () => {
    const { management, runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const manifest = runtime.getManifest();
    const without = { ...manifest, permissions: manifest.permissions?.filter((name) => name !== 'webRequest') };
    const ask = (of: object) => management.getPermissionWarningsByManifest(JSON.stringify(of));
    return { with: await ask(manifest), without: await ask(without) };
  });
  expect(warnings.with).not.toEqual([]);
  expect(warnings.with).toEqual(warnings.without);
  await own.close();
});
