import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launch, sitDown } from './panel-browser.ts';
import { request } from './panel-data.ts';

let browser: Browser;
let desk: Desk | undefined;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

describe('a request that does not say which site is meant', () => {
  it('is approved only after the reviewer has chosen one, and can be denied before', async () => {
    const unknown = { cloudId: null, siteHost: null, effect: null, group: null, container: 'OPS' };
    desk = await sitDown(browser, {
      path: '#/requests/request-6',
      prepare: (stub) => stub.add(request(6, { intent: 'join', ...unknown }, 1)),
    });
    const { page, service } = desk;
    await page.getByText('Site not known: choose one').waitFor();
    await page.getByText('Seats and cost are not known before somebody says which site this is about.').waitFor();
    await page.getByText('not known: the page did not say which').waitFor();
    await page.locator('dd', { hasText: 'OPS' }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Deny…' }).isEnabled()).toBe(true);
    const use = page.getByRole('button', { name: 'Use this site' });
    expect(await use.isEnabled()).toBe(false);
    await page.getByLabel('Site not known: choose one').click();
    await page.getByText('acme-labs.atlassian.net', { exact: true }).click();
    await use.click();
    await page.getByText('chosen by Ravi Shah; the page did not say which').waitFor();
    await page.getByText('said that the request is about acme-labs.atlassian.net').waitFor();
    expect(service.requests()[5]).toMatchObject({ siteHost: 'acme-labs.atlassian.net', state: 'in-review' });
    // This service maps no group there: nobody is said to be added.
    await page.getByText('Approving will fail: no group is mapped for').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Approved. Nobody can be added: no group is mapped for').waitFor();
  });
});
