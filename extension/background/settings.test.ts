import { beforeEach, describe, expect, it } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { badgeChoice, keepBadgeChoice, keepServiceUrl, parseServiceUrl, serviceAddress } from './settings.ts';

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(() => {
  browser = installFakeBrowser();
});

describe('the address of the service', () => {
  it.each([
    ['https://gatehouse.example.com', 'https://gatehouse.example.com'],
    [' https://gatehouse.example.com/ ', 'https://gatehouse.example.com'],
    ['https://it.example.com/gatehouse/?x=1#y', 'https://it.example.com/gatehouse'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
  ])('takes %s', (text, url) => expect(parseServiceUrl(text)).toBe(url));

  it.each([
    'http://gatehouse.example.com',
    'javascript:alert(1)',
    'https://user:secret@gatehouse.example.com',
    'gatehouse',
    'ftp://x.example',
    'http://127.0.0.1.evil.example',
  ])('refuses %s', (text) => expect(parseServiceUrl(text)).toBeNull());

  it('follows the administrators before the person', async () => {
    await keepServiceUrl('https://mine.example.com');
    expect(await serviceAddress()).toEqual({ url: 'https://mine.example.com', managed: false });
    await browser.fake.storage.managed.set({ serviceUrl: 'https://it.example.com/' });
    expect(await serviceAddress()).toEqual({ url: 'https://it.example.com', managed: true });
  });

  it('ignores a managed address that makes no sense, and says nothing when there is none', async () => {
    await browser.fake.storage.managed.set({ serviceUrl: 'http://plain.example.com' });
    expect(await serviceAddress()).toEqual({ url: null, managed: false });
  });
});

describe('beside whom badges stand', () => {
  it('is everybody until somebody chooses, and what administrators set before what the person chose', async () => {
    expect(await badgeChoice()).toEqual({ choice: 'all', managed: false });
    await keepBadgeChoice('not-managed');
    expect(await badgeChoice()).toEqual({ choice: 'not-managed', managed: false });
    await browser.fake.storage.managed.set({ badges: 'off' });
    expect(await badgeChoice()).toEqual({ choice: 'off', managed: true });
  });

  it('does not lose the managed address because the managed choice makes no sense', async () => {
    await browser.fake.storage.managed.set({ badges: 'some', serviceUrl: 'https://it.example.com' });
    expect(await badgeChoice()).toEqual({ choice: 'all', managed: false });
    expect(await serviceAddress()).toEqual({ url: 'https://it.example.com', managed: true });
  });
});
