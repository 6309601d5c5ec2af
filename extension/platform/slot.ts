import type { z } from 'zod';
import { api } from './browser.ts';

/** One named value of extension storage. What does not parse (an older version, a damaged disk) counts as absent. */
export interface Slot<T> {
  get(): Promise<T | null>;
  set(value: T): Promise<void>;
  clear(): Promise<void>;
}

/**
 * `local` survives restarts of the browser, `session` those of the worker only.
 */
export function slot<S extends z.ZodType>(area: 'local' | 'session', key: string, schema: S): Slot<z.output<S>> {
  return {
    async get() {
      const stored = await api().storage[area].get(key);
      const parsed = schema.safeParse(stored[key]);
      return parsed.success ? parsed.data : null;
    },
    async set(value) {
      await api().storage[area].set({ [key]: value });
    },
    async clear() {
      await api().storage[area].remove(key);
    },
  };
}

/**
 * Keeps what the extension stores from its content scripts: they run beside hostile pages and need none of it. The
 * session area is closed to them from the start; the local one must be closed each time the worker starts.
 */
export async function closeStorageToContentScripts(): Promise<void> {
  const { local } = api().storage;
  // Firefox has no access levels; its content scripts never ask for storage either.
  if ('setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
