import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { z } from 'zod';

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970; null for what does not expire. */
  readonly expiresAt: number | null;
}

const Saved = z.record(z.string(), z.object({ payload: z.looseObject({}), expiresAt: z.number().nullable() }));

/**
 * Keeps what the provider must remember (sessions, codes, grants) in memory, and with `dir` in one file there, so that
 * sign-ins survive a restart. Source of the interface: oidc-provider 9, "adapter".
 */
export async function fileAdapter(dir?: string): Promise<AdapterFactory> {
  const file = dir === undefined ? null : join(dir, 'sessions.json');
  const entries = new Map<string, Entry>(file === null ? [] : await load(file));
  let writing = Promise.resolve();
  const save = () => {
    if (file === null) return writing;
    writing = writing.then(() => store(file, entries));
    return writing;
  };
  const live = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    return entry && (entry.expiresAt === null || entry.expiresAt > Date.now()) ? entry.payload : undefined;
  };

  return (model: string): Adapter => {
    const own = `${model}:`;
    const find = (fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      for (const key of entries.keys()) {
        const payload = key.startsWith(own) ? live(key) : undefined;
        if (payload && fits(payload)) return payload;
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        entries.set(own + id, { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : null });
        await save();
      },
      find: async (id) => live(own + id),
      findByUid: async (uid) => find((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => find((payload) => payload.userCode === userCode),
      async consume(id) {
        const entry = entries.get(own + id);
        if (!entry) return;
        const consumed = { ...entry.payload, consumed: Math.floor(Date.now() / 1000) };
        entries.set(own + id, { ...entry, payload: consumed });
        await save();
      },
      async destroy(id) {
        entries.delete(own + id);
        await save();
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries)
          if (key.startsWith(own) && payload.grantId === grantId) entries.delete(key);
        await save();
      },
    };
  };
}

async function load(file: string): Promise<[string, Entry][]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return Object.entries(Saved.parse(JSON.parse(text)));
}

async function store(file: string, entries: ReadonlyMap<string, Entry>): Promise<void> {
  const now = Date.now();
  const kept = [...entries].filter(([, { expiresAt }]) => expiresAt === null || expiresAt > now);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(kept)), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
