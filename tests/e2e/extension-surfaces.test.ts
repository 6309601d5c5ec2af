import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, signIn } from './extension-world.ts';

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

async function stopped(): Promise<Page> {
  const tab = await world.context.newPage();
  await tab.goto(board);
  await tab.getByRole('combobox').fill('nina.new@outside.example');
  await tab.getByRole('combobox').press('Enter');
  await tab.evaluate(() => document.querySelector<HTMLButtonElement>('form [type=submit]')?.click());
  await promptFrame(tab);
  return tab;
}

describe('a page with bad intentions', () => {
  it('cannot file a request with its own words behind a real click', async () => {
    const tab = await stopped();
    await tab.evaluate(() => {
      const every = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? every(node.shadowRoot) : [])]);
      const area = every(document).find((node) => node.localName === 'textarea') as HTMLTextAreaElement | undefined;
      if (area) area.value = 'The page wrote this.';
      const ask = every(document).find(
        ({ textContent, localName }) => localName === 'button' && textContent === 'Ask IT',
      );
      (ask as HTMLElement | undefined)?.style.setProperty('cssText', '');
      if (ask) (ask as HTMLElement).style.cssText = 'position:fixed;inset:0;opacity:0;z-index:9';
    });
    await tab.mouse.click(200, 200);
    await tab.waitForTimeout(1500);

    const frame = openPrompt(tab);
    await frame?.locator('[data-starts]:enabled').waitFor({ timeout: 5000 });
    expect(world.stub.received.filter(({ path }) => path === '/api/v1/requests')).toEqual([]);
    await tab.close();
  });
});
