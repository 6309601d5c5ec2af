import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HAND_OVER } from '../../extension/guard/channel.ts';
import { organization, people } from '../../mocks/cloud/seed.ts';
import { callWays, postWays } from '../arrivals/ways.ts';
import {
  configureFirefox,
  enterAtlassianIn,
  firefoxUrl,
  loadExtension,
  openExtensionPage,
  openFirefox,
  press,
  signInFirefox,
} from '../stage/firefox.ts';
import { freePorts } from '../stage/ports.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { lookInsideFirefox } from '../tools/closed-roots-firefox.ts';
import { board, newcomer } from '../walk/steps/dialogs.ts';
import { arrivedGrants } from '../walk/world.ts';
import { pastOurScripts } from './extension-world.ts';
import { reviewerSession } from './reviewer-session.ts';

const issue = 'https://acme.atlassian.net/browse/ACME-1';
const invite = 'https://acme.atlassian.net/gateway/api/invitations/invite';
const harmless = 'https://acme.atlassian.net/gateway/api/v1/recommendations';
const labs = `ari:cloud:jira-software::site/${organization.sites[1].cloudId}`;
const joinLink = `https://id.atlassian.com/join/user-access?resource=${encodeURIComponent(labs)}`;

const ways = {
  fetch: callWays.fetch,
  XMLHttpRequest: callWays.XMLHttpRequest,
  frame: callWays['fetch of a blank frame'],
  beacon: postWays.sendBeacon,
  form: postWays['form into an iframe'],
};

/** The main story in a real Firefox, every process real: each test stands on those before it. */
describe('in Firefox', () => {
  let dataDir: string;
  let stage: Stage;
  let browser: Browser;
  let popup: Page;
  let jira: Page;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-firefox-'));
    stage = await openStage({ ports: await freePorts(), dataDir });
    browser = await openFirefox({ proxyUrl: stage.cloud.proxyUrl, headless: true });
    await enterAtlassianIn(browser, people.emma.accountId);
    popup = await browser.newPage();
    jira = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const says = async (place: Page | Frame, text: string): Promise<void> =>
    vi.waitFor(async () => expect(await place.evaluate(() => document.body.innerText)).toContain(text), 15_000);
  const told = async (text: string | RegExp): Promise<void> =>
    vi.waitFor(async () => expect((await lookInsideFirefox(jira)).text).toMatch(text), 15_000);

  /** As somebody does who comes to it and, where their press came too soon to count, comes again. */
  const pressFor = (prompt: Page, text: string, come: () => Promise<unknown>): Promise<unknown> =>
    vi.waitFor(async () => {
      await prompt.mouse.move(20, 20);
      await press(prompt, text, 3000);
      await come();
    }, 60_000);

  /** A page or a frame of the prompt, once it is there. */
  const promptAmong = <T extends Page | Frame>(places: () => Promise<readonly T[]>): Promise<T> =>
    vi.waitFor(async () => {
      const found = (await places()).find((place) => place.url().startsWith(firefoxUrl('prompt/')));
      if (found === undefined) throw new Error('No prompt is there.');
      return found;
    }, 15_000);

  /** Sends an invitation in each way, and after it a harmless call in the same way. Answers when all harmless ones have arrived. */
  async function inviteInEveryWay(): Promise<void> {
    await jira.goto(issue);
    await stage.cloud.forget();
    // A call that is stopped fails in the page, or waits there for an answer to the prompt.
    for (const [name, way] of Object.entries(ways))
      for (const address of [invite, harmless])
        await jira.evaluate(
          `void Promise.resolve((${way})(${JSON.stringify({ address, method: 'POST', marker: name })})).catch(() => null)`,
        );
    await vi.waitFor(async () => {
      const bodies = (await stage.cloud.reached())
        .filter(({ path }) => path === new URL(harmless).pathname)
        .map(({ body }) => String(body));
      for (const name of Object.keys(ways)) expect(bodies.join()).toContain(name);
    }, 15_000);
  }

  it('without the extension, invitations arrive in every way that is tried below', async () => {
    await inviteInEveryWay();
    await vi.waitFor(async () => expect(await arrivedGrants({ stage })).toHaveLength(Object.keys(ways).length), 15_000);
    expect(await jira.evaluate(pastOurScripts)).toMatch(/^answered/);
  });

  it('says that it does not protect before it is set up', async () => {
    await loadExtension(browser);
    await openExtensionPage(popup, 'popup/index.html');
    await says(popup, 'Not protecting: not set up');
  });

  it('is pointed at the service and signs Emma in with PKCE', async () => {
    await configureFirefox(popup, stage.serviceUrl);
    await signInFirefox(popup, stage.cloud.issuer, 'Emma Berg');
    await says(popup, 'Policy 1');
  });

  it('badges stand beside people of every kind, and say why', async () => {
    await jira.goto(issue);
    await jira.bringToFront();
    const expected = [
      [people.emma.name, 'managed'],
      [people.pat.name, 'external'],
      [people.una.name, 'unclaimed'],
      [people.cora.name, 'portal-only'],
      [people.bot.name, 'app'],
      [people.dan.name, 'deactivated'],
    ].map(([name, kind]) => `${name}: ${kind} account. Why?`);
    await vi.waitFor(async () => {
      const { buttons } = await lookInsideFirefox(jira);
      expect(buttons.map(({ name }) => name)).toEqual(expect.arrayContaining(expected));
    }, 15_000);
    await (await lookInsideFirefox(jira)).buttons.find(({ name }) => name.includes(people.una.name))?.hover();
    await told('acme.example is verified, but Acme has not claimed this account.');
  });

  it('says in a page that was open during an update that it must be loaded anew, and draws nothing twice', async () => {
    const drawn = async () => (await lookInsideFirefox(jira)).buttons.map(({ name }) => name).sort();
    const before = await drawn();
    // An update closes the extension's own pages.
    await Promise.all([loadExtension(browser), popup.close()]);
    popup = await browser.newPage();
    await jira.bringToFront();
    await told('Gatehouse was installed or updated while this page was open. Reload it before you invite or share');
    await vi.waitFor(async () => expect(await drawn()).toEqual([...before, 'Dismiss', 'Reload page'].sort()), 15_000);
    await (await lookInsideFirefox(jira)).buttons.find(({ name }) => name === 'Reload page')?.click();
    await vi.waitFor(async () => expect(await drawn()).toEqual(before), 15_000);
  });

  it('an invitation by click is stopped: seats and cost are seen before, and nothing in the frame files a request', async () => {
    await stage.cloud.forget();
    await jira.goto(board);
    await jira.bringToFront();
    await jira.locator('#po-spotlight-share-button').click();
    await jira.locator('#share-user-picker').click();
    await jira.keyboard.type(newcomer);
    await jira.locator('[role="option"]').click();
    await told(/98 of 100/);
    await told(/8\.00 USD/);
    await press(jira, 'Invite');
    const frame = await promptAmong(async () => jira.frames());
    await says(frame, 'IT adds new people');
    await says(frame, 'This browser cannot tell whether a page covers this.');
    expect(await frame.$$eval('button[data-starts]', (all) => all.map(({ disabled }) => disabled))).toEqual([true]);
    expect(await arrivedGrants({ stage })).toEqual([]);
  });

  it('the prompt goes on in a window of its own, and what is asked there reaches IT', async () => {
    await press(await promptAmong(async () => jira.frames()), 'Open in a window');
    const prompt = await promptAmong(() => browser.pages());
    const field = 'textarea[aria-invalid="true"]';
    await pressFor(prompt, 'Ask IT', () => prompt.waitForSelector(field, { timeout: 3000 }));
    await prompt.locator(field).fill('Nina designs the launch page with us.');
    await pressFor(prompt, 'Ask IT', () => says(prompt, 'Request #1 sent to IT'));
    const { requests } = await (await reviewerSession(stage)).requests('open');
    expect(requests).toMatchObject([
      { number: 1, reason: 'Nina designs the launch page with us.', targets: [{ email: newcomer }] },
    ]);
    await press(prompt, 'Close');
    // Of windows of an extension Firefox does not tell the driver that they were closed.
    await vi.waitFor(() => expect(prompt.evaluate(() => null)).rejects.toThrow('no such frame'), 15_000);
    expect(await arrivedGrants({ stage })).toEqual([]);
    await openExtensionPage(popup, 'popup/index.html');
    await says(popup, '#1');
  });

  it('no invitation arrives, however the page sends it', async () => {
    await inviteInEveryWay();
    expect(await arrivedGrants({ stage })).toEqual([]);
    await promptAmong(async () => jira.frames());
    expect(await jira.evaluate(pastOurScripts)).toBe('refused');
    expect(await arrivedGrants({ stage })).toEqual([]);
  });

  it('a frame asks its own guard, whatever its page left on its window before it loaded', async () => {
    const shared = async (recipients: object) =>
      jira.evaluate(
        async (event, body) => {
          const frame = document.createElement('iframe');
          frame.srcdoc = '<p>x';
          document.body.append(frame);
          const view = frame.contentWindow as Window & typeof globalThis;
          const loaded = new Promise((done) => frame.addEventListener('load', done));
          let heard = 0;
          view.addEventListener(event, (what) => void ('ports' in what && heard++), true);
          await loaded;
          const { status } = await (frame.contentWindow as typeof view).fetch('/gateway/api/share', {
            method: 'POST',
            body,
          });
          return { status, heard };
        },
        HAND_OVER,
        JSON.stringify({ recipients: [recipients] }),
      );
    await jira.goto(issue);
    await stage.cloud.forget();
    const reached = async () =>
      (await stage.cloud.reached()).filter(({ path }) => path === '/gateway/api/share').length;
    expect(await shared({ type: 'external_user', email: 'v.new@outside.example' })).toEqual({ status: 403, heard: 0 });
    expect(await reached()).toBe(0);
    const { heard } = await shared({ type: 'user', id: people.emma.accountId });
    expect({ heard, reached: await reached() }).toEqual({ heard: 0, reached: 1 });
  });

  it('a link to join is stopped before it is opened, and a page of ours says why', async () => {
    await jira.goto(issue);
    await stage.cloud.forget();
    await jira.evaluate((url) => location.assign(url), joinLink);
    await says(jira, 'Access goes through IT');
    expect(await jira.evaluate(() => location.href)).toBe(firefoxUrl('blocked/index.html'));
    expect(await arrivedGrants({ stage })).toEqual([]);
    await press(jira, 'Go back');
    await vi.waitFor(async () => expect(await jira.evaluate(() => location.href)).toBe(issue), 15_000);
  });

  it('says so when access to Atlassian pages is taken back, and asks for it again', async () => {
    await openExtensionPage(popup, 'popup/index.html');
    await popup.evaluate(() => chrome.permissions.remove({ origins: ['https://*.atlassian.net/*'] }));
    await says(popup, 'Not protecting: access to Atlassian pages is off');
    await press(popup, 'Allow access');
    await says(popup, 'Policy 1');
  });
});
