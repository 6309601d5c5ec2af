import { api } from './browser.ts';

/** The address that the browser hands back to the extension, e.g. `https://<id>.chromiumapp.org/`. */
export const redirectAddress = (): string => api().identity.getRedirectURL();

/** Opens the sign-in window. Answers the address it ended at; null when the person closed it or it never got there. */
export async function openSignIn(url: string): Promise<string | null> {
  try {
    return (await api().identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
  } catch (cause) {
    // Browsers report a closed window and an unreachable page in the same way, in words only.
    console.warn('Gatehouse: the sign-in window did not finish.', cause);
    return null;
  }
}
