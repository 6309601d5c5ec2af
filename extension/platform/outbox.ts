import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { z } from 'zod';
import { RecordedIntent } from '../../core/contract/routes/policy.ts';
import { submitRequest } from '../../core/contract/routes/requests.ts';

const common = {
  /** Order of delivery. */
  seq: z.number().int().positive(),
  /** UUID; doubles as the idempotency key, so that sending twice is sending once. */
  key: z.uuid(),
  at: z.iso.datetime(),
  /** Who was signed in; null when nobody was, then it goes out under the next session. */
  subject: z.string().nullable(),
  /** Why the service will never take it, in words; null while it waits. */
  refused: z.string().nullable(),
};

/** Something that must reach the service, however often the worker dies before it does. */
export const OutboxEntry = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('request'), body: submitRequest.body }),
  z.object({ ...common, kind: z.literal('intent'), body: RecordedIntent }),
]);
export type OutboxEntry = z.infer<typeof OutboxEntry>;
type Fresh<E> = E extends OutboxEntry ? Omit<E, 'seq' | 'refused'> : never;
export type FreshEntry = Fresh<OutboxEntry>;

/** Something that was kept and cannot be read any more: by an older version, or damaged. It is shown, never dropped. */
export interface BrokenEntry {
  readonly kind: 'broken';
  readonly seq: number;
  /** As it was kept, for people who want to copy it. */
  readonly text: string;
  /** What is wrong, by the first place that does not fit. */
  readonly why: string;
}

interface Schema extends DBSchema {
  outbox: { key: number; value: unknown; indexes: { key: string } };
}

export interface Outbox {
  /**
   * Keeps an entry. Adding the same key again keeps the first, unless that one was refused: then it is tried anew.
   * Resolves when it is on disk. Throws before anything is kept when the entry could never be sent.
   */
  add(entry: FreshEntry): Promise<void>;
  /** Everything that is kept and can be read, oldest first, refused ones included. */
  all(): Promise<OutboxEntry[]>;
  /** Everything else that is kept. */
  broken(): Promise<BrokenEntry[]>;
  remove(seqs: readonly number[]): Promise<void>;
  refuse(seq: number, why: string): Promise<void>;
  /** Lets a refused entry be sent again. */
  retry(seq: number): Promise<void>;
}

/** The outbox in IndexedDB. Opened again by each use: a worker that died left nothing open. */
export function openOutbox(name = 'gatehouse'): Outbox {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true }).createIndex('key', 'key', {
          unique: true,
        });
      },
      terminated() {
        opened = null;
      },
    }).catch((cause: unknown) => {
      opened = null;
      throw cause;
    });
    return opened;
  };

  const mark = async (seq: number, refused: string | null): Promise<void> => {
    const tx = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
    const row = await tx.store.get(seq);
    if (row !== undefined) await tx.store.put({ ...(row as object), refused });
    await tx.done;
  };

  return {
    async add(entry) {
      const checked = OutboxEntry.safeParse({ ...entry, seq: 1, refused: null });
      if (!checked.success) throw new Error(`This cannot be sent: ${faultOf(checked.error)} Nothing was sent or kept.`);
      const tx = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
      const seq = await tx.store.index('key').getKey(entry.key);
      if (seq === undefined) await tx.store.add({ ...entry, refused: null });
      else if (isRefused(await tx.store.get(seq))) await tx.store.put({ ...entry, seq, refused: null });
      await tx.done;
    },
    async all() {
      const rows = await (await database()).getAll('outbox');
      return rows.flatMap((row) => {
        const parsed = OutboxEntry.safeParse(row);
        return parsed.success ? [parsed.data] : [];
      });
    },
    async remove(seqs) {
      const tx = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
      await Promise.all(seqs.map((seq) => tx.store.delete(seq)));
      await tx.done;
    },
    async broken() {
      const db = await database();
      const [keys, rows] = await Promise.all([db.getAllKeys('outbox'), db.getAll('outbox')]);
      return rows.flatMap((row, index): BrokenEntry[] => {
        const parsed = OutboxEntry.safeParse(row);
        const seq = keys[index];
        if (parsed.success || seq === undefined) return [];
        return [{ kind: 'broken', seq, text: JSON.stringify(row, null, 2), why: faultOf(parsed.error) }];
      });
    },
    refuse: mark,
    retry: (seq) => mark(seq, null),
  };
}

/** The first thing that is wrong, as a sentence. */
function faultOf({ issues }: z.ZodError): string {
  const [first] = issues;
  const where = first?.path.slice(1).join(' › ') || 'all of it';
  return `${where}: ${(first?.message ?? 'not readable').replace(/\.?$/, '.')}`;
}

const isRefused = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'refused' in row && row.refused !== null;
