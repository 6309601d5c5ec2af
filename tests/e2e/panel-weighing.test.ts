import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccessRequest } from '../../core/requests/index.ts';
import { exampleEffect, exampleTarget } from '../tools/request-fixture.ts';
import { type Desk, launch, sitDown } from './panel-browser.ts';
import { request } from './panel-data.ts';
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
const seats = (used: number) => ({ used, total: 100, unlimited: false });
const overLimit = exampleEffect({
  seats: seats(100),
  seatsAfter: seats(101),
  reasons: [{ code: 'over-limit', text: 'That is 1 more than the 100 seats bought.' }],
});

describe('the queue', () => {
  it('has seats and cost of now, with those of when it was asked beside them where they differ', async () => {
    const { page, service } = await sit('', (stub) => {
      stub.now.set('request-5', overLimit);
    });
    await row(page, 5).getByText('100 → 101 of 100').waitFor();
    await row(page, 5).getByText('Over limit').waitFor();
    await row(page, 5).getByText('When asked: Seats: 98 → 99 of 100.').waitFor();
    expect(await row(page, 1).getByText('When asked').count()).toBe(0);
    expect(await page.getByRole('columnheader', { name: 'Seats and cost' }).innerText()).toBe('Seats and cost');
    service.now.set('request-1', overLimit);
    service.tellDirectoryChanged();
    await row(page, 1).getByText('100 → 101 of 100').waitFor();
  });

  it('says what all open requests take together', async () => {
    const { cost } = exampleEffect();
    const line = {
      product: 'jira-software' as const,
      cloudId: overLimit.cloudId,
      siteHost: overLimit.siteHost,
      before: seats(98),
      taken: 4,
      after: seats(102),
      cost: { ...cost, amount: '32.00' },
      billing: { cliff: null, overage: null, proRata: null, reasons: [] },
    };
    const { page } = await sit('', (stub) => {
      stub.together = { requests: 5, lines: [line] };
    });
    const all = page.getByRole('region', { name: 'All 5 open requests together' });
    await all.waitFor();
    expect(await all.getByRole('listitem').innerText()).toBe(
      'Jira on acme.atlassian.net: 98 → 102 of 100, 2 more than there are · +$32.00 a month',
    );
    await page.getByRole('link', { name: /^Failed/ }).click();
    await page.getByText('No grant has failed').waitFor();
    expect(await page.getByText('open requests together').count()).toBe(0);
  });
});

describe('approving', () => {
  const colours = async (page: Page) => {
    const colour = (name: RegExp) =>
      page.getByRole('button', { name }).evaluate((button) => getComputedStyle(button).backgroundColor);
    return { approve: await colour(/^Approve/), primary: await page.evaluate(primary) };
  };
  /** The colour of a calm primary button. */
  const primary = () => {
    const probe = document.createElement('i');
    probe.style.backgroundColor = 'var(--ds-background-brand-bold)';
    document.body.append(probe);
    return getComputedStyle(probe).backgroundColor;
  };

  const looks: [string, Partial<AccessRequest>][] = [
    ['Approve over the limit', { effect: overLimit }],
    [
      'Approve and end the free plan',
      { effect: exampleEffect({ reasons: [{ code: 'free-plan-cliff', text: 'The free plan ends at 10 users.' }] }) },
    ],
    ['Approve, although it will fail', { group: null }],
    ['Approve as a task for IT', { intent: 'start-app', group: null }],
    ['Approve somebody who could not be looked up', { targets: [exampleTarget({ standing: 'unknown' })] }],
  ];

  it('looks like what comes of it where that is not just a seat', async () => {
    const { page, service } = await sit('', (stub) =>
      looks.forEach(([, change], index) => void stub.add(request(10 + index, change, 1))),
    );
    for (const [index, [name]] of looks.entries()) {
      await page.goto(`${service.url}/#/requests/request-${10 + index}`);
      await page.getByRole('button', { name, exact: true }).waitFor();
      const { approve, primary: calmly } = await colours(page);
      expect(approve, name).not.toBe(calmly);
    }
  });

  it('is calm where everybody gets a seat that there is', async () => {
    const { page } = await sit('#/requests/request-5', () => undefined);
    await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
    const { approve, primary: calmly } = await colours(page);
    expect(approve).toBe(calmly);
  });

  it('is not offered for nobody: first somebody has to be named', async () => {
    const nobody = { ...exampleTarget({ email: null, standing: 'unknown' }), text: 'the new one' };
    const { page } = await sit('#/requests/request-6', (stub) => stub.add(request(6, { targets: [nobody] }, 1)));
    await page.getByText('There is nobody to approve this for').waitFor();
    expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Deny…' }).isEnabled()).toBe(true);
  });
});
