import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitForText } from '../tools/closed-roots.ts';
import { rule } from '../tools/policy-fixture.ts';
import { promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, publish, signIn } from './extension-world.ts';

/** What a person goes on with, or is stopped at, while the page and the policy go on as they like. */
let world: ExtensionWorld;
let popup: Page;
let tab: Page;
beforeAll(async () => {
  world = await openWorld();
  popup = await signIn(world);
});
afterAll(async () => {
  await world?.close();
});
beforeEach(async () => {
  await tab?.close();
  tab = await world.context.newPage();
  await tab.goto(board);
  world.arrived.length = 0;
  world.stub.received.length = 0;
});

const put = (mode: 'warn' | 'justify' | 'block') => publish(world, popup, [rule('the-rule', { mode })]);
const share = (...bodies: object[]) =>
  tab.evaluate((all) => {
    for (const body of all)
      void fetch('/gateway/api/share', { method: 'POST', body: JSON.stringify(body) }).then(({ status }) => status);
  }, bodies);
const newcomer = (name: string) => ({ recipients: [{ type: 'external_user', email: `${name}@outside.example` }] });
const posts = () => world.arrived.filter(({ call }) => call.startsWith('POST'));

interface Recorded {
  readonly outcome: string;
  readonly proceeded: object | null;
}
const proceeded = () =>
  world.stub.received
    .filter(({ path }) => path === '/api/v1/intents')
    .flatMap(({ body }) => (body as { intents: Recorded[] }).intents)
    .filter((line) => line.proceeded !== null);

describe('going on', () => {
  it('is one call: others that read the same are asked about anew', async () => {
    await put('justify');
    await share(...[1, 2, 3].map((n) => ({ content: { ari: `page-${n}` }, recipients: 'encrypted' })));
    const prompt = await promptFrame(tab);
    await prompt.locator('textarea').fill('One page.');
    await prompt.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
    await tab.waitForTimeout(1500);
    await promptFrame(tab);
    expect(posts()).toHaveLength(1);
  });

  it('presses the button where the page has drawn it meanwhile', async () => {
    await put('warn');
    await tab.evaluate(() => Reflect.get(window, 'addChip')('i.new@outside.example'));
    await tab.getByRole('button', { name: 'Invite' }).click();
    const prompt = await promptFrame(tab);
    await tab.evaluate(() => {
      const button = document.querySelector('form [type=submit]');
      button?.replaceWith(button.cloneNode(true));
    });
    await prompt.getByRole('button', { name: 'Continue anyway' }).click();
    await tab.getByText('Shared').waitFor();
    expect(posts()).toHaveLength(1);
    await expect.poll(() => proceeded().length, { timeout: 10_000 }).toBe(1);
  });

  it('is refused, and not recorded, where the button is gone', async () => {
    await put('warn');
    await tab.evaluate(() => Reflect.get(window, 'addChip')('g.new@outside.example'));
    await tab.getByRole('button', { name: 'Invite' }).click();
    const prompt = await promptFrame(tab);
    await tab.evaluate(() => document.querySelector('form')?.remove());
    await prompt.getByRole('button', { name: 'Continue anyway' }).click();
    await prompt.getByText('The page has changed.', { exact: false }).waitFor();
    await tab.waitForTimeout(1500);
    expect([posts(), proceeded()]).toEqual([[], []]);
  });

  it('is refused where the policy has closed the act while the prompt stood', async () => {
    await put('warn');
    await share(newcomer('d.new'));
    const prompt = await promptFrame(tab);
    await put('block');
    await prompt.getByRole('button', { name: 'Continue anyway' }).click();
    await prompt.getByText('The policy has changed meanwhile.', { exact: false }).waitFor();
    expect([posts(), proceeded()]).toEqual([[], []]);
  });
});

describe('a call that its page gives up while the person reads', () => {
  const sendAndGiveUp = {
    'a fetch, by its signal': () => {
      const ending = new AbortController();
      Object.assign(window, { giveUp: () => ending.abort() });
      const body = '{"recipients":[{"type":"external_user","email":"m1.new@outside.example"}]}';
      return fetch('/gateway/api/share', { method: 'POST', signal: ending.signal, body }).then(
        ({ status }) => String(status),
        ({ name }: Error) => name,
      );
    },
    'an XMLHttpRequest, by abort': () => {
      const request = new XMLHttpRequest();
      Object.assign(window, { giveUp: () => request.abort() });
      request.open('POST', '/gateway/api/share');
      return new Promise<string>((done) => {
        for (const name of ['load', 'error', 'abort']) request.addEventListener(name, () => done(name));
        request.send('{"recipients":[{"type":"external_user","email":"m2.new@outside.example"}]}');
      });
    },
    'an XMLHttpRequest, by opening it for something else': () => {
      const request = new XMLHttpRequest();
      request.open('POST', '/gateway/api/share');
      request.send('{"recipients":[{"type":"external_user","email":"m3.new@outside.example"}]}');
      return new Promise<string>((done) => {
        Object.assign(window, {
          giveUp: () => {
            request.open('GET', '/plain');
            done('opened');
          },
        });
      });
    },
  };

  it.each([
    ['a fetch, by its signal', 'AbortError'],
    ['an XMLHttpRequest, by abort', 'abort'],
    ['an XMLHttpRequest, by opening it for something else', 'opened'],
  ] as const)('%s, has ended for the page at once, and nobody goes on with it', async (how, heard) => {
    await put('warn');
    const ended = tab.evaluate(sendAndGiveUp[how]);
    const prompt = await promptFrame(tab);
    await tab.evaluate(() => Reflect.get(window, 'giveUp')());
    expect(await ended).toBe(heard);
    await prompt.getByRole('button', { name: 'Continue anyway' }).click();
    await prompt.getByText('The page has changed.', { exact: false }).waitFor();
    await tab.waitForTimeout(1500);
    expect([posts(), proceeded()]).toEqual([[], []]);
  });
});

describe('being stopped', () => {
  it('is said also of the acts beyond those that wait', async () => {
    await put('block');
    await share(...Array.from({ length: 7 }, (_, n) => newcomer(`l${n}.new`)));
    for (let n = 0; n < 5; n += 1) {
      const prompt = await promptFrame(tab);
      await prompt.getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => prompt.isDetached()).toBe(true);
    }
    await waitForText(tab, /2 more acts of this page were stopped.*Stop [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(posts()).toEqual([]);
  });

  it('is seen in a page whose style sheet hides it, and said by the browser in one that hides it for good', async () => {
    await put('block');
    await tab.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = '[data-gatehouse]{display:none!important;visibility:hidden!important}';
      document.head.append(style);
    });
    await share(newcomer('h.new'));
    await (await promptFrame(tab)).getByRole('button', { name: 'Cancel' }).click();
    await tab.evaluate(
      () =>
        void setInterval(() => {
          for (const ours of document.querySelectorAll<HTMLElement>('[data-gatehouse]'))
            ours.style.setProperty('display', 'none', 'important');
        }, 20),
    );
    for (const name of ['h2.new', 'h3.new']) {
      const said = new Promise<string>((resolve) =>
        tab.once('dialog', (dialog) => void dialog.dismiss().then(() => resolve(dialog.message()))),
      );
      await share(newcomer(name));
      expect(await said).toContain('was stopped by Gatehouse, and nothing was sent. This page hides why');
    }
    expect(posts()).toEqual([]);
  });
});
