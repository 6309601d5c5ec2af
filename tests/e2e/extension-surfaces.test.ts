import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookInside, waitForText } from '../tools/closed-roots.ts';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, page, signIn } from './extension-world.ts';

/** What a page with bad intentions can do with what we draw over and into it. */
let world: ExtensionWorld;
beforeAll(async () => {
  world = await openWorld();
  await (await signIn(world)).close();
});
afterAll(async () => {
  await world?.close();
});
beforeEach(() => {
  world.arrived.length = 0;
  world.stub.received.length = 0;
});

const requests = () => world.stub.received.filter(({ path }) => path === '/api/v1/requests');
const granted = () => world.arrived.filter(({ call }) => call.startsWith('POST'));

async function openBoard(): Promise<Page> {
  const tab = await world.context.newPage();
  await tab.goto(board);
  return tab;
}

/** The page makes the prompt come: it submits its own dialog. */
async function stopped(on?: Page) {
  const tab = on ?? (await openBoard());
  await tab.evaluate(() => Reflect.get(window, 'addChip')('nina.new@outside.example'));
  await tab.evaluate(() => document.querySelector<HTMLButtonElement>('form [type=submit]')?.click());
  const prompt = await promptFrame(tab);
  return { tab, prompt, ask: prompt.getByRole('button', { name: 'Ask IT' }) };
}

/** Long enough for whatever was pressed to have arrived. */
const settle = (tab: Page) => tab.waitForTimeout(1500);

describe('the prompt over a page with bad intentions', () => {
  it('files nothing with the page’s words behind a real click', async () => {
    const { tab, prompt } = await stopped();
    await prompt.locator('[data-starts]:enabled').waitFor();
    await tab.evaluate(() => {
      const every = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? every(node.shadowRoot) : [])]);
      const area = every(document).find((node) => node.localName === 'textarea') as HTMLTextAreaElement | undefined;
      if (area) area.value = 'The page wrote this.';
      const ask = every(document).find(
        ({ localName, textContent }) => localName === 'button' && textContent === 'Ask IT',
      );
      if (ask) (ask as HTMLElement).style.cssText = 'position:fixed;inset:0;opacity:0;z-index:9';
    });
    await tab.mouse.click(200, 200);
    await settle(tab);
    expect(requests()).toEqual([]);
    await tab.close();
  });

  it('is not pressed by scripts: clicks, events, keys, submits, or a close', async () => {
    const { tab } = await stopped();
    await tab.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[data-gatehouse="prompt"]');
      const frames = [...document.querySelectorAll('iframe')];
      for (const target of [host, document.activeElement, document, window, ...frames].filter((one) => one !== null)) {
        for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'submit', 'cancel', 'close', 'load'])
          target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
        for (const key of ['Enter', ' ', 'Tab', 'Escape'])
          for (const type of ['keydown', 'keyup'])
            target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
      }
      host?.click();
      host?.focus();
      for (const form of document.forms) form.requestSubmit();
      window.postMessage({ prompt: '', end: 'proceed' }, '*');
    });
    await settle(tab);
    expect(await openPrompt(tab)).toBeDefined();
    expect([requests(), granted()]).toEqual([[], []]);
    await tab.close();
  });

  it('is not read: in the document, the selection, by find, as a frame, in timings, messages or what has the focus', async () => {
    const { tab, prompt } = await stopped();
    await tab.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heardMessages: heard });
      for (const type of ['message', 'input', 'keydown', 'keyup', 'beforeinput', 'focusin', 'paste'])
        window.addEventListener(
          type,
          (event) => heard.push(`${type} ${JSON.stringify(Reflect.get(event, 'data') ?? '')}`),
          true,
        );
    });
    await prompt.getByRole('textbox').pressSequentially('Orion is secret');
    const seen = await tab.evaluate(() => {
      const every = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? every(node.shadowRoot) : [])]);
      getSelection()?.selectAllChildren(document.documentElement);
      const selected = String(getSelection());
      getSelection()?.removeAllRanges();
      const find = (words: string) => Reflect.get(window, 'find').call(window, words, false, false, true, false, true);
      const ours = every(document).filter((node) => node.closest('[data-gatehouse]'));
      return {
        nodes: ours.map((node) => node.outerHTML.replace(/ style="[^"]*"/, '')),
        text: document.documentElement.innerText + selected,
        found: ['98 of 100', 'goes through IT', 'Orion is secret'].filter(find),
        frames: [window.length, document.querySelectorAll('iframe').length],
        timings: performance.getEntries().filter(({ name }) => /extension|prompt/.test(name)).length,
        active: document.activeElement?.getAttribute('data-gatehouse'),
        heard: Reflect.get(window, 'heardMessages'),
      };
    });
    expect(seen).toMatchObject({ found: [], frames: [0, 0], timings: 0, active: 'prompt', heard: [] });
    expect(
      seen.nodes.filter(
        (node) => !/^<div data-gatehouse="(prompt|licence-warning)" data-no-focus-lock="true"><\/div>$/.test(node),
      ),
    ).toEqual([]);
    expect(seen.text).not.toMatch(/98 of 100|Orion|goes through IT/);
    await tab.close();
  });

  it.each([
    ['a see-through layer that lets clicks through', 'background:transparent;pointer-events:none'],
    ['a picture that lets clicks through', 'background:white;pointer-events:none'],
    ['a layer over the text alone', 'background:white;pointer-events:none;inset:0 0 55% 0;height:45%'],
  ])('does not count a press under %s', async (_, css) => {
    const { tab, prompt, ask } = await stopped();
    await prompt.getByRole('textbox').fill('The person wrote this.');
    await prompt.locator('[data-starts]:enabled').waitFor();
    const box = await ask.boundingBox();
    await tab.evaluate((style) => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = `margin:0;border:0;width:100vw;height:100vh;inset:0;${style}`;
      document.body.append(cover);
      cover.showPopover();
    }, css);
    await tab.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
    await settle(tab);
    expect(requests()).toEqual([]);
    await prompt.getByText('Gatehouse is covered by something on this page', { exact: false }).first().waitFor();
    await tab.evaluate(() => document.querySelector('[popover]')?.remove());
    await prompt.locator('[data-starts]:enabled').waitFor();
    await ask.click();
    await prompt.getByRole('heading', { name: /^Request #\d+ sent/ }).waitFor();
    expect(requests()).toHaveLength(1);
    await tab.close();
  });

  it('does not count a press in the moment it appears', async () => {
    const tab = await openBoard();
    // Looked at from inside, at once: on a busy machine the test would come to it when the moment is over.
    await tab.addInitScript(() => {
      if (location.protocol !== 'chrome-extension:') return;
      new MutationObserver((_, observer) => {
        const starts = [...document.querySelectorAll<HTMLButtonElement>('[data-starts]')];
        if (starts.length === 0) return;
        observer.disconnect();
        Object.assign(window, { atFirst: starts.map(({ disabled }) => disabled) });
      }).observe(document, { childList: true, subtree: true });
    });
    const { prompt } = await stopped(tab);
    expect(await prompt.evaluate(() => Reflect.get(window, 'atFirst'))).toEqual([true]);
    await tab.close();
  });

  it('ends closed, with the act stopped, when the page takes it away again and again', async () => {
    const tab = await openBoard();
    await tab.evaluate(() => {
      new MutationObserver(() => {
        for (const node of document.querySelectorAll('[data-gatehouse]')) node.remove();
      }).observe(document, { childList: true, subtree: true });
      Reflect.get(window, 'addChip')('nina.new@outside.example');
    });
    for (let time = 0; time < 3; time += 1) {
      await tab.evaluate(() => document.querySelector<HTMLButtonElement>('#raw')?.click());
      await tab.getByText('Refused 403').waitFor();
      await tab.evaluate(() => document.querySelector('#flag')?.replaceChildren());
    }
    expect([requests(), granted()]).toEqual([[], []]);
    expect(await openPrompt(tab)).toBeUndefined();
    await tab.close();
  });

  it('goes on in a window of the browser where the person asks for it', async () => {
    const { tab, prompt } = await stopped();
    await tab.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'margin:0;border:0;width:100vw;height:100vh;inset:0;background:transparent;pointer-events:none';
      document.body.append(cover);
      cover.showPopover();
    });
    const opening = world.context.waitForEvent('page');
    await prompt.getByRole('button', { name: 'Open in a window' }).click();
    const own = await opening;
    await own.getByRole('textbox').fill('Written where no page reaches.');
    await own.getByRole('button', { name: 'Ask IT' }).click();
    await own.getByRole('heading', { name: /^Request #\d+ sent/ }).waitFor();
    expect(requests()).toHaveLength(1);
    await own.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => openPrompt(tab)).toBeUndefined();
    await tab.close();
  });

  it('has no address that a page can fetch, frame or open, nor has the page that explains links', async () => {
    const tab = await openBoard();
    const at = [page('prompt/index.html'), page('blocked/index.html')];
    const fetched = await tab.evaluate(
      (urls) =>
        Promise.all(
          urls.map((url) =>
            fetch(url).then(
              () => 'read',
              () => 'refused',
            ),
          ),
        ),
      at,
    );
    expect(fetched).toEqual(['refused', 'refused']);
    await tab.evaluate((urls) => {
      for (const url of urls) document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    }, at);
    await settle(tab);
    const texts = await Promise.all(
      tab
        .frames()
        .slice(1)
        .map((frame) =>
          frame
            .locator('body')
            .innerText()
            .catch(() => ''),
        ),
    );
    expect(texts.join('')).not.toMatch(/Ask IT|goes through|Gatehouse/);
    await tab.evaluate((url) => {
      location.href = url as string;
    }, at[1]);
    await settle(tab);
    expect(await tab.locator('body').innerText()).not.toContain('Gatehouse');
    await tab.close();
  });
});

describe('the licence note on a page with bad intentions', () => {
  it('tells nothing about whom a page puts in its own dialog, whatever events it makes up', async () => {
    const tab = await openBoard();
    await tab.evaluate(() => {
      Reflect.get(window, 'addChip')('ceo@acme.example');
      for (const type of ['click', 'input', 'keydown'])
        document.querySelector('[name=users]')?.dispatchEvent(new Event(type, { bubbles: true }));
    });
    await settle(tab);
    expect(world.stub.received.filter(({ path }) => path.endsWith('/preview'))).toEqual([]);
    expect(await lookInside(tab, ({ text }) => text)).toBe('');
    await tab.close();
  });

  it('has one size, whomever it tells about and however narrow a page makes it', async () => {
    const sizes = new Set<string>();
    for (const [who, words] of [
      ['liam.chen@acme.example', 'No seat is taken'],
      ['nina.new@outside.example', '98 of 100'],
      ['eve outside', 'cannot be read'],
    ] as const) {
      const tab = await openBoard();
      await tab.evaluate((name) => Reflect.get(window, 'addChip')(name), who);
      // On a busy machine the first click may come before anything of ours looks.
      await vi.waitFor(async () => {
        await tab.getByText('Share board').click();
        await waitForText(tab, words, 3000);
      }, 20_000);
      const size = await tab.evaluate(() => {
        const note = document.querySelector<HTMLElement>('[data-gatehouse="licence-warning"]');
        note?.style.setProperty('width', '60px', 'important');
        const { width, height } = note?.getBoundingClientRect() ?? {};
        return JSON.stringify([width, height, note?.scrollHeight]);
      });
      sizes.add(size);
      await tab.close();
    }
    expect([...sizes]).toHaveLength(1);
  });

  it('is not found by the page when a person has acted', async () => {
    const tab = await openBoard();
    await tab.getByRole('combobox').fill('nina.new@outside.example');
    await tab.getByRole('combobox').press('Enter');
    await waitForText(tab, '98 of 100');
    const seen = await tab.evaluate(() => ({
      found: ['98 of 100', 'is new here', 'USD'].filter((words) =>
        Reflect.get(window, 'find').call(window, words, false, false, true, false, true),
      ),
      open: [...document.querySelectorAll('[data-gatehouse]')].filter(({ shadowRoot }) => shadowRoot !== null).length,
      text: document.documentElement.innerText,
    }));
    expect(seen).toMatchObject({ found: [], open: 0 });
    expect(seen.text).not.toContain('98 of 100');
    await tab.close();
  });
});
