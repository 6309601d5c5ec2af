import type { z } from 'zod';
import { api } from './browser.ts';
import { database } from './database.ts';

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

const kept = database<{ kept: { key: string; value: unknown } }>('gatehouse-kept', 1, (db) => {
  db.createObjectStore('kept');
});

/**
 * A value that content scripts can read in no browser: they run beside hostile pages, and Firefox lets them read extension storage.
 * It survives restarts.
 */
export function secretSlot<S extends z.ZodType>(key: string, schema: S): Slot<z.output<S>> {
  return {
    async get() {
      const parsed = schema.safeParse(await (await kept()).get('kept', key));
      return parsed.success ? parsed.data : null;
    },
    async set(value) {
      await (await kept()).put('kept', value, key);
    },
    async clear() {
      await (await kept()).delete('kept', key);
    },
  };
}

/**
 * Keeps what the extension stores from its content scripts: they run beside hostile pages and need none of it. The
 * session area is closed to them from the start; the local one must be closed each time the worker starts.
 */
export async function closeStorageToContentScripts(): Promise<void> {
  const { local } = api().storage;
  // Firefox has no access levels: nothing secret is kept there.
  if ('setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  // Older versions kept the session there.
  await local.remove('session');
}
