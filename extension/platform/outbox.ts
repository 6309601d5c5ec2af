import type { DBSchema } from 'idb';
import { z } from 'zod';
import { RecordedIntent } from '../../core/contract/routes/policy.ts';
import { submitRequest } from '../../core/contract/routes/requests.ts';
import { database } from './database.ts';

/** Who something is kept for: a person, or nobody yet, of a service. Subjects are names of one service only. */
export interface Owner {
  readonly subject: string | null;
  /** Null where no service was set, and in what a version kept that did not say: then it is for the one that is set now. */
  readonly serviceUrl: string | null;
}

/** Whether something may be told to a service. */
export const isForService = (kept: Pick<Owner, 'serviceUrl'>, serviceUrl: string | null): boolean =>
  kept.serviceUrl === null || kept.serviceUrl === serviceUrl;

const common = {
  /** Order of delivery. */
  seq: z.number().int().positive(),
  /** UUID; doubles as the idempotency key, so that sending twice is sending once. */
  key: z.uuid(),
  at: z.iso.datetime(),
  /** As an owner has it. */
  serviceUrl: z.string().nullable().default(null),
  /** Why the service will never take it, in words; null while it waits. */
  refused: z.string().nullable(),
  /** What the service last said in place of taking it, which may be otherwise next time; null while there was nothing. */
  trouble: z.object({ at: z.iso.datetime(), why: z.string() }).nullable().default(null),
};

/** Something that must reach the service, however often the worker dies before it does. */
export const OutboxEntry = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('request'),
    /** Who asks: nobody else ever sends it. */
    subject: z.string(),
    /** Whether sending was begun: it may have arrived since, and cannot be taken back here. */
    tried: z.boolean().default(true),
    body: submitRequest.body,
  }),
  z.object({
    ...common,
    kind: z.literal('intent'),
    /** Who was signed in; null when nobody was: then it goes out under the next session, and the popup says so. */
    subject: z.string().nullable(),
    body: RecordedIntent,
  }),
]);
export type OutboxEntry = z.infer<typeof OutboxEntry>;
type Fresh<E> = E extends OutboxEntry ? Omit<E, 'seq' | 'refused' | 'trouble' | 'tried'> : never;
export type FreshEntry = Fresh<OutboxEntry>;

const Owned = z.object({ subject: z.string() });

/** Something that was kept and cannot be read any more: by an older version, or damaged. It is shown, never dropped. */
export interface BrokenEntry {
  readonly kind: 'broken';
  readonly seq: number;
  /** Whose it is; null where not even that can be read. */
  readonly subject: string | null;
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
   * Keeps an entry. Adding the same key again puts the newer words in place of what was refused or nobody began to send; else it keeps
   * the first.
   * Resolves when it is on disk. Throws before anything is kept when the entry could never be sent.
   */
  add(entry: FreshEntry): Promise<void>;
  /** Everything that is kept and can be read, oldest first, refused ones included. */
  all(): Promise<OutboxEntry[]>;
  /** Everything else that is kept. */
  broken(): Promise<BrokenEntry[]>;
  remove(seqs: readonly number[]): Promise<void>;
  refuse(seq: number, why: string): Promise<void>;
  /**
   * Marks that a request is being sent, and answers it as it stands at that moment; null when it is gone or refused. What is removed
   * before is never sent.
   */
  begin(seq: number): Promise<OutboxEntry | null>;
  /** Keeps what the service said in place of taking it. */
  stumble(seqs: readonly number[], why: string): Promise<void>;
  /** Lets a refused entry be sent again. */
  retry(seq: number): Promise<void>;
}

/** The outbox in IndexedDB. */
export function openOutbox(name = 'gatehouse'): Outbox {
  const opened = database<Schema>(name, 1, (db) => {
    db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true }).createIndex('key', 'key', { unique: true });
  });

  const change = async (seqs: readonly number[], changed: Partial<OutboxEntry>): Promise<void> => {
    const tx = (await opened()).transaction('outbox', 'readwrite', { durability: 'strict' });
    for (const seq of seqs) {
      const row = await tx.store.get(seq);
      if (row !== undefined) await tx.store.put({ ...(row as object), ...changed });
    }
    await tx.done;
  };

  return {
    async add(entry) {
      const fresh = { ...entry, refused: null, trouble: null, ...(entry.kind === 'request' && { tried: false }) };
      const checked = OutboxEntry.safeParse({ ...fresh, seq: 1 });
      if (!checked.success) throw new Error(`This cannot be sent: ${faultOf(checked.error)} Nothing was sent or kept.`);
      const tx = (await opened()).transaction('outbox', 'readwrite', { durability: 'strict' });
      const seq = await tx.store.index('key').getKey(entry.key);
      if (seq === undefined) await tx.store.add(fresh);
      else if (mayBeReplaced(await tx.store.get(seq))) await tx.store.put({ ...fresh, seq });
      await tx.done;
    },
    async all() {
      const rows = await (await opened()).getAll('outbox');
      return rows.flatMap((row) => {
        const parsed = OutboxEntry.safeParse(row);
        return parsed.success ? [parsed.data] : [];
      });
    },
    async remove(seqs) {
      const tx = (await opened()).transaction('outbox', 'readwrite', { durability: 'strict' });
      await Promise.all(seqs.map((seq) => tx.store.delete(seq)));
      await tx.done;
    },
    async broken() {
      const db = await opened();
      const [keys, rows] = await Promise.all([db.getAllKeys('outbox'), db.getAll('outbox')]);
      return rows.flatMap((row, index): BrokenEntry[] => {
        const parsed = OutboxEntry.safeParse(row);
        const seq = keys[index];
        if (parsed.success || seq === undefined) return [];
        const subject = Owned.safeParse(row).data?.subject ?? null;
        return [{ kind: 'broken', seq, subject, text: JSON.stringify(row, null, 2), why: faultOf(parsed.error) }];
      });
    },
    refuse: (seq, why) => change([seq], { refused: why }),
    async begin(seq) {
      const tx = (await opened()).transaction('outbox', 'readwrite', { durability: 'strict' });
      const parsed = OutboxEntry.safeParse(await tx.store.get(seq));
      const entry = parsed.success && parsed.data.refused === null ? parsed.data : null;
      if (entry !== null) await tx.store.put({ ...entry, tried: true });
      await tx.done;
      return entry;
    },
    stumble: (seqs, why) => change(seqs, { trouble: { at: new Date().toISOString(), why } }),
    retry: (seq) => change([seq], { refused: null, trouble: null }),
  };
}

/** The first thing that is wrong, as a sentence. */
function faultOf({ issues }: z.ZodError): string {
  const [first] = issues;
  const where = first?.path.slice(1).join(' › ') || 'all of it';
  return `${where}: ${(first?.message ?? 'not readable').replace(/\.?$/, '.')}`;
}

/** Refused for good, or never on its way. */
function mayBeReplaced(row: unknown): boolean {
  const parsed = OutboxEntry.safeParse(row);
  if (!parsed.success) return false;
  return parsed.data.refused !== null || (parsed.data.kind === 'request' && !parsed.data.tried);
}
