/** Texts that somebody typed and has not sent, by name. They outlive the page only where that is needed: to sign in again. */
export interface HostDrafts {
  /** The empty text where there is none. */
  readonly read: (name: string) => string;
  /** The empty text forgets it. */
  readonly write: (name: string, text: string) => void;
  /** Forgets all: somebody has left. */
  readonly clear: () => void;
}

const PREFIX = 'gatehouse.draft ';

/** Kept with the tab: a sign-in leads to another page and back. Other tabs do not see them, and they end with the tab. */
export const tabDrafts = (): HostDrafts => ({
  read: (name) => sessionStorage.getItem(PREFIX + name) ?? '',
  write: (name, text) =>
    text === '' ? sessionStorage.removeItem(PREFIX + name) : sessionStorage.setItem(PREFIX + name, text),
  clear: () => {
    const names = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
    for (const name of names.filter((one) => one.startsWith(PREFIX))) sessionStorage.removeItem(name);
  },
});

/** Kept with the page, in nobody's storage: for whoever embeds the panel. */
export function memoryDrafts(): HostDrafts {
  const texts = new Map<string, string>();
  return {
    read: (name) => texts.get(name) ?? '',
    write: (name, text) => void (text === '' ? texts.delete(name) : texts.set(name, text)),
    clear: () => texts.clear(),
  };
}
