import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleEffect, exampleTarget } from '../tools/request-fixture.ts';
import { type Desk, launch, sitDown } from './panel-browser.ts';
import { exampleDirectory, examplePeople, me, request } from './panel-data.ts';
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

const places = [
  ['', '#5'],
  ['#/requests/request-6', 'History'],
  ['#/people', 'Una Clay'],
  ['#/audit', 'made request #1'],
  ['#/requests/none', 'There is no such request'],
] as const;

/** A request for more seats than there are, and an app that has more in use than were bought. */
const overLimit = (service: PanelService) => {
  const seats = (used: number) => ({ used, total: 100, unlimited: false });
  service.add(request(6, { effect: exampleEffect({ seats: seats(100), seatsAfter: seats(101) }) }, 1));
  const [jira] = exampleDirectory.seats;
  if (jira) service.directory = { ...exampleDirectory, seats: [{ ...jira, seats: seats(120) }] };
};

async function visit(page: Page, service: PanelService, look: (path: string) => Promise<void>): Promise<void> {
  for (const [path, ready] of places) {
    await page.goto(`${service.url}/${path}`);
    await page.getByText(ready).first().waitFor();
    await look(path || '(queue)');
  }
}
/** What reaches out of the window to either side, in CSS pixels, and what is in it. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const axe = async (page: Page) => {
  // Half-finished fades have colours that nobody is meant to read.
  await page.waitForTimeout(400);
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const backgrounds = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((found) => found.map((one) => getComputedStyle(one).backgroundColor));
const token = (page: Page, name: string) =>
  page.evaluate((property) => {
    const probe = document.createElement('i');
    probe.style.backgroundColor = `var(${property})`;
    document.body.append(probe);
    return getComputedStyle(probe).backgroundColor;
  }, name);

describe('every page', () => {
  it('at 400 % of a window of 1,280 pixels needs no way to the side, and hides nothing', async () => {
    desk = await sitDown(browser, { prepare: overLimit });
    const { page, service } = desk;
    await page.setViewportSize({ width: 320, height: 256 });
    await visit(page, service, async (path) => {
      expect(await overflow(page), path).toBe(0);
      const table = page.locator('.gh-table');
      for (const box of await table.all())
        expect(await box.evaluate((one) => one.scrollWidth - one.clientWidth), path).toBe(0);
      expect(await axe(page), path).toEqual([]);
    });
    await page.goto(`${service.url}/#/requests/request-6`);
    await page.getByRole('button', { name: /^Deny/ }).click();
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Use another account' }).waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  it('stands in an order from right to left where the page does, figures from left to right', async () => {
    desk = await sitDown(browser, {
      prepare: overLimit,
      before: async (fresh) => {
        await fresh.addInitScript(() =>
          addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute('dir', 'rtl')),
        );
      },
    });
    const { page, service } = desk;
    await visit(page, service, async (path) => expect(await overflow(page), path).toBe(0));
    await page.goto(`${service.url}/#/requests/request-5`);
    const meter = page.locator('.gh-meter-large');
    await meter.waitFor();
    const ends = await meter.evaluate((whole) =>
      [whole, ...whole.children].map((one) => Math.round(one.getBoundingClientRect().right)),
    );
    expect(new Set(ends).size).toBe(1);
    expect(
      await page
        .locator('.gh-figure-value')
        .first()
        .evaluate((one) => getComputedStyle(one).direction),
    ).toBe('ltr');
  });

  it('with names of any length needs no way to the side', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6);
    const host = `${'h'.repeat(63)}.atlassian.net`;
    desk = await sitDown(browser, {
      prepare: (service) => {
        service.me = { ...me, name: long, organization: { ...me.organization, name: long } };
        const [jira] = exampleDirectory.seats;
        if (jira) service.directory = { ...exampleDirectory, seats: [{ ...jira, siteHost: host }] };
        service.people = examplePeople.map((person) => ({ ...person, name: `${person.name} ${long}` }));
        const people = { requester: { ...request(1).requester, name: long }, targets: [exampleTarget({ name: long })] };
        service.add(request(6, { ...people, siteHost: host, ruleName: long, reason: long }, 1));
      },
    });
    const { page, service } = desk;
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await visit(page, service, async (path) => expect(await overflow(page), `${path} at ${width}`).toBe(0));
    }
  });
});

describe('a meter beyond its limit', () => {
  it('is red all over, in the strip and on the page of a request', async () => {
    desk = await sitDown(browser, { path: '#/requests/request-6', prepare: overLimit });
    const { page } = desk;
    await page.locator('.gh-meter-large').waitFor();
    const red = await token(page, '--ds-icon-danger');
    expect(await backgrounds(page, '.gh-meter-large > span')).toEqual([red, red]);
    expect(await backgrounds(page, '.gh-seat .gh-meter > span')).toEqual([red]);
  });
});

describe('in colours that somebody chose', () => {
  it('every word can be read, every meter and mark seen, and buttons told from text', async () => {
    desk = await sitDown(browser, {
      path: '#/requests/request-6',
      prepare: overLimit,
      before: (page) => page.emulateMedia({ forcedColors: 'active' }),
    });
    const { page } = desk;
    await page.locator('.gh-meter-large').waitFor();
    const current = await page.locator('.gh-sections a[aria-current]').evaluate((link) => {
      const { color, backgroundColor } = getComputedStyle(link);
      return { color, backgroundColor };
    });
    expect(current.color).not.toBe(current.backgroundColor);
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const shown = [
      ...(await backgrounds(page, '.gh-meter > span')),
      ...(await backgrounds(page, '.gh-badge-mark')),
      ...(await backgrounds(page, '.gh-live-open .gh-live-dot')),
    ];
    expect(shown.length).toBeGreaterThan(3);
    for (const ground of shown) expect([canvas, 'rgba(0, 0, 0, 0)']).not.toContain(ground);
    const borders = await page
      .getByRole('button', { name: /^(Approve|Deny|Sign out)/ })
      .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderTopStyle));
    expect(borders).toEqual(['solid', 'solid', 'solid']);
    await page.getByRole('button', { name: /^Deny/ }).click();
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    const edge = await page.locator('dialog > div').evaluate((box) => getComputedStyle(box).borderTopStyle);
    expect(edge).toBe('solid');
  });
});

describe('the end of a list', () => {
  it('can be read although there is nowhere to go', async () => {
    desk = await sitDown(browser, {
      path: '#/requests?tab=done&state=denied',
      prepare: (service) => {
        for (let n = 10; n < 70; n++) service.add(request(n, { state: 'denied' }));
      },
    });
    const { page } = desk;
    const end = page.locator('.gh-step-off');
    await end.waitFor();
    expect(await contrast(page, '.gh-step-off')).toBeGreaterThan(4.5);
  });
});

/** Of text on the ground of the page (WCAG 2.2, 1.4.3). */
const contrast = (page: Page, selector: string): Promise<number> =>
  page.evaluate((wanted) => {
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const element = document.querySelector(wanted);
    const ground = document.querySelector('.gh-app');
    if (!element || !ground) throw new Error(`nothing is ${wanted}`);
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('no canvas');
    // Blends what is not opaque, as the eye sees it.
    canvas.fillStyle = getComputedStyle(ground).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const under = [...canvas.getImageData(0, 0, 1, 1).data].join(' ');
    canvas.fillStyle = getComputedStyle(element).color;
    canvas.fillRect(0, 0, 1, 1);
    const over = [...canvas.getImageData(0, 0, 1, 1).data].join(' ');
    const [dark = 0, light = 0] = [luminance(under), luminance(over)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }, selector);
