import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookInside, waitForText } from '../tools/closed-roots.ts';
import { rule } from '../tools/policy-fixture.ts';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { sharePage } from './extension-page.ts';
import { board, type ExtensionWorld, openWorld, publish, signIn } from './extension-world.ts';

/** What a person does once happens once, and is asked about once, however the page goes about it. */
let world: ExtensionWorld;
let popup: Page;
let tab: Page;
beforeAll(async () => {
  world = await openWorld({ keepsPages: true });
  popup = await signIn(world);
});
afterAll(async () => {
  await world?.close();
});
beforeEach(async () => {
  await tab?.close();
  tab = await world.context.newPage();
});

const put = (mode: 'allow' | 'warn' | 'block') =>
  publish(world, popup, mode === 'allow' ? [] : [rule('the-rule', { mode })], 'warn');
async function open(html: string | null = null, url = board): Promise<void> {
  if (html !== null)
    await tab.route(
      (it) => it.href === url,
      (route) => route.fulfill({ contentType: 'text/html', body: html }),
    );
  await tab.goto(url);
  world.arrived.length = 0;
  world.stub.received.length = 0;
}
const posts = () => world.arrived.filter(({ call }) => call.startsWith('POST'));
const addChip = (address: string) => tab.evaluate((text) => Reflect.get(window, 'addChip')(text), address);
const goOn = async () =>
  (await promptFrame(tab)).getByRole('button', { name: 'Continue anyway' }).click({ timeout: 20_000 });
const proceeded = () =>
  world.stub.received
    .filter(({ path }) => path === '/api/v1/intents')
    .flatMap(({ body }) => (body as { intents: { proceeded: object | null }[] }).intents)
    .filter((line) => line.proceeded !== null);

describe('a control that is no button', () => {
  const url = 'https://id.atlassian.com/join/user-access?resource=ari%3Acloud%3Ajira-software%3A%3Asite%2F5b7a0c1e';
  const page = `<!doctype html><title>Join</title><main><h1>Join Acme on Jira</h1>
<div role="button" tabindex="0" id="x" style="padding:20px;width:200px">Join</div></main>
<script>window.ends = 0; for (const type of ['mouseup', 'keyup']) addEventListener(type, ({ isTrusted }) => { if (isTrusted) window.ends += 1; });
x.addEventListener('click', () => fetch('/gateway/api/x-acted', { method: 'POST', body: '{}' }));
x.addEventListener('keyup', ({ key }) => { if (key === ' ') x.click(); });</script>`;

  it('acts once for a press that takes a while, and for a key that is held down', async () => {
    await put('allow');
    await open(page, url);
    const box = await tab.locator('#x').boundingBox();
    await tab.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await tab.mouse.down();
    await expect.poll(() => posts().length, { timeout: 20_000 }).toBe(1);
    await tab.mouse.up();
    await tab.waitForTimeout(1500);
    expect(posts()).toHaveLength(1);
    for (const key of ['Enter', 'Space']) {
      world.arrived.length = 0;
      await tab.locator('#x').focus();
      await tab.keyboard.down(key);
      await expect.poll(() => posts().length, { timeout: 20_000 }).toBe(1);
      for (let n = 0; n < 4; n += 1) await tab.keyboard.down(key);
      await tab.keyboard.up(key);
      await tab.waitForTimeout(1500);
      expect(posts()).toHaveLength(1);
    }
    expect(await tab.evaluate(() => Reflect.get(window, 'ends'))).toBe(0);
  });
});

describe('a page that thinks a press over before it sends its form', () => {
  const later = {
    'in its click': `document.querySelector('#share button').addEventListener('click', async (event) => {
      event.preventDefault(); await new Promise((done) => setTimeout(done, 100)); document.querySelector('#share').requestSubmit(); });`,
    'in its submit': `document.querySelector('#share').addEventListener('submit', async (event) => { const form = event.target;
      if (form.dataset.ok) return; event.preventDefault(); event.stopImmediatePropagation();
      await new Promise((done) => setTimeout(done, 100)); form.dataset.ok = 1; form.requestSubmit(); }, true);`,
  };
  it.each(['in its click', 'in its submit'] as const)('sends it once, asked about once: %s', async (where) => {
    for (const mode of ['allow', 'warn'] as const) {
      await put(mode);
      await open(sharePage('en').replace('<script src', `<script>${later[where]}</script><script src`));
      await addChip(`${mode}.later@outside.example`);
      await tab.getByRole('button', { name: 'Invite' }).click();
      if (mode === 'warn') await goOn();
      await tab.getByText('Shared').waitFor();
      await tab.waitForTimeout(1500);
      expect([posts().length, await openPrompt(tab)]).toEqual([1, undefined]);
      expect(await tab.evaluate(() => Reflect.get(window, 'heard').submits)).toBe(1);
      if (mode === 'warn') await expect.poll(() => proceeded().length, { timeout: 20_000 }).toBe(1);
    }
  });
});

describe('going on', () => {
  it.each([
    ['disables the button', () => document.querySelector('#share button')?.setAttribute('disabled', '')],
    [
      'changes the people',
      () => {
        document.querySelector('#chips')?.replaceChildren();
        Reflect.get(window, 'addChip')('other.new@outside.example');
      },
    ],
  ] as const)('is refused, and not recorded, where the page %s meanwhile', async (_, change) => {
    await put('warn');
    await open();
    await addChip('one.new@outside.example');
    await tab.getByRole('button', { name: 'Invite' }).click();
    const prompt = await promptFrame(tab);
    await tab.evaluate(change);
    await prompt.getByRole('button', { name: 'Continue anyway' }).click();
    await prompt.getByText('The page has changed.', { exact: false }).waitFor();
    await tab.waitForTimeout(1500);
    expect([posts(), proceeded()]).toEqual([[], []]);
  });
});

it('going on is refused, and not recorded, where a form was to be sent that is gone meanwhile', async () => {
  await put('warn');
  await open();
  await addChip('gone.new@outside.example');
  await tab.evaluate(() => document.querySelector<HTMLFormElement>('#share')?.requestSubmit());
  const prompt = await promptFrame(tab);
  await tab.evaluate(() => {
    const form = document.querySelector('#share');
    const inner = document.createElement('div');
    inner.append(...(form?.childNodes ?? []));
    form?.replaceWith(inner);
  });
  await prompt.getByRole('button', { name: 'Continue anyway' }).click();
  await prompt.getByText('The page has changed.', { exact: false }).waitFor();
  await tab.waitForTimeout(1500);
  expect([posts(), proceeded()]).toEqual([[], []]);
});

describe('a page that is left while it is checked, and shown again', () => {
  const leaveAndReturn = async () => {
    await tab.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
      location.href = '/plain';
    });
    await tab.waitForURL('**/plain');
    await tab.waitForTimeout(2000);
    // No page loads then, and whatever runs in the one that is left may not be answered.
    await tab.evaluate(() => history.back()).catch(() => undefined);
    await expect
      .poll(() => tab.evaluate(() => Reflect.get(window, 'persisted')).catch(() => null), { timeout: 20_000 })
      .toBe(true);
    world.stub.previewDelayMs = 0;
  };

  it('is told that nothing was sent, and its button works again', async () => {
    await put('warn');
    await open();
    await addChip('left.new@outside.example');
    world.stub.previewDelayMs = 1300;
    await tab.getByRole('button', { name: 'Invite' }).click();
    await leaveAndReturn();
    const told = await promptFrame(tab);
    await told.getByText('You left this page', { exact: false }).waitFor();
    await told.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => openPrompt(tab)).toBeUndefined();
    expect(posts()).toEqual([]);
    await tab.getByRole('button', { name: 'Invite' }).click();
    await goOn();
    await tab.getByText('Shared').waitFor();
    expect(posts()).toHaveLength(1);
  });

  it('has its call refused', async () => {
    await put('warn');
    await open();
    world.stub.previewDelayMs = 1300;
    await tab.evaluate(() => {
      const body = '{"recipients":[{"type":"external_user","email":"left2.new@outside.example"}]}';
      void fetch('/gateway/api/share', { method: 'POST', body }).then(({ status }) =>
        Object.assign(window, { answered: status }),
      );
    });
    await leaveAndReturn();
    const told = await promptFrame(tab);
    await told.getByText('You left this page', { exact: false }).waitFor();
    await told.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => tab.evaluate(() => Reflect.get(window, 'answered')), { timeout: 10_000 }).toBe(403);
    expect(posts()).toEqual([]);
  });
});

/** How it is told that one more act was stopped without a prompt. */
const told = /without asking you again: .*Stop [0-9A-Z]{4}-[0-9A-Z]{4}/;

/** The browser takes whatever a test has a page say or do for the person's, for five seconds: what looks at it waits until that has faded. */
const fade = () => new Promise((resolve) => setTimeout(resolve, 5500));

describe('a page that goes on by itself after a no', () => {
  const tries = (howMany: number, name: string) =>
    tab.evaluate(
      async ([most, who]) => {
        for (let n = 0; n < Number(most); n += 1) {
          const email = `${who}${who === 'same' ? '' : n}.new@outside.example`;
          const body = JSON.stringify({ recipients: [{ type: 'external_user', email }] });
          const { status } = await fetch('/gateway/api/share', { method: 'POST', body });
          if (status !== 403) throw new Error(`Answered ${status}.`);
        }
      },
      [howMany, name],
    );
  const say = async (no: number) => {
    for (let n = 0; n < no; n += 1) {
      const prompt = await promptFrame(tab);
      // The frame may be gone before the browser has told the test that it was pressed.
      void prompt
        .getByRole('button', { name: 'Cancel' })
        .click()
        .catch(() => undefined);
      await expect.poll(() => prompt.isDetached(), { timeout: 10_000 }).toBe(true);
    }
  };

  it.each([
    ['repeats itself', 'same', 1],
    ['goes on with others', 'other', 3],
  ] as const)('is told of in a corner, until the person does something there: it %s', async (_, name, asked) => {
    await put('block');
    await open();
    const tried = tries(6, name);
    await say(asked);
    await tried;
    await waitForText(tab, told);
    expect(await openPrompt(tab)).toBeUndefined();
    await tab.getByRole('heading', { name: 'ACME board' }).click();
    const again = tries(1, name);
    await say(1);
    await again;
    expect(posts()).toEqual([]);
  });
});

describe('what a person does in a frame of the page', () => {
  /** Where the button of the frame is pressed, by a mouse: what a test has it do itself would count for the person, too. */
  const spot = { x: 60, y: 60 };
  const framing = (frame: string, share: string) => `<!doctype html><title>App</title>
<iframe style="position:fixed;left:20px;top:20px;width:200px;height:100px" ${frame}
 srcdoc="<button style='position:fixed;inset:0' onclick='parent.postMessage(1, &quot;*&quot;)'>Add</button>"></iframe>
<script>let n = 0; addEventListener('message', () => { n += 1; ${share} });
const share = (email) => fetch('/gateway/api/share', { method: 'POST', body: JSON.stringify({ recipients: [{ type: 'external_user', email }] }) }).catch(() => 0);</script>`;

  it.each([
    ['of its own', ''],
    ['that it shares nothing with', 'sandbox="allow-scripts"'],
  ])('is asked about each time, in a frame %s', async (_, frame) => {
    await put('block');
    await open(framing(frame, "share('eve@outside.example')"));
    for (let n = 0; n < 2; n += 1) {
      await fade();
      await tab.mouse.click(spot.x, spot.y);
      const prompt = await promptFrame(tab);
      await tab.keyboard.press('Escape');
      await expect.poll(() => prompt.isDetached(), { timeout: 10_000 }).toBe(true);
    }
    // At once, too, if not as soon.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await tab.mouse.click(spot.x, spot.y);
    await fade();
    await promptFrame(tab);
    expect(posts()).toEqual([]);
  });

  it('is not taken for theirs where they only answered, or pressed what says it away', async () => {
    await put('block');
    await open(framing('', "if (n === 1) setInterval(share, 300, 'eve@outside.example')"));
    await fade();
    await tab.mouse.click(spot.x, spot.y);
    const prompt = await promptFrame(tab);
    const cancel = await prompt.getByRole('button', { name: 'Cancel' }).boundingBox();
    await fade();
    await tab.mouse.click((cancel?.x ?? 0) + 9, (cancel?.y ?? 0) + 9);
    await waitForText(tab, told);
    const dismiss = await lookInside(tab, ({ buttons }) => buttons.find(({ name }) => name === 'Dismiss')?.middle());
    await tab.mouse.click(dismiss?.x ?? 0, dismiss?.y ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(await openPrompt(tab)).toBeUndefined();
    expect(await lookInside(tab, ({ text }) => text)).not.toContain('Dismiss');
  });
});
