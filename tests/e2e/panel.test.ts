import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleEffect, exampleTarget } from '../tools/request-fixture.ts';
import { type Desk, launch, sitDown, watch } from './panel-browser.ts';
import { examplePeople, HOSTILE, me, request } from './panel-data.ts';
import { startPanelService } from './panel-service.ts';

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

const sit = async (...options: Parameters<typeof sitDown> extends [Browser, ...infer Rest] ? Rest : never) => {
  desk = await sitDown(browser, ...options);
  return desk;
};
const row = (page: Page, number: number) => page.getByRole('row').filter({ hasText: `#${number}` });

describe('signing in', () => {
  it('says in one sentence what this is, and why the last try failed', async () => {
    const service = await startPanelService();
    service.failing.set('sign-in', 'sign-in-failed');
    const page = await browser.newPage();
    const faults = await watch(page);
    await page.goto(service.url);
    await page.getByText('Every access to your Atlassian organization passes through IT').waitFor();
    await page.getByRole('button', { name: /^sign in/i }).click();
    await page
      .getByRole('alert')
      .getByText(/cancelled, or your organization does not let you/)
      .waitFor();
    expect(new URL(page.url()).search, 'nothing of the sign-in stays in the address').toBe('');
    service.failing.clear();
    await page.getByRole('button', { name: /^sign in/i }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /^sign in/i }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
    await service.close();
  });

  it('comes back to the page one wanted, and a reload keeps the session', async () => {
    const { page } = await sit({ path: '#/requests/request-3' });
    await page.getByRole('heading', { name: /wants to add somebody to a space/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /wants to add somebody to a space/ }).waitFor();
  });

  it('tells members that they have no reviewer role', async () => {
    const { page } = await sit({
      prepare: (service) => {
        service.me = { ...me, roles: ['member'] };
      },
    });
    await page.getByRole('heading', { name: 'You have no reviewer role' }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });

  it('says when the code of a page does not come, and the rest goes on', async () => {
    const { page } = await sit({
      before: async (tab) => {
        await tab.route('**/assets/request-page-*.js', (route) => route.abort());
      },
    });
    await row(page, 5).getByRole('link').click();
    await page.getByRole('alert').getByText('The request could not be loaded').waitFor();
    await page.unroute('**/assets/request-page-*.js');
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Reason given').waitFor();
  });

  it('asks to sign in again when the session has ended', async () => {
    const { page, service } = await sit();
    await row(page, 5).waitFor();
    service.failing.set('/api/v1/requests', 'not-signed-in');
    service.add(request(6, {}, 0));
    await page.getByText('Your session has ended.').waitFor();
  });
});

describe('the queue', () => {
  it('shows the newest first, with who, for whom, what, seats, cost and rule', async () => {
    const { page } = await sit();
    await row(page, 5).waitFor();
    const numbers = await page.getByRole('row').getByRole('link').allInnerTexts();
    expect(numbers).toEqual(['#5', '#4', '#3', '#2', '#1']);
    const text = await row(page, 5).textContent();
    for (const part of [
      'Emma Berg',
      'Managed',
      'nina.new@outside.example',
      'New person',
      'Share with somebody who has no access yet',
      'acme.atlassian.net',
      '98 → 99 of 100',
      '+$8.00 a month',
      'unverified',
      'IT adds new people',
      'minutes ago',
    ])
      expect(text).toContain(part);
    expect(await row(page, 2).textContent()).toMatch(/Seats unknown[\s\S]*Cost unknown/);
    expect(await row(page, 3).textContent()).toContain('Free plan ends');
  });

  it('keeps all columns in sight, however long one request is', async () => {
    const long = 'C'.repeat(255);
    const app = `other:${'x'.repeat(80)}` as const;
    const { cloudId, siteHost, seats, seatsAfter, cost } = exampleEffect();
    const many = Array.from({ length: 12 }, (_, n) => ({
      product: `other:${'y'.repeat(60)}-${n}` as const,
      ...{ cloudId, siteHost, before: seats, taken: 1, after: seatsAfter, cost },
      billing: { cliff: null, overage: null, proRata: null, reasons: [] },
    }));
    const { page } = await sit({
      prepare: (service) =>
        service.add(
          request(7, {
            container: long,
            ruleName: long.slice(0, 200),
            product: app,
            effect: exampleEffect({ product: app, lines: many }),
            requester: { ...request(1).requester, name: long },
            targets: [exampleTarget({ email: `${'e'.repeat(64)}@${'d'.repeat(60)}.example` })],
          }),
        ),
    });
    await row(page, 7).waitFor();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const table = await page.locator('.gh-table').evaluate((box) => box.scrollWidth - box.clientWidth);
    expect({ table, page: await overflow() }).toEqual({ table: 0, page: 0 });
    expect((await row(page, 7).boundingBox())?.height).toBeLessThan(200);
    await page.goto(`${page.url().split('#')[0]}#/requests/request-7`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await overflow()).toBe(0);
    if (process.env.SHOT) await page.screenshot({ path: '/tmp/out/long.png', fullPage: true });
  });

  it('says of several people what must catch the eye, not how the first of them stands', async () => {
    const { page } = await sit({
      prepare: (service) =>
        service.add(
          request(8, {
            targets: [
              exampleTarget({
                accountId: examplePeople[2]?.identity.accountId ?? null,
                standing: 'has-seat',
                identityType: 'managed',
              }),
              exampleTarget({ email: 'eve@outside.example' }),
              exampleTarget({ email: 'mal@outside.example' }),
            ],
          }),
        ),
    });
    const people = row(page, 8).getByRole('cell').nth(2);
    await people.getByText('2 new people').waitFor();
    expect(await people.getByRole('button').count()).toBe(0);
  });

  it('shows which section and which tab one is in, also in colours that somebody chose', async () => {
    const { page } = await sit({ before: (fresh) => fresh.emulateMedia({ forcedColors: 'active' }) });
    await row(page, 5).waitFor();
    const grounds = await page
      .getByRole('navigation')
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => [link.hasAttribute('aria-current'), getComputedStyle(link).backgroundColor] as const),
      );
    const ofCurrent = new Set(grounds.flatMap(([isCurrent, ground]) => (isCurrent ? [ground] : [])));
    const ofOthers = grounds.flatMap(([isCurrent, ground]) => (isCurrent ? [] : [ground]));
    expect(grounds.filter(([isCurrent]) => isCurrent)).toHaveLength(2);
    for (const ground of ofOthers) expect(ofCurrent).not.toContain(ground);
  });

  it('says why a badge is what it is, to pointer and keyboard', async () => {
    const { page } = await sit();
    const badge = page.getByRole('button', { name: 'Pat Moreau: External. Why?' }).first();
    await badge.hover();
    await page.getByRole('tooltip').getByText('partner.example is not a verified domain of Acme.').first().waitFor();
    await page.mouse.move(0, 0);
    await badge.focus();
    await page.getByRole('tooltip').getByText('partner.example is not a verified domain of Acme.').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[role=tooltip]:popover-open').count()).toBe(0);
  });

  it('shows a new request within two seconds, marks it and says so politely', async () => {
    const { page, service } = await sit();
    await page.getByText('Live', { exact: true }).waitFor();
    await row(page, 5).waitFor();
    const started = performance.now();
    service.add(request(6, {}, 0));
    await row(page, 6).waitFor({ timeout: 2000 });
    expect(performance.now() - started).toBeLessThan(2000);
    await page
      .getByText('New request number 6 from Emma Berg, for nina.new@outside.example')
      .waitFor({ state: 'attached' });
    expect(await page.title()).toMatch(/^\(6\) /);
  });

  it('catches up after the connection was lost', async () => {
    const { page, service } = await sit();
    await row(page, 5).waitFor();
    await page.context().setOffline(true);
    service.failing.set('/api/v1/events', 'internal');
    service.add(request(6, {}, 0));
    await page.context().setOffline(false);
    service.failing.clear();
    await row(page, 6).waitFor({ timeout: 20_000 });
  });

  it('keeps tab and filter in the address, and explains an empty tab', async () => {
    const { page, service } = await sit();
    service.move(1, { kind: 'expire' });
    await page.getByRole('link', { name: /^Failed/ }).click();
    await page.getByRole('heading', { name: 'No grant has failed' }).waitFor();
    await page.getByRole('link', { name: /^Done 1/ }).click();
    await row(page, 1).waitFor();
    await page.getByRole('link', { name: /^Denied/ }).click();
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await page.goBack();
    await row(page, 1).waitFor();
  });

  it('says when the list cannot be loaded, and tries again on request', async () => {
    const { page, service } = await sit({ prepare: (stub) => stub.failing.set('/api/v1/requests', 'internal') });
    await page.getByRole('alert').getByText('The queue could not be loaded').waitFor();
    service.failing.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await row(page, 5).waitFor();
  });
});

describe('a request', () => {
  it('has everything a reviewer needs on one page', async () => {
    const { page } = await sit({ path: '#/requests/request-3' });
    const main = page.getByRole('main');
    await main.getByText('Two people from the agency join the prototype for a week.').waitFor();
    const text = await main.textContent();
    for (const part of [
      'Emma Berg wants to add somebody to a space',
      'acme.example is verified and Acme has claimed this account.',
      'a.one@agency.example',
      'b.two@agency.example',
      'New: no account in the directory, would take a seat.',
      '9 → 11 of 10',
      '+$8.00 a month',
      'Unverified price',
      'paid by Acme',
      'The free plan ends at 10 users: one more starts a paid trial.',
      'IT adds new people',
      'no-invites',
      'external-partners',
      '#5',
      '#1',
      'made the request',
    ])
      expect(text).toContain(part);
  });

  it('for many people folds them, but nobody whom nobody could read, and warns beside the button', async () => {
    const targets = Array.from({ length: 200 }, (_, n) => exampleTarget({ email: `p${n}@outside.example` }));
    targets.push({ ...exampleTarget({ email: null }), text: 'eve outside', standing: 'unknown' });
    const effect = exampleEffect({
      targets,
      reasons: [{ code: 'over-limit', text: 'This is 102 Jira seats more than were bought.' }],
    });
    const { page } = await sit({
      path: '#/requests/request-8',
      prepare: (service) => service.add(request(8, { targets, effect })),
    });
    const people = page.getByRole('region', { name: 'People', exact: true });
    await people.getByText('p9@outside.example').waitFor();
    await people.getByText('“eve outside”').waitFor();
    expect(await people.getByText('p10@outside.example').isVisible()).toBe(false);
    expect((await people.boundingBox())?.height).toBeLessThan(1500);
    await page.locator('.gh-decision').getByText('102 Jira seats more').waitFor();
    await people.getByText('190 more people').click();
    await people.getByText('p199@outside.example').waitFor();
  });

  it('is approved in one step and follows the grant until it is done', async () => {
    const { page, service } = await sit({ path: '#/requests/request-5' });
    await page.getByLabel(/^Note to Emma/).fill('Welcome!');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('is about to add them to external-partners').waitFor();
    expect(service.requests()[4]).toMatchObject({ state: 'approved', decision: { reason: 'Welcome!' } });
    await expect.poll(() => page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    service.move(5, { kind: 'start-grant' });
    await page.getByText('is adding them to external-partners').waitFor();
    service.move(5, { kind: 'finish-grant' });
    await page.getByText('Atlassian confirmed the membership in external-partners').waitFor({ timeout: 2000 });
    await page.getByText('added to external-partners for the request').waitFor();
  });

  it('says how many others of these people it leaves out', async () => {
    const { page } = await sit({
      path: '#/requests/request-5',
      prepare: (service) => {
        for (let n = 10; n < 40; n++) service.add(request(n));
      },
    });
    await page.getByText(/^Only 20 of \d+ are shown: open ones first/).waitFor();
  });

  it('that changes while somebody reads is approved only after another look', async () => {
    const { page, service } = await sit({ path: '#/requests/request-5' });
    const approve = page.getByRole('button', { name: 'Approve' });
    await page.getByLabel(/^Note to Emma/).fill('Welcome!');
    Object.assign(service.requests()[4] ?? {}, { updatedAt: new Date().toISOString() });
    service.add(request(9));
    await page.getByText('This has changed since you began to read').waitFor();
    expect(await approve.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'I have looked again' }).click();
    expect(await approve.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('is about to add them to external-partners').waitFor();
    expect(service.requests()[4]).toMatchObject({ state: 'approved', decision: { reason: 'Welcome!' } });
  });

  it('has reason, people and what it takes above the decision on a narrow screen', async () => {
    const { page } = await sit({ path: '#/requests/request-5' });
    await page.setViewportSize({ width: 375, height: 800 });
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    const headings = await page
      .getByRole('main')
      .getByRole('heading', { level: 2 })
      .evaluateAll((found) =>
        found
          .map((heading) => ({ text: heading.textContent, top: heading.getBoundingClientRect().top }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
    expect(headings).toEqual([
      'Reason given',
      'Who asks',
      'For whom',
      'What it takes',
      'Decision',
      'What was stopped',
      'Other requests of these people',
      'History',
    ]);
  });

  it('is denied only with a reason, which is shown as it will be read', async () => {
    const { page, service } = await sit({ path: '#/requests/request-5' });
    await page.getByRole('button', { name: /^Deny/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Deny request' }).click();
    await dialog.getByText('Say why the request is denied: Emma Berg will read it.').waitFor();
    expect(service.requests()[4]?.state).toBe('in-review');
    await dialog.getByRole('textbox').fill('Use the agency’s site.');
    await dialog.getByText('Request #5 was turned down by Ravi Shah: Use the agency’s site.').waitFor();
    await dialog.getByRole('button', { name: 'Deny request' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('main').getByText('Use the agency’s site.').first().waitFor();
    expect(service.requests()[4]).toMatchObject({ state: 'denied', decision: { reason: 'Use the agency’s site.' } });
  });

  it('of one’s own cannot be decided, and says why', async () => {
    const own = request(6, { requester: { ...me }, targets: [exampleTarget()] }, 1);
    const { page } = await sit({ path: '#/requests/request-6', prepare: (service) => service.add(own) });
    await page.getByText('You cannot decide a request that you made or that gives you access.').waitFor();
    expect(await page.getByRole('button', { name: /Approve|Deny/ }).count()).toBe(0);
  });

  it('that moved on meanwhile says so instead of pretending', async () => {
    const { page, service } = await sit({ path: '#/requests/request-5' });
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    service.failing.set('/api/v1/requests/request-5/decisions', 'wrong-state');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('alert').getByText('The decision was not recorded').waitFor();
  });

  it('whose grant failed shows the reason and can be tried again', async () => {
    const { page, service } = await sit();
    await page.goto(`${service.url}/#/requests/request-4`);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('is about to add them').waitFor();
    service.move(4, { kind: 'start-grant' });
    service.move(4, {
      kind: 'fail-grant',
      failure: 'All 100 Jira seats are taken. Free one or buy more, then try again.',
    });
    await page.getByRole('main').getByText('All 100 Jira seats are taken').first().waitFor();
    await page.getByRole('link', { name: 'Review queue' }).first().click();
    await page.getByRole('link', { name: /^Failed 1/ }).click();
    await row(page, 4).getByRole('link').click();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('is about to add them').waitFor();
    expect(service.requests()[3]?.state).toBe('approved');
  });
});

describe('people and audit', () => {
  it('finds people at the service, by words and by kind', async () => {
    const { page } = await sit({ path: '#/people' });
    await page.getByText('Una Clay').waitFor();
    await page.getByRole('searchbox').fill('partner');
    await page.getByText('Una Clay').waitFor({ state: 'detached' });
    await page.getByText('Pat Moreau').waitFor();
    expect(page.url()).toContain('q=partner');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('link', { name: /^Portal-only 1/ }).click();
    await page.getByText('Emma Berg').waitFor({ state: 'detached' });
    await page.getByRole('row').getByText('Cora Lind', { exact: true }).waitFor();
  });

  it('checks the chain and names a broken entry', async () => {
    const { page, service } = await sit({ path: '#/audit' });
    await page.getByRole('button', { name: 'Check the chain' }).click();
    await page.getByText('The chain is whole: all 5 entries').waitFor();
    service.tamper(2);
    await page.getByRole('button', { name: 'Check the chain' }).click();
    await page.getByText('The chain is broken at entry 2').waitFor();
  });

  it('filters the log by what happened', async () => {
    const { page, service } = await sit({ path: '#/audit' });
    service.move(1, { kind: 'expire' });
    await page.getByLabel('What happened').fill('expired');
    await page.keyboard.press('Enter');
    await page.getByText('closed request #1: nobody decided in time').waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
  });
});

describe('names that are attacks', () => {
  it.each(['', '#/requests/request-4', '#/people', '#/audit'])('stay text on /%s', async (path) => {
    const { page } = await sit({ path });
    await page.getByText(HOSTILE).first().waitFor();
    expect(await page.getByRole('main').locator('img').count()).toBe(0);
  });
});
