import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../../extension/bundle-script.ts';
import { type ExtensionWorld, openWorld, page } from '../e2e/extension-world.ts';
import type { Answer } from './step.ts';
import { readCases } from './tables.ts';

const cases = readCases();
let world: ExtensionWorld;
let answers: readonly Answer[];

beforeAll(async () => {
  const script = await bundleScript(new URL('./extension-entry.ts', import.meta.url), 'domain', { minify: true });
  world = await openWorld();
  const popup = await world.context.newPage();
  await popup.goto(page('popup/index.html'));
  await popup.evaluate(script);
  answers = await popup.evaluate((asked) => {
    const { domain } = globalThis as unknown as { domain: { ask: (name: string, given: unknown) => Answer } };
    const rows = JSON.parse(asked) as readonly { readonly ask: string; readonly given: unknown }[];
    return rows.map(({ ask, given }) => domain.ask(ask, given));
  }, JSON.stringify(cases));
});
afterAll(async () => {
  await world?.close();
});

describe('the extension says the same in its own page in Chromium', () => {
  it.each(cases.map((one, index) => ({ ...one, index })))('$file: $table: $name', ({ expected, index }) => {
    expect(answers[index]).toMatchObject({ ok: true, answer: expected });
  });
});
