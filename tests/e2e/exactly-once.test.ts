import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../mocks/cloud/seed.ts';
import { configureExtension, enterAtlassian, extensionUrl, openBrowser, signInExtension } from '../stage/browser.ts';
import { freePorts } from '../stage/ports.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { killBrowser } from '../tools/kill-browser.ts';
import { board, openShare, prompt, submitOf } from '../walk/steps/dialogs.ts';
import { reviewerSession } from './reviewer-session.ts';

/** What a person asked for arrives once, whatever dies on the way. */
describe('Ask IT, with something killed on the way', () => {
  let dataDir: string;
  let profileDir: string;
  let stage: Stage;
  let browser: BrowserContext;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-once-'));
    profileDir = join(dataDir, 'browser');
    stage = await openStage({ ports: await freePorts(), dataDir });
    browser = await openBrowser({ profileDir, proxyUrl: stage.cloud.proxyUrl, headless: true });
    await enterAtlassian(browser, people.emma.accountId);
    await configureExtension(browser, stage.serviceUrl);
    await (await signInExtension(browser, 'Emma Berg')).close();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const ask = async (address: string) => {
    const page = await browser.newPage();
    await page.goto(board);
    await submitOf(await openShare(page, address)).click();
    await (await prompt(page)).getByRole('textbox').fill('For the test.');
    await (await prompt(page)).getByRole('button', { name: 'Ask IT' }).click();
    return page;
  };
  const arrived = async (address: string) => {
    const { requests } = await (await reviewerSession(stage)).requests('all');
    return requests.filter(({ targets }) => targets.some(({ email }) => email === address)).length;
  };

  it('survives kill -9 of the service between asking and the answer', async () => {
    process.kill(stage.service.pid, 'SIGSTOP');
    const page = await ask('frozen.new@outside.example');
    await page.waitForTimeout(1000);
    await stage.service.kill();
    await stage.restartService();
    await expect.poll(() => arrived('frozen.new@outside.example'), { timeout: 90_000, interval: 1000 }).toBe(1);
    await page.waitForTimeout(3000);
    expect(await arrived('frozen.new@outside.example')).toBe(1);
  });

  it('survives the death of the browser with a filled outbox', async () => {
    await stage.service.kill();
    const page = await ask('waiting.new@outside.example');
    await (await prompt(page)).getByText(/kept/i).first().waitFor();
    await killBrowser(profileDir);
    await stage.restartService();
    browser = await openBrowser({ profileDir, proxyUrl: stage.cloud.proxyUrl, headless: true });
    await (await browser.newPage()).goto(extensionUrl('popup/index.html'));
    await expect.poll(() => arrived('waiting.new@outside.example'), { timeout: 90_000, interval: 1000 }).toBe(1);
    await new Promise((done) => setTimeout(done, 3000));
    expect(await arrived('waiting.new@outside.example')).toBe(1);
  });
});
