import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ArrivalsWorld, openArrivals } from '../arrivals/world.ts';
import { page } from './extension-world.ts';

const invitation = 'https://id.atlassian.com/invite/p/jira-software?id=abcdefghijklmnopqrstuv';
/** A host the extension has nothing to do with, as far as its permissions go. */
const elsewhere = 'https://community.atlassian.com/arrivals/frame';

let world: ArrivalsWorld;
let tab: Page;
beforeAll(async () => {
  world = await openArrivals('policy');
  tab = await world.context.newPage();
  await tab.goto(elsewhere);
});
afterAll(async () => world?.close());

const recorded = async () => {
  // Records are sent by themselves after the answer.
  await new Promise((done) => setTimeout(done, 1500));
  return world.stub.received.filter(({ path }) => path === '/api/v1/intents');
};

const follow = async (href: string) => {
  const link = await world.context.newPage();
  await link.goto(elsewhere);
  await link.evaluate((to) => {
    document.body.appendChild(Object.assign(document.createElement('a'), { href: to })).click();
  }, href);
  await link.waitForURL(/^chrome-extension:/);
  return link;
};

it('explains what our rules stopped, from any site, and records it once', async () => {
  const link = await follow(invitation);
  await link.getByText('Access goes through IT').first().waitFor();
  expect(await recorded()).toHaveLength(1);
  expect(await world.cloud.log.list().filter(({ path }) => path.startsWith('/invite/'))).toEqual([]);
  // The word is no secret to whoever sees this tab, and worth nothing any more.
  const word = link.url();
  await link.close();
  const before = (await recorded()).length;
  for (let i = 0; i < 5; i += 1) {
    const again = await world.context.newPage();
    await again.goto(word);
    await again.close();
  }
  // The same act within seconds is the same record, however often its page is opened.
  expect(await recorded()).toHaveLength(before);
});

it('explains an oddly spelled one as what it is', async () => {
  const link = await follow('https://a@id.atlassian.com//%69nvite/%70/jira-software?id=abcdefghijklmnopqrstuv#x');
  await link.getByText('id.atlassian.com/invite/p/jira-software').waitFor();
  await link.close();
});

it('says and records nothing when a site opens it, whatever the address says', async () => {
  const before = (await recorded()).length;
  for (const query of ['intent=grant-role', 'word=guess', `word=${crypto.randomUUID()}&intent=invite`, '']) {
    const opened = await world.context.newPage();
    await opened.goto(`${page('blocked/index.html')}?${query}#${invitation}`);
    await opened.getByText('Nothing to see here').waitFor();
    await opened.close();
  }
  expect(await recorded()).toHaveLength(before);
});

it('cannot be opened by a site at all', async () => {
  const opened = await world.context.newPage();
  await opened.goto(elsewhere);
  await opened.evaluate((to) => location.assign(to), `${page('blocked/index.html')}?word=guess#${invitation}`);
  await opened.waitForURL(/^chrome-error:/);
  await opened.close();
});

it('tells no other site that the extension is there', async () => {
  const seen = await tab.evaluate(
    async (address) => ({
      fetched: await fetch(address).then(
        () => 'answered',
        () => 'nothing',
      ),
      image: await new Promise((done) => {
        const image = document.body.appendChild(document.createElement('img'));
        image.onload = () => done('loaded');
        image.onerror = () => done('nothing');
        image.src = address;
      }),
    }),
    page('blocked/index.html'),
  );
  expect(seen).toEqual({ fetched: 'nothing', image: 'nothing' });
});
