import { localeFile } from '../../extension/locales.ts';

type Listener = (...given: never[]) => unknown;

class Event_ {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener): void => void this.listeners.add(listener);
  removeListener = (listener: Listener): void => void this.listeners.delete(listener);
  emit = (...given: unknown[]): unknown[] => [...this.listeners].map((listener) => listener(...(given as never[])));
}

class Area {
  readonly items = new Map<string, unknown>();
  get = async (keys: string | string[]): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      [keys].flat().flatMap((key) => (this.items.has(key) ? [[key, structuredClone(this.items.get(key))]] : [])),
    );
  set = async (values: Record<string, unknown>): Promise<void> => {
    for (const [key, value] of Object.entries(values)) this.items.set(key, structuredClone(value));
  };
  remove = async (keys: string | string[]): Promise<void> => {
    for (const key of [keys].flat()) this.items.delete(key);
  };
  setAccessLevel = async (): Promise<void> => undefined;
}

let english: Readonly<Record<string, { readonly message: string }>> | null = null;

/** The browser's own catalogue, in English. */
export const fakeWords = {
  getUILanguage: () => 'en-US',
  getMessage: (name: string): string => {
    english ??= JSON.parse(localeFile('en')) as NonNullable<typeof english>;
    return english[name]?.message ?? '';
  },
};

/** The parts of the extension API that the extension uses, in memory. Storage copies what it is given, as browsers do. */
export function fakeBrowser() {
  const rules: { current: { id: number }[]; writes: number } = { current: [], writes: 0 };
  const sent: unknown[] = [];
  const fake = {
    runtime: {
      id: 'self',
      getURL: (path: string) => `chrome-extension://self/${path.replace(/^\//, '')}`,
      onMessage: new Event_(),
      onInstalled: new Event_(),
      onStartup: new Event_(),
      sendMessage: async (message: unknown) => void sent.push(message),
    },
    storage: { local: new Area(), session: new Area(), managed: new Area(), onChanged: new Event_() },
    permissions: { contains: async () => true, onAdded: new Event_(), onRemoved: new Event_() },
    i18n: { ...fakeWords },
    alarms: { onAlarm: new Event_(), get: async () => undefined, create: async () => undefined },
    tabs: { query: async () => [], sendMessage: async () => undefined },
    identity: {
      getRedirectURL: () => 'https://self.chromiumapp.org/',
      launchWebAuthFlow: async (_: { url: string }): Promise<string | undefined> => undefined,
    },
    action: {
      setBadgeText: async () => undefined,
      setBadgeBackgroundColor: async () => undefined,
      setTitle: async () => undefined,
    },
    declarativeNetRequest: {
      ResourceType: { MAIN_FRAME: 'main_frame', SUB_FRAME: 'sub_frame', XMLHTTPREQUEST: 'xmlhttprequest' },
      isRegexSupported: async (_: { regex: string }): Promise<{ isSupported: boolean }> => ({ isSupported: true }),
      getDynamicRules: async () => structuredClone(rules.current),
      updateDynamicRules: async (change: { removeRuleIds: number[]; addRules: { id: number }[] }) => {
        rules.writes += 1;
        const kept = rules.current.filter(({ id }) => !change.removeRuleIds.includes(id));
        rules.current = structuredClone([...kept, ...change.addRules]);
      },
    },
  };
  return { fake, rules, sent };
}

/** Puts a fresh fake where the extension looks for its API. */
export function installFakeBrowser() {
  const made = fakeBrowser();
  Object.assign(globalThis, { chrome: made.fake });
  return made;
}
