import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launch, sitDown } from './panel-browser.ts';
import { me, request } from './panel-data.ts';

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

const sit = async (path: string, state: 'in-review' | 'grant-failed' = 'in-review') => {
  desk = await sitDown(browser, { path, prepare: (service) => service.add(request(6, { state }, 1)) });
  return desk;
};
const note = (page: Page) => page.getByLabel(/^Note to Emma/);
const denial = async (page: Page) => {
  await page.getByRole('button', { name: /^Deny/ }).click();
  return page.getByRole('dialog').getByRole('textbox');
};
const away = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

describe('what somebody typed', () => {
  it('survives Escape and a click beside the dialog', async () => {
    const { page } = await sit('#/requests/request-6');
    await (await denial(page)).fill('Please use the agency site.');
    await page.keyboard.press('Escape');
    await away(page);
    expect(await (await denial(page)).inputValue()).toBe('Please use the agency site.');
    await page.mouse.click(20, 400);
    await away(page);
    expect(await (await denial(page)).inputValue()).toBe('Please use the agency site.');
  });

  it('survives Escape in the dialog that marks something as done', async () => {
    const { page } = await sit('#/requests/request-6', 'grant-failed');
    await page.getByRole('button', { name: 'Mark as done…' }).click();
    await note(page).fill('The trial runs until May.');
    await page.keyboard.press('Escape');
    await away(page);
    await page.getByRole('button', { name: 'Mark as done…' }).click();
    expect(await note(page).inputValue()).toBe('The trial runs until May.');
  });

  it('survives Escape in a search', async () => {
    const { page } = await sit('#/people');
    await page.getByText('Una Clay').waitFor();
    await page.getByRole('searchbox').fill('partner');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('searchbox').inputValue()).toBe('partner');
    await page.getByText('Una Clay').waitFor({ state: 'detached' });
  });

  it('is not cut where it is too long: how much is said, and nothing is sent', async () => {
    const { page } = await sit('#/requests/request-6');
    const long = `${'x'.repeat(2003)} the end`;
    await note(page).fill(long);
    await page.getByText('11 characters too many: 2,000 are the most.').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    expect(
      await note(page).evaluate((field: HTMLTextAreaElement) => [field.value, document.activeElement === field]),
    ).toEqual([long, true]);
    const reason = await denial(page);
    await reason.fill(`${'x'.repeat(2000)}y`);
    await page.getByRole('dialog').getByText('1 character too many: 2,000 are the most.').waitFor();
    await page.getByRole('button', { name: 'Deny request' }).click();
    await reason.fill('Not now.');
    await page.getByRole('button', { name: 'Deny request' }).click();
    await page.getByText('Request #6 denied').waitFor();
  });

  it('survives a session that ends, and the next sign-in; the next person does not find it', async () => {
    const { page, service } = await sit('#/requests/request-6');
    await note(page).fill('Welcome!');
    await (await denial(page)).fill('Please use the agency site.');
    service.failing.set('/api/v1/requests/request-6', 'not-signed-in');
    service.add(request(7, {}, 0));
    await page.getByText('Your session has ended.').waitFor();
    service.failing.clear();
    await page.getByRole('button', { name: /^sign in/i }).click();
    await note(page).waitFor();
    expect(await note(page).inputValue()).toBe('Welcome!');
    expect(await (await denial(page)).inputValue()).toBe('Please use the agency site.');
    await page.keyboard.press('Escape');
    await away(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /^sign in/i }).click();
    await note(page).waitFor();
    expect(await note(page).inputValue()).toBe('');
  });

  it('survives what another reviewer decides meanwhile, which is told', async () => {
    const { page, service } = await sit('#/requests/request-6');
    await (await denial(page)).fill('Please use the agency site.');
    const olga = { ...me, subject: 'olga', name: 'Olga Novak' };
    service.decideAs(olga, 6, { kind: 'approve', reason: null });
    await away(page);
    const told = page.getByRole('alert');
    await told.getByText('Olga Novak approved this meanwhile. What you wrote was not sent:').waitFor();
    await told.getByText('Please use the agency site.').waitFor();
    await told.getByRole('button', { name: 'Discard it' }).click();
    await told.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Approved by Olga Novak').waitFor();
    expect(await page.getByText('Please use the agency site.').count()).toBe(0);
  });

  it('is gone once it was sent', async () => {
    const { page } = await sit('#/requests/request-6');
    await (await denial(page)).fill('Never mind.');
    await page.keyboard.press('Escape');
    await away(page);
    await note(page).fill('Welcome!');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('is about to add them').waitFor();
    expect(await page.getByText('What you wrote was not sent').count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('draft')))).toEqual([]);
  });
});
