import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookInside, waitForText } from '../tools/closed-roots.ts';
import { promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, page, signIn } from './extension-world.ts';

/** Browsers of people who do not speak English, from the first note to where a request stands. */
const nina = 'nina.new@outside.example';

async function addNewcomer(tab: Page): Promise<void> {
  await tab.getByRole('combobox').fill(nina);
  await tab.getByRole('combobox').press('Enter');
}

describe('a browser in German', () => {
  let world: ExtensionWorld;
  beforeAll(async () => {
    world = await openWorld({ language: 'de' });
    const popup = await signIn(world);
    await popup.getByText('Schutz aktiv', { exact: true }).waitFor();
    expect(await popup.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'de',
      'ltr',
    ]);
    await popup.close();
  });
  afterAll(async () => {
    await world?.close();
  });

  it('reads the note, the prompt, what became of it and the popup in German; IT gets what was written', async () => {
    const tab = await world.context.newPage();
    await tab.goto(`${board}?lang=de`);
    await addNewcomer(tab);
    await waitForText(tab, `${nina} ist hier neu.`);
    await waitForText(tab, 'Jira auf acme.atlassian.net: 98 von 100 Lizenzen belegt → 99.');
    await waitForText(tab, 'Etwa 8,60 USD im Monat mehr (Preisliste: public list, 2026, ungeprüft). Acme zahlt.');

    await tab.getByRole('button', { name: 'Invite' }).click();
    const prompt = await promptFrame(tab);
    expect(await prompt.locator('h1').textContent()).toMatch(/^Mit jemand Neuem teilen: läuft über /);
    expect(await prompt.locator('html').getAttribute('lang')).toBe('de');
    await prompt.getByText('Lizenzen, Kosten', { exact: true }).waitFor();
    // The rule's own words as well: a prompt has one language.
    expect(await prompt.locator('#gatehouse-message').innerText()).toMatch(
      /^Personen ohne Zugriff fügt die IT hinzu\./,
    );
    const text = await prompt.locator('body').innerText();
    expect(text).toMatch(/Nummer [0-9A-Z]{4}-[0-9A-Z]{4}: Die IT findet den Vorgang darunter/);
    await prompt.getByLabel('Wozu wird es gebraucht?').fill('x'.repeat(2001));
    await prompt.getByText('Ein Zeichen zu viel: Höchstens 2.000 sind möglich.', { exact: false }).waitFor();
    await prompt.getByLabel('Wozu wird es gebraucht?').fill('Für den Start.');
    await prompt.getByRole('button', { name: 'IT fragen' }).click();
    await prompt.getByText(/^Anfrage #\d+ an die IT gesendet/).waitFor({ timeout: 20_000 });
    await prompt.getByRole('button', { name: 'Schließen' }).click();

    const asked = world.stub.received.filter(({ path }) => path === '/api/v1/requests');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.body).toMatchObject({ reason: 'Für den Start.', targets: [{ email: nina }] });
    // What IT and its records read stays as it is named there.
    expect(JSON.stringify(asked[0]?.body)).not.toMatch(/Lizenz|Standard Ihrer/);

    const popup = await world.context.newPage();
    await popup.goto(page('popup/index.html'));
    await popup.getByText('Meine Anfragen').waitFor();
    await popup.getByText(`Jira für ${nina}`).waitFor();
    await popup.getByText(/^(An die IT gesendet|Wartet auf die IT)$/).waitFor();
    await popup.close();
    await tab.close();
  });
});

describe('a browser in Japanese', () => {
  let world: ExtensionWorld;
  beforeAll(async () => {
    world = await openWorld({ language: 'ja' });
    await (await signIn(world)).close();
  });
  afterAll(async () => {
    await world?.close();
  });

  it('reads the note and the prompt in Japanese, with numbers and names as they are, and is asked once', async () => {
    const tab = await world.context.newPage();
    await tab.goto(board);
    await addNewcomer(tab);
    await waitForText(tab, `${nina} は新しいユーザーです。`);
    await waitForText(tab, 'acme.atlassian.net の Jira: 使用中のライセンス 98 / 100 → 99。');
    expect(await lookInside(tab, ({ text }) => text)).not.toMatch(/seat|known/);
    await tab.getByRole('button', { name: 'Invite' }).click();
    const prompt = await promptFrame(tab);
    expect(await prompt.locator('h1').textContent()).toMatch(/^新しいユーザーとの共有は .+ を通して行います$/);
    expect(await prompt.locator('#gatehouse-message').innerText()).toMatch(
      /^まだアクセス権のないユーザーは IT 部門が追加します。/,
    );
    await prompt.locator('[data-starts]:enabled').waitFor();
    const found = await prompt.getByRole('button', { name: 'IT 部門に依頼' }).boundingBox();
    if (found === null) throw new Error('The prompt has no button to ask IT.');
    await prompt.getByRole('textbox').fill('発売のため。');
    // Twice at its edge, as people do: what it says meanwhile is shorter.
    for (const _ of [1, 2]) await tab.mouse.click(found.x + 4, found.y + 8);
    await prompt.getByText(/^リクエスト #\d+ を IT 部門に送信しました/).waitFor({ timeout: 20_000 });
    await tab.close();
  });
});
