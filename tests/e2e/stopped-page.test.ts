import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ArrivalsWorld, openArrivals } from '../arrivals/world.ts';
import { page } from './extension-world.ts';

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

it('explains one that only a rule reads as what that rule stops', async () => {
  const link = await follow('https://id.atlassian.com/join/user-access&x');
  await link.getByText('id.atlassian.com/join/user-access&x').waitFor();
  await link.getByText('Access goes through IT').first().waitFor();
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
