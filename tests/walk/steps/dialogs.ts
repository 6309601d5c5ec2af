import type { Locator, Page } from 'playwright-core';
import { promptFrame } from '../../tools/prompt-frame.ts';

export const board = 'https://acme.atlassian.net/jira/software/projects/ACME/boards/1';
export const newcomer = 'nina.new@outside.example';

/** Opens the Share dialog of the board and names a person or an address in it. */
export async function openShare(page: Page, who: string): Promise<Locator> {
  // A tab in the background draws one frame a second.
  await page.bringToFront();
  await page.locator('#po-spotlight-share-button').click();
  const dialog = page.getByRole('dialog').filter({ has: page.locator('#share-user-picker-field-label') });
  await dialog.waitFor();
  await dialog.getByRole('combobox').fill(who);
  await page.getByRole('option').first().click();
  return dialog;
}

/** The button that would send the dialog. */
export const submitOf = (dialog: Locator): Locator => dialog.getByRole('button', { name: /^(share|send|invite)$/i });

/** Our prompt, over the page. */
export const prompt = promptFrame;
