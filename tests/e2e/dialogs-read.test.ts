import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organization, people } from '../../mocks/cloud/seed.ts';
import { enterAtlassian, openBrowser } from '../stage/browser.ts';
import { startCloud } from '../stage/cloud.ts';
import { freePorts } from '../stage/ports.ts';
import { promptFrame } from '../tools/prompt-frame.ts';
import { startServiceStub } from './extension-stub.ts';
import { board, type ExtensionWorld, openWorld, signIn } from './extension-world.ts';

let world: ExtensionWorld;

/** A page with this in it and nothing else, which sends when it hears of a click or of a form. */
async function openWith(html: string) {
  const tab = await world.context.newPage();
  await tab.goto(board);
  await tab.evaluate((body) => {
    document.body.innerHTML = body;
    const send = (event: Event): void => {
      event.preventDefault();
      if (event.type === 'submit' || (event.target as Element).closest('button'))
        Reflect.set(window, 'sent', (Reflect.get(window, 'sent') ?? 0) + 1);
    };
    document.addEventListener('click', send);
    document.addEventListener('submit', send);
    /** Deeper than a function that calls itself for every level can follow. */
    for (const one of document.querySelectorAll('[data-deep]')) {
      let inner = one;
      for (let depth = 0; depth < 5000; depth += 1) {
        const next = document.createElement(depth % 2 === 0 ? 'b' : 'span');
        if (depth === 0) next.style.display = 'none';
        inner.append(next);
        inner = next;
      }
      inner.append(one.getAttribute('data-deep') ?? '');
    }
  }, html);
  return tab;
}

const chooser = (more = '') =>
  `<div class="fabric-user-picker__control"><span data-user-picker-multi-value="">liam@acme.example</span>${more}</div>`;
const inside = (more = '') => `<h1>Invite people to Confluence</h1>${chooser(more)}
  <label><input type="checkbox" checked value="confluence"> Confluence</label>
  <button type="submit" data-testid="invite-submit-button">Invite</button>`;

describe('a click in', () => {
  beforeAll(async () => {
    world = await openWorld();
    await (await signIn(world)).close();
  });
  afterAll(async () => {
    await world?.close();
  });
  it.each<[string, string, readonly string[]]>([
    ['a drawer', `<div data-testid="invite-drawer-component">${inside()}</div>`, ['liam@acme.example', 'Confluence']],
    ['a form without a dialog', `<form>${inside()}</form>`, ['liam@acme.example', 'Confluence']],
    [
      'a dialog with a field that is nested very deep',
      `<section role="dialog">${inside('<div contenteditable="true" data-deep="eve@outside.example"></div>')}</section>`,
      ['liam@acme.example', 'eve@outside.example'],
    ],
    [
      'a dialog with a chip that is nested very deep',
      `<section role="dialog">${inside('<span data-user-picker-multi-value="" data-deep="eve@outside.example"></span>')}</section>`,
      ['liam@acme.example', 'eve@outside.example'],
    ],
    ...['querySelector', 'querySelectorAll', 'matches', 'closest'].map((name): [string, string, readonly string[]] => [
      `a form with a field called "${name}"`,
      `<form>${inside()}<input name="${name}" type="hidden"></form>`,
      ['people Gatehouse cannot read'],
    ]),
  ])('%s is stopped, with whom it names', async (_, html, said) => {
    const tab = await openWith(html);
    await tab.locator('button').click();
    const prompt = await promptFrame(tab);
    for (const words of said) await prompt.getByText(words, { exact: false }).first().waitFor({ timeout: 5000 });
    expect(await tab.evaluate(() => Reflect.get(window, 'sent'))).toBeUndefined();
    await tab.close();
  });
});

it('the drawer of administration, which is no dialog, is stopped with everybody in it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-drawer-'));
  const stub = await startServiceStub();
  const cloud = await startCloud({ ports: await freePorts(), dataDir, clientSecret: 'a-secret-for-the-tests' });
  const context = await openBrowser({
    profileDir: join(dataDir, 'profile'),
    proxyUrl: cloud.proxyUrl,
    headless: true,
  });
  try {
    await enterAtlassian(context, people.ada.accountId);
    await (await signIn({ context, stub, say: world.say })).close();
    const tab = await context.newPage();
    const sent: string[] = [];
    tab.on('request', (request) => {
      if (request.url().endsWith('/users/invite')) sent.push(request.url());
    });
    await tab.goto(`https://admin.atlassian.com/o/${organization.orgId}/users`);
    await tab.getByRole('button', { name: 'Invite users' }).click();
    await tab.getByLabel('Email addresses').fill('liam@acme.example, eve@outside.example');
    await tab.locator('[data-testid="invite-submit-button"]').click();
    const prompt = await promptFrame(tab);
    for (const words of ['liam@acme.example', 'eve@outside.example'])
      await prompt.getByText(words, { exact: false }).first().waitFor({ timeout: 5000 });
    expect(sent).toEqual([]);
  } finally {
    await context.close();
    await cloud.child.stop();
    await stub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
