import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launch, sitDown } from './panel-browser.ts';
import { me, request } from './panel-data.ts';
import type { PanelService } from './panel-service.ts';

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

const sit = async (path: string, prepare: (service: PanelService) => void) => {
  desk = await sitDown(browser, { path, prepare });
  return desk;
};
const row = (page: Page, number: number) => page.getByRole('row').filter({ hasText: `#${number}` });

describe('a request that Gatehouse cannot carry out', () => {
  it('is marked as done by somebody who did it, with a note', async () => {
    const task = request(6, { intent: 'start-app', product: 'jira-product-discovery', group: null }, 1);
    const { page, service } = await sit('#/requests/request-6', (stub) => stub.add(task));
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Approved. It becomes a task for IT').waitFor();
    service.move(6, { kind: 'start-grant' });
    service.move(6, { kind: 'fail-grant', failure: 'Gatehouse cannot start a new app or trial by itself.' });
    await page.getByText('Approved, and now a task for IT').waitFor();
    // No failure: nobody but a person could ever have done it.
    await page.getByText('Task for IT', { exact: true }).waitFor();
    expect(await page.getByText('Grant failed').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Mark as done…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Gatehouse does not check it.').waitFor();
    expect(service.requests()[5]?.state).toBe('grant-failed');
    await dialog.getByLabel(/^Note to Emma/).fill('The trial runs until May.');
    await dialog.getByRole('button', { name: 'Mark as done' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Done by hand, says Ravi Shah').waitFor();
    await page.getByText('marked the request as done by hand').waitFor();
    expect(service.requests()[5]).toMatchObject({ state: 'granted', byHand: { note: 'The trial runs until May.' } });
  });

  it('cannot be marked as done by the person who asked', async () => {
    const own = request(6, { state: 'grant-failed', requester: { ...me } }, 1);
    const { page } = await sit('#/requests/request-6', (stub) => stub.add(own));
    await page.getByText('You cannot decide a request that you made or that gives you access.').waitFor();
    expect(await page.getByRole('button', { name: /Mark as done|Try again/ }).count()).toBe(0);
  });

  it('keeps the dialog and names the log line when the service fails', async () => {
    const failed = request(6, { state: 'grant-failed' }, 1);
    const { page, service } = await sit('#/requests/request-6', (stub) => stub.add(failed));
    await page.getByRole('button', { name: 'Mark as done…' }).click();
    service.failing.set('/api/v1/requests/request-6/completions', 'internal');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Mark as done' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/Reference: stub$/)
      .waitFor();
  });
});

describe('a long list of what is done', () => {
  it('says how many it leaves out of a mixed list, and pages through one kind', async () => {
    const done = Array.from({ length: 120 }, (_, i) => request(i + 6, { state: i % 2 ? 'denied' : 'granted' }, 1));
    const { page } = await sit('#/requests?tab=done', (service) => {
      for (const one of done) service.add(one);
    });
    await page.getByText('Only the newest 100 of 120 are shown.').waitFor();
    await page.getByRole('link', { name: /^Denied/ }).click();
    await page.getByRole('link', { name: 'Next' }).click();
    await row(page, 7).waitFor();
    expect(await page.getByText('Only the newest').count()).toBe(0);
  });
});
