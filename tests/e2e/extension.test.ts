import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RequestId } from '../../core/ids.ts';
import { Intent } from '../../core/policy/index.ts';
import { networkRules } from '../../extension/background/network-rules.ts';
import { waitForText } from '../tools/closed-roots.ts';
import { promptFrame as prompt } from '../tools/prompt-frame.ts';
import {
  board,
  broughtTo,
  type ExtensionWorld,
  killWorker,
  openWorld,
  page,
  pastOurScripts,
  signIn,
} from './extension-world.ts';

const nina = 'nina.new@outside.example';
const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';

let world: ExtensionWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});
beforeEach(() => {
  world.arrived.length = 0;
  world.stub.received.length = 0;
});

const granted = () => world.arrived.filter(({ call }) => call.startsWith('POST'));

async function openBoard() {
  const tab = await world.context.newPage();
  await tab.goto(board);
  return tab;
}

async function addNewcomer(tab: Awaited<ReturnType<typeof openBoard>>, email = nina) {
  await tab.getByRole('combobox').fill(email);
  await tab.getByRole('combobox').press('Enter');
}

describe('the extension in Chromium', () => {
  it('says that it does not protect before it is set up, and lets everything pass', async () => {
    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    await popup.getByText('Not protecting: not set up').waitFor();
    await popup.close();
    const tab = await openBoard();
    await addNewcomer(tab);
    await tab.getByRole('button', { name: 'Invite' }).click();
    await tab.getByText('Shared').waitFor();
    expect(granted()).toHaveLength(1);
    await tab.close();
  });

  it('keeps an address only where Gatehouse answers, unless the person says so', async () => {
    const asked: string[] = [];
    const other = createServer(({ method, url }, response) => {
      asked.push(`${method} ${url}`);
      response.end('<h1>Intranet</h1>');
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const options = await world.context.newPage();
    await options.goto(page('options/index.html'));
    const kept = async () =>
      (await options.evaluate(() => chrome.storage.local.get('serviceUrl'))).serviceUrl as string | undefined;
    const save = async (address: string) => {
      await options.getByLabel('Service address').fill(address);
      await options.getByRole('button', { name: 'Save', exact: true }).click();
    };
    await save(`http://127.0.0.1:${port}`);
    await options.getByText(`No Gatehouse answers at 127.0.0.1:${port}.`, { exact: false }).waitFor();
    expect(asked).toEqual(['GET /api/v1/health']);
    await new Promise((done) => other.close(done));
    await save(`http://127.0.0.1:${port}`);
    await options.getByText(`No Gatehouse answers at 127.0.0.1:${port}. Check the address`, { exact: false }).waitFor();
    expect(await kept()).toBeUndefined();
    await options.getByRole('button', { name: 'Save anyway' }).click();
    await options.getByText(/^Saved/).waitFor();
    expect(await kept()).toBe(`http://127.0.0.1:${port}`);
    await save('http://gatehouse.example.com');
    await options.getByText('Use an address that starts with https://', { exact: false }).waitFor();
    expect(await options.getByRole('button', { name: 'Save anyway' }).isVisible()).toBe(false);
    await options.close();
  });

  it('signs in with PKCE, reads the policy and says so', async () => {
    const popup = await signIn(world);
    await popup.getByText('Protecting', { exact: true }).waitFor();
    await popup.getByText('You have not asked IT for anything yet.', { exact: false }).waitFor();
    expect(world.stub.received.map(({ path }) => path)).toContain('/api/v1/policy/bundle');
    await popup.close();
  });

  it('says seats and cost before anything is sent', async () => {
    const tab = await openBoard();
    await tab.evaluate(({ id }) => Reflect.get(window, 'addChip')('Liam Chen', id), { id: liam });
    await addNewcomer(tab);
    await waitForText(tab, '1 of 2 people is new: nina.new@outside.example.');
    await waitForText(tab, 'Jira on acme.atlassian.net: 98 of 100 seats used → 99.');
    await waitForText(tab, 'About 8.60 USD a month more (price book: public list, 2026, unverified). Acme pays.');
    expect(granted()).toEqual([]);
    await tab.close();
  });

  it('lets a share with a licensed colleague pass, once and untouched', async () => {
    const tab = await openBoard();
    await tab.evaluate(({ id }) => Reflect.get(window, 'addChip')('Liam Chen', id), { id: liam });
    await tab.getByRole('combobox').click();
    await waitForText(tab, 'No seat is taken.');
    await tab.getByRole('button', { name: 'Invite' }).click();
    await tab.getByText('Shared').waitFor();
    expect(granted()).toHaveLength(1);
    expect(await tab.evaluate(() => Reflect.get(window, 'heard').submits)).toBe(1);
    await tab.close();
  });

  it('brings scripts to the pages that need them only', async () => {
    const tab = await openBoard();
    await tab.getByRole('combobox').waitFor();
    expect(await broughtTo(tab)).not.toContain('translations');
    await addNewcomer(tab);
    await waitForText(tab, '98 of 100 seats used → 99');
    expect(await broughtTo(tab)).toEqual(['calls', 'marks', 'overlays']);
    const read = (url: string) =>
      tab.evaluate(
        (at) =>
          fetch(at)
            .then(() => 'read')
            .catch(() => 'refused'),
        url,
      );
    expect(await read(page('on-demand/overlays.js'))).toBe('refused');
    await tab.goto(`${board}?lang=de`);
    await expect.poll(() => broughtTo(tab)).toContain('translations');
    await tab.close();
  });

  it('stops an invitation, explains it, takes a reason and hands the request to IT', async () => {
    const tab = await openBoard();
    await addNewcomer(tab);
    const invite = tab.getByRole('button', { name: 'Invite' });
    await invite.click();
    await (await prompt(tab)).getByRole('heading', { name: 'Sharing with somebody new goes through IT' }).waitFor();
    await (await prompt(tab)).getByText('IT adds new people (IT)').waitFor();
    await (await prompt(tab)).getByText('98 of 100 seats used → 99', { exact: false }).waitFor();
    expect(granted()).toEqual([]);

    await (await prompt(tab)).getByRole('button', { name: 'Ask IT' }).click();
    await (await prompt(tab)).getByText('Write one sentence: IT decides by it.').waitFor();
    const heard = await tab.evaluate(() => Reflect.get(window, 'heard').keys);
    await (await prompt(tab)).getByRole('textbox').pressSequentially('Nina designs the launch page.');
    expect(await tab.evaluate(() => Reflect.get(window, 'heard').keys)).toBe(heard);
    await (await prompt(tab)).getByRole('button', { name: 'Ask IT' }).click();
    await (await prompt(tab)).getByRole('heading', { name: 'Request #1 sent to IT' }).waitFor();
    await (await prompt(tab)).getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => tab.locator('[data-gatehouse="prompt"]').count()).toBe(0);
    expect(await invite.evaluate((button) => button === document.activeElement)).toBe(true);
    await waitForText(tab, 'You asked IT for this already. Request #1: Waiting for IT.');
    await waitForText(tab, 'here stays stopped');

    const [asked] = world.stub.received.filter(({ path }) => path === '/api/v1/requests');
    expect(asked?.body).toMatchObject({
      intent: 'share-with-new-person',
      targets: [{ email: nina }],
      siteHost: 'acme.atlassian.net',
      ruleIds: ['no-invites'],
    });
    expect(granted()).toEqual([]);
    await tab.close();
  });

  it('stops the call itself when no click was seen, and answers the page as a refusal', async () => {
    const tab = await openBoard();
    await addNewcomer(tab);
    await tab.evaluate(() => document.querySelector<HTMLButtonElement>('#raw')?.click());
    await prompt(tab);
    await tab.keyboard.press('Escape');
    await tab.getByText('Refused 403').waitFor();
    expect(granted()).toEqual([]);
    await tab.close();
  });

  it('shows the request in the popup, with its state', async () => {
    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    await popup.getByText('#1', { exact: true }).waitFor();
    await popup.getByText('Waiting for IT').waitFor();
    await popup.close();
  });

  it('takes a request back in the popup, in two steps', async () => {
    const [first] = world.stub.requests;
    if (!first) throw new Error('Nothing was asked for.');
    world.stub.requests.push({ ...first, id: RequestId.parse('to-withdraw'), number: 40 });
    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    const request = popup.locator('#request-to-withdraw');
    await popup.getByText('#40', { exact: true }).click();
    await request.getByText('You wrote: “Nina designs the launch page.”').waitFor();
    await request.getByRole('button', { name: 'Withdraw…' }).press('Enter');
    await request.getByText('IT will not decide it for you any more.', { exact: false }).waitFor();
    await request.getByRole('button', { name: 'Keep it' }).click();
    expect(await request.getByRole('button').allTextContents()).toEqual(['Withdraw…']);
    expect(world.stub.requests.at(-1)?.state).toBe('in-review');
    await request.getByRole('button', { name: 'Withdraw…' }).click();
    await request.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await request.getByText('Withdrawn').waitFor();
    expect(world.stub.requests.at(-1)?.state).toBe('withdrawn');
    // What was opened stays open, and there is nothing to take back any more.
    expect(await request.getByText('You wrote:', { exact: false }).isVisible()).toBe(true);
    expect(await request.getByRole('button').count()).toBe(0);
    world.stub.requests.pop();
    await popup.close();
  });

  it('shows what IT decided in the popup while it is open', async () => {
    const tab = await openBoard();
    const [request] = world.stub.requests;
    if (request) Object.assign(request, { state: 'granted', updatedAt: new Date().toISOString() });
    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    await tab.bringToFront();
    await popup.getByText('Granted').waitFor();
    await tab.close();
    await popup.close();
  });

  it('leads a join link to the page that explains it, from any site, and takes the request there', async () => {
    const tab = await world.context.newPage();
    await tab.goto('https://other.example/');
    await tab.getByRole('link').click();
    await tab.getByRole('heading', { name: 'Joining goes through IT' }).waitFor();
    expect(tab.url()).toBe(page('blocked/index.html'));
    await tab.getByText('Access goes through IT').first().waitFor();
    await tab.getByRole('textbox').fill('I work on the lab board.');
    await tab.getByRole('button', { name: 'Ask IT' }).click();
    await tab.getByRole('heading', { name: 'Request #2 sent to IT' }).waitFor();
    expect(world.arrived.map(({ call }) => call)).not.toContain('GET /invite/p/jira-software');
    await tab.close();
  });

  it('blocks on the network with the worker dead, the service gone and the page past our scripts', async () => {
    const tab = await openBoard();
    await world.stub.stop();
    await killWorker(world);
    expect(await tab.evaluate(pastOurScripts)).toBe('refused');
    expect(granted()).toEqual([]);
    await world.stub.start();
    await tab.close();
  });

  it('has no row in its tables that this browser cannot run', async () => {
    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    const patterns = networkRules(Intent.options, ['main_frame']).map(({ condition }) => condition.regexFilter ?? '');
    const answers = await popup.evaluate(
      (all) => Promise.all(all.map((regex) => chrome.declarativeNetRequest.isRegexSupported({ regex }))),
      patterns,
    );
    expect(patterns.filter((_, index) => !answers[index]?.isSupported)).toEqual([]);
    await popup.close();
  });

  it('keeps a request while the service is away, over the death of the browser, and sends it exactly once', async () => {
    const tab = await openBoard();
    await addNewcomer(tab, 'late.new@outside.example');
    await world.stub.stop();
    await tab.getByRole('button', { name: 'Invite' }).click();
    await (await prompt(tab)).getByRole('textbox').fill('Asked while the service was away.');
    await (await prompt(tab)).getByRole('button', { name: 'Ask IT' }).click();
    await (await prompt(tab)).getByText('Your request is kept and sent', { exact: false }).waitFor();
    await world.restart();
    const before = world.stub.requests.length;
    await world.stub.start();
    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    await popup.getByText('late.new@outside.example', { exact: false }).waitFor({ timeout: 60_000 });
    await killWorker(world);
    await popup.reload();
    await popup.getByText('late.new@outside.example', { exact: false }).waitFor();
    expect(world.stub.requests.length - before).toBe(1);
    await popup.close();
  });

  it('keeps nothing that is asked while nobody is signed in, and sends what stands there once somebody is', async () => {
    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    const tab = await openBoard();
    await addNewcomer(tab, 'signed.out.new@outside.example');
    await tab.getByRole('button', { name: 'Invite' }).click();
    const open = await prompt(tab);
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await open.getByRole('textbox').fill('A draft.');
    await open.getByRole('button', { name: 'Ask IT' }).click();
    const notSent = open.getByText('nothing was sent or kept', { exact: false });
    await notSent.waitFor();
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await popup.getByText('Emma Berg').waitFor();
    await open.getByRole('textbox').fill('Better words.');
    // What was said goes, the button moves up, and the prompt finds its height anew: a press before that misses it.
    await notSent.waitFor({ state: 'hidden' });
    await tab.waitForTimeout(600);
    await open.locator('[data-starts]:enabled').first().waitFor();
    await open.getByRole('button', { name: 'Ask IT' }).click();
    // A failure says what the person reads instead.
    await expect
      .poll(() => open.locator('body').innerText(), { timeout: 30_000 })
      .toMatch(/^Request #\d+ sent to IT$/m);
    const asked = world.stub.received.filter(({ path }) => path === '/api/v1/requests');
    expect(asked.map(({ body }) => (body as { reason: string }).reason)).toEqual(['Better words.']);
    await tab.close();
    await popup.close();
  });

  it('stops what it can no longer ask about, and says so, when it was updated under an open page', async () => {
    const tab = await world.context.newPage();
    await tab.goto('https://acme.atlassian.net/plain');
    expect(await broughtTo(tab)).not.toContain('overlays');
    const asked = await openBoard();
    await addNewcomer(asked);
    await asked.getByRole('button', { name: 'Invite' }).click();
    await (await prompt(asked)).getByRole('textbox').fill('Half a sentence');
    const ended = new Promise<string>((resolve) => {
      asked.once('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.dismiss();
      });
    });
    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    // The browser closes the pages of an extension that it loads anew.
    const gone = popup.waitForEvent('close');
    await popup.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
    await gone;
    // A prompt that nobody answers any more does not lie over the page for good.
    expect(await ended).toContain('Reload the page');
    await expect.poll(() => asked.locator('[data-gatehouse="prompt"]').count()).toBe(0);
    await asked.close();
    const said = new Promise<string>((resolve) => {
      tab.once('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.dismiss();
      });
    });
    const answered = tab.evaluate(() =>
      fetch('/gateway/api/invitations/invite', { method: 'POST', body: '{}' }).then(({ status }) => status),
    );
    expect(await said).toBe('Gatehouse stopped this and nothing was sent. Reload the page to see why and what to do.');
    expect(await answered).toBe(403);
    expect(granted()).toEqual([]);
    await tab.close();
  });
});
