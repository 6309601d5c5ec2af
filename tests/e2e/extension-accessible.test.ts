import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsIn } from '../tools/axe-in-frame.ts';
import { lookInside, waitForText } from '../tools/closed-roots.ts';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, explainedIn, openWorld, page, signIn } from './extension-world.ts';

let world: ExtensionWorld;
let popup: Page;
beforeAll(async () => {
  world = await openWorld();
  popup = await signIn(world);
});
afterAll(async () => {
  await world?.close();
});

const join = 'https://id.atlassian.com/invite/p/jira-software?id=abcdefghijklmnopqrstuv';

/** What axe finds wrong, as "rule: element". */
async function faults(on: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page: on });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe.each(['light', 'dark'] as const)('what we draw in %s', (colorScheme) => {
  it('is accessible on the extension’s own pages', async () => {
    for (const address of [page('popup/index.html'), page('options/index.html'), page('blocked/index.html'), join]) {
      const tab = await world.context.newPage();
      await tab.emulateMedia({ colorScheme });
      await tab.goto(address).catch(() => explainedIn(tab));
      await tab.locator('h1, h2').first().waitFor();
      expect(await faults(tab), address).toEqual([]);
      await tab.close();
    }
  });

  it('is accessible on pages: the warning, the prompt with its error, the keyboard inside it', async () => {
    const tab = await world.context.newPage();
    await tab.emulateMedia({ colorScheme });
    await tab.goto(board);
    await tab.getByRole('combobox').fill('nina.new@outside.example');
    await tab.getByRole('combobox').press('Enter');
    await waitForText(tab, '98 of 100');
    expect(await faults(tab, '[data-gatehouse="licence-warning"]')).toEqual([]);

    await tab.getByRole('button', { name: 'Invite' }).focus();
    await tab.keyboard.press('Enter');
    const prompt = await promptFrame(tab);
    await prompt.locator('[data-starts]:enabled').first().waitFor();
    const focused = () => prompt.evaluate(() => document.activeElement?.textContent ?? 'outside');
    expect(await focused()).toBe('Sharing with somebody new goes through IT');
    const visited: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await tab.keyboard.press('Tab');
      visited.push(await focused());
    }
    expect(visited).toEqual(['', 'Cancel', 'Ask IT']);
    await tab.keyboard.press('Enter');
    await prompt.getByText('Write one sentence', { exact: false }).waitFor();
    expect(await faultsIn(prompt)).toEqual([]);
    await tab.keyboard.type('Not to be lost');
    await tab.keyboard.press('Escape');
    await prompt.getByText('Press Escape again', { exact: false }).waitFor();
    await tab.keyboard.press('Escape');
    await expect.poll(() => openPrompt(tab)).toBeUndefined();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Invite');
    await tab.close();
  });
});

describe('news', () => {
  const look = () => popup.evaluate(() => chrome.runtime.sendMessage({ kind: 'myRequests', input: { refresh: true } }));
  /** IT has decided about a request, and the extension comes to know it. */
  const decided = async (tab: Page, as: Pick<typeof sample, 'id' | 'number' | 'updatedAt'>): Promise<void> => {
    await look();
    world.stub.requests.push({ ...sample, ...as, state: 'in-review' });
    await look();
    world.stub.requests.pop();
    world.stub.requests.push({ ...sample, ...as, state: 'granted' });
    await tab.bringToFront();
    await look();
  };
  const notices = (tab: Page) => tab.locator('[data-gatehouse="request-notice"]').count();

  it('stand on the page in front when IT has decided', async () => {
    const tab = await world.context.newPage();
    await tab.goto(`${board}?news`);
    await decided(tab, { id: sample.id, number: 7, updatedAt: '2026-11-21T09:00:00.000Z' });
    await waitForText(tab, 'Request #7 was granted: Nina now has Jira.');
    expect(await faults(tab, '[data-gatehouse="request-notice"]')).toEqual([]);
    const { x, y } = await lookInside(
      tab,
      ({ buttons }) => buttons.find(({ name }) => name === 'Dismiss')?.middle() ?? { x: 0, y: 0 },
    );
    await tab.mouse.click(x, y);
    expect(await notices(tab)).toBe(0);
    await tab.close();
  });

  it('wait for the answer to a prompt, which they would cover', async () => {
    const tab = await world.context.newPage();
    await tab.setViewportSize({ width: 600, height: 700 });
    await tab.goto(`${board}?news-and-prompt`);
    await tab.getByRole('combobox').fill('nina.new@outside.example');
    await tab.getByRole('combobox').press('Enter');
    await tab.getByRole('button', { name: 'Invite' }).click();
    const prompt = await promptFrame(tab);
    await decided(tab, { id: 'request-8' as never, number: 8, updatedAt: '2026-11-21T10:00:00.000Z' });
    for (let moment = 0; moment < 10; moment += 1) {
      await tab.waitForTimeout(200);
      expect(await notices(tab)).toBe(0);
      expect(await prompt.getByRole('button', { name: 'Ask IT' }).isEnabled()).toBe(true);
    }
    await prompt.getByRole('button', { name: 'Cancel' }).click();
    await waitForText(tab, 'Request #8 was granted: Nina now has Jira.');
    await tab.close();
  });
});

const sample: ExtensionWorld['stub']['requests'][number] = {
  id: 'request-7' as never,
  number: 7,
  state: 'in-review',
  intent: 'share-with-new-person',
  product: 'jira-software',
  siteHost: 'acme.atlassian.net',
  targets: [
    { email: 'nina.new@outside.example', accountId: null, name: 'Nina', standing: 'new', identityType: 'external' },
  ],
  reason: 'x',
  ruleName: 'IT adds new people',
  createdAt: '2026-11-21T08:00:00.000Z',
  updatedAt: '2026-11-21T08:00:00.000Z',
  decisionReason: null,
  decidedBy: null,
  grantFailure: null,
  byHand: null,
  invited: [],
};
