import type { Locator, Page } from 'playwright-core';
import { promptFrame } from '../../tools/prompt-frame.ts';

export const board = 'https://acme.atlassian.net/jira/software/projects/ACME/boards/1';
export const newcomer = 'nina.new@outside.example';

/** Opens the Share dialog of the board and names a person or an address in it. */
export async function openShare(page: Page, who: string): Promise<Locator> {
  const dialog = await openDialog(page);
  await dialog.getByRole('combobox').fill(who);
  await page.getByRole('option').first().click();
  return dialog;
}

/** Opens the Share dialog and pastes a list into its chooser, out of the message where it was written. */
export async function openShareWithList(page: Page, list: string): Promise<Locator> {
  const dialog = await openDialog(page);
  const message = dialog.locator('textarea');
  await message.fill(list);
  await message.press('ControlOrMeta+A');
  await message.press('ControlOrMeta+X');
  await dialog.getByRole('combobox').press('ControlOrMeta+V');
  return dialog;
}

async function openDialog(page: Page): Promise<Locator> {
  // A tab in the background draws one frame a second.
  await page.bringToFront();
  await page.locator('#po-spotlight-share-button').click();
  const dialog = page.getByRole('dialog').filter({ has: page.locator('#share-user-picker-field-label') });
  await dialog.waitFor();
  return dialog;
}

/** The button that would send the dialog. */
export const submitOf = (dialog: Locator): Locator => dialog.getByRole('button', { name: /^(share|send|invite)$/i });

/** Our prompt, over the page. */
export const prompt = promptFrame;

/** Gives the reason, asks IT, and answers the number of the request. */
export async function askIt(page: Page, reason: string): Promise<number> {
  const dialog = await prompt(page);
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: 'Ask IT' }).click();
  const sent = dialog.getByText(/Request #\d+/).first();
  await sent.waitFor().catch(async ({ message }: Error) => {
    throw new Error(`${message}\nThe prompt says: ${await dialog.locator('body').innerText()}`);
  });
  return Number(/#(\d+)/.exec((await sent.textContent()) ?? '')?.[1]);
}
