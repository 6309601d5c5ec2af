import { afterAll, beforeAll, expect, it } from 'vitest';
import { promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, signIn } from './extension-world.ts';

let world: ExtensionWorld;
beforeAll(async () => {
  world = await openWorld();
  await (await signIn(world)).close();
});
afterAll(async () => {
  await world?.close();
});

it.each([
  ['an id', { recipients: [{ type: 'user', id: `a1${'b'.repeat(300)}` }] }],
  [
    'a portal id',
    { recipients: [{ type: 'user', id: `qm:6a1d2c3b-0009-4e11-8a01-000000000009:${'f0'.repeat(200)}` }] },
  ],
  [
    'a key',
    { projectKey: 'K'.repeat(400), recipients: [{ type: 'external_user', email: 'nina.new@outside.example' }] },
  ],
])('an act that names %s longer than any is asked about as others are, with a number and with "Ask IT"', async (_, body) => {
  const tab = await world.context.newPage();
  await tab.goto(board);
  await tab.evaluate((sent) => {
    void fetch('/gateway/api/share', { method: 'POST', body: JSON.stringify(sent) }).catch(() => undefined);
  }, body);
  const prompt = await promptFrame(tab);
  expect(await prompt.locator('.stop').innerText()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await prompt.locator('textarea').fill('Launch');
  await prompt.getByRole('button', { name: 'Ask IT' }).click();
  await prompt.getByText(/sent to IT|already with IT/).waitFor();
  await tab.close();
});
