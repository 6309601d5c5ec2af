import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ArrivalsWorld, openArrivals } from '../arrivals/world.ts';
import { explainedIn, killWorker, page } from './extension-world.ts';

const invitation = 'https://id.atlassian.com/invite/p/jira-software?id=abcdefghijklmnopqrstuv';
/** A host the extension has nothing to do with, as far as its permissions go. */
const elsewhere = 'https://community.atlassian.com/arrivals/frame';

let world: ArrivalsWorld;
beforeAll(async () => {
  world = await openArrivals('policy');
});
afterAll(async () => world?.close());

const recorded = async () => {
  // Records are sent by themselves after the answer.
  await new Promise((done) => setTimeout(done, 1500));
  return world.stub.received.filter(({ path }) => path === '/api/v1/intents');
};

async function follow(href: string, from?: Page): Promise<Page> {
  const link = from ?? (await world.context.newPage());
  if (!from) await link.goto(elsewhere);
  await link.evaluate((to) => {
    document.body.appendChild(Object.assign(document.createElement('a'), { href: to })).click();
  }, href);
  await explainedIn(link);
  return link;
}

it('explains what our rules stopped, from any site, and records it once', async () => {
  const link = await follow(invitation);
  await link.getByText('Access goes through IT').first().waitFor();
  expect(await recorded()).toHaveLength(1);
  expect(await world.cloud.log.list().filter(({ path }) => path.startsWith('/invite/'))).toEqual([]);
  const stop = /Stop \S+/.exec(await link.locator('body').innerText())?.[0];
  expect(stop).toBeDefined();
  // It can be read again, and is the same stop.
  await link.reload();
  await link.getByText(stop ?? '').waitFor();
  expect(await recorded()).toHaveLength(1);
  await link.close();
});

it('explains a link that no site opened, with the worker dead', async () => {
  await killWorker(world);
  const typed = await world.context.newPage();
  await typed.goto(invitation).catch(() => explainedIn(typed));
  await typed.getByText('Access goes through IT').first().waitFor();
  await typed.close();
});

it('is left with one step back, by its button and by the browser’s', async () => {
  const link = await follow(invitation);
  for (const back of [
    () => link.getByRole('button', { name: 'Go back' }).click(),
    () => link.evaluate(() => history.back()),
  ]) {
    await link.getByText('Access goes through IT').first().waitFor();
    await back();
    await expect.poll(() => link.url(), { timeout: 10_000 }).toBe(elsewhere);
    await link.waitForTimeout(500);
    expect(link.url()).toBe(elsewhere);
    await follow(invitation, link);
  }
  await link.close();
});

it('leaves a tab alone whose page only fetches ahead, and records nothing of it', async () => {
  const before = (await recorded()).length;
  for (const way of ['prefetch', 'prerender'] as const) {
    const tab = await world.context.newPage();
    await tab.goto('https://www.atlassian.com/arrivals/frame');
    await tab.evaluate((ahead) => {
      const rules = {
        [ahead]: [{ urls: [`https://www.atlassian.com/try/cloud/signup?${ahead}`], eagerness: 'immediate' }],
      };
      document.head.append(
        Object.assign(document.createElement('script'), {
          type: 'speculationrules',
          textContent: JSON.stringify(rules),
        }),
      );
    }, way);
    await tab.waitForTimeout(2500);
    expect(tab.url(), way).toBe('https://www.atlassian.com/arrivals/frame');
    await tab.close();
  }
  expect(await recorded()).toHaveLength(before);
});

it('explains an oddly spelled one as what it is', async () => {
  const link = await follow('https://a@id.atlassian.com//%69nvite/%70/jira-software?id=abcdefghijklmnopqrstuv#x');
  await link.getByText('id.atlassian.com/invite/p/jira-software').waitFor();
  await link.close();
});

it('explains one that only a rule reads as what that rule stops', async () => {
  const link = await follow('https://id.atlassian.com/join/user-access&x');
  await link.getByText('id.atlassian.com/join/user-access&x').waitFor();
  await link.getByText('Access goes through IT').first().waitFor();
  await link.close();
});

it('keeps what was typed when it is loaded again, and offers to open what is allowed by then', async () => {
  const link = await follow(invitation);
  await link.getByRole('textbox').fill('I join the launch.');
  await link.reload();
  await expect.poll(() => link.getByRole('textbox').inputValue()).toBe('I join the launch.');
  const before = world.stub.policy;
  const publish = async (policy: typeof before) => {
    world.stub.policy = policy;
    await link.evaluate(() => chrome.runtime.sendMessage({ kind: 'signIn', input: {} }));
    await link.reload();
  };
  await publish({ ...before, version: 2, rules: [] });
  await link.getByRole('heading', { name: 'This is allowed now' }).waitFor();
  await link.getByRole('button', { name: 'Open it' }).click();
  await expect.poll(() => link.url(), { timeout: 10_000 }).toBe(invitation);
  await link.goBack();
  await publish({ ...before, version: 3 });
  await link.getByText('Access goes through IT').first().waitFor();
  await link.close();
});

it('is asked about once: what was sent stays said, and what is kept is sent under the same key', async () => {
  const asked = () =>
    world.stub.received
      .filter(({ path, method }) => path === '/api/v1/requests' && method === 'POST')
      .map(({ key }) => key);
  const link = await follow(invitation);
  const ask = () => link.getByRole('button', { name: 'Ask IT' }).click();
  await link.getByRole('textbox').fill('I join the launch.');
  await world.stub.stop();
  await ask();
  await link.getByText('Your request is kept').first().waitFor();
  await link.reload();
  await expect.poll(() => link.getByRole('textbox').inputValue()).toBe('I join the launch.');
  await world.stub.start();
  await ask();
  await link.getByRole('heading', { name: /^Request #\d+ sent/ }).waitFor();
  await link.reload();
  await link.getByRole('heading', { name: /^Request #\d+ sent/ }).waitFor();
  expect(await link.getByRole('textbox').count()).toBe(0);
  expect(new Set(asked()).size).toBe(1);
  expect(world.stub.requests).toHaveLength(1);
  // Followed again soon it is the same stop; another address is not.
  await link.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => link.url(), { timeout: 10_000 }).toBe(elsewhere);
  await follow(invitation, link);
  await link.getByRole('heading', { name: /^Request #\d+ sent/ }).waitFor();
  await link.goto(elsewhere);
  await follow('https://id.atlassian.com/invite/p/confluence?id=abcdefghijklmnopqrstuv', link);
  await link.getByRole('textbox').fill('And Confluence.');
  await ask();
  await link.getByRole('heading', { name: /^Request #\d+ sent/ }).waitFor();
  expect(new Set(asked()).size).toBe(2);
  await link.close();
});

it('says and records nothing where nothing was stopped, whatever its address says', async () => {
  const before = (await recorded()).length;
  for (const query of ['', 'intent=grant-role', `word=${crypto.randomUUID()}&intent=invite`]) {
    const opened = await world.context.newPage();
    await opened.goto(`${page('blocked/index.html')}?${query}#${invitation}`);
    await opened.getByText('Nothing is known to be stopped here').waitFor();
    await opened.close();
  }
  expect(await recorded()).toHaveLength(before);
});
