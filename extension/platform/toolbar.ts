import { api } from './browser.ts';

/** The mark on the toolbar button: at most four characters, or none. `title` is read out and shown on hover. */
export async function markToolbar(mark: { readonly text: string; readonly title: string }): Promise<void> {
  const { action } = api();
  await action.setBadgeBackgroundColor({ color: '#ae2e24' });
  await action.setBadgeText({ text: mark.text });
  await action.setTitle({ title: mark.title });
}
