import { z } from 'zod';
import type { MessageOutput } from '../../core/contract/messages/index.ts';
import { MAX_PEOPLE, resolveIdentities } from '../../core/contract/routes/identities.ts';
import { IdentityView } from '../../core/identity/index.ts';
import type { AccountId } from '../../core/ids.ts';
import { slot } from '../platform/slot.ts';
import type { askValue } from './service.ts';

/** Directory facts change with a sync, every quarter of an hour at most. */
const KNOWN_MS = 10 * 60_000;
/** People nobody knows are asked for again soon: they may just have been added. */
const UNKNOWN_MS = 60_000;
/** Frames and tabs that load together ask together. */
const BURST_MS = 20;
/** Above this many, some MB, the cache of the session starts anew rather than growing with every page: a page may name any number. */
const MOST_KEPT = 2_000;

type People = MessageOutput<'resolve'>;
interface Question {
  readonly accountIds: readonly AccountId[];
  readonly emailHashes: readonly string[];
}

/** `null`: asked, and nobody in the directory has it. */
const Kept = z.record(z.string(), z.object({ view: IdentityView.nullable(), until: z.number() }));
type Kept = z.infer<typeof Kept>;

export interface IdentityResolver {
  /** The people of a page. Throws what the service call throws; then no badge is drawn. */
  resolve(question: Question): Promise<People>;
  /** After a change of session: another person may see other things. */
  forget(): Promise<void>;
}

/**
 * Memory, then session storage, then the service: one request a burst, however many pages ask.
 * Keys are account ids and `md5:<hash>`.
 */
export function createResolver(ask: typeof askValue, now: () => number = Date.now): IdentityResolver {
  const stored = slot('session', 'identities', Kept);
  let memory: Kept | null = null;
  let wanted = new Set<string>();
  let burst: Promise<void> | null = null;
  /** What is being asked for, by key: who asks for it meanwhile waits for the same answer. */
  const asking = new Map<string, Promise<void>>();

  const load = async (): Promise<Kept> => {
    memory ??= (await stored.get()) ?? {};
    return memory;
  };

  const fetchWanted = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, BURST_MS));
    const keys = [...wanted];
    wanted = new Set();
    burst = null;
    try {
      await fetchKeys(keys);
    } finally {
      for (const key of keys) asking.delete(key);
    }
  };

  const fetchKeys = async (keys: readonly string[]): Promise<void> => {
    const kept = await load();
    for (let start = 0; start < keys.length; start += MAX_PEOPLE) {
      const part = keys.slice(start, start + MAX_PEOPLE);
      const answer = await ask(resolveIdentities, {
        body: {
          accountIds: part.filter((key) => !key.startsWith(HASH)),
          emailHashes: part.filter((key) => key.startsWith(HASH)).map((key) => key.slice(HASH.length)),
        },
      });
      for (const key of part) kept[key] = { view: null, until: now() + UNKNOWN_MS };
      for (const view of answer.identities) kept[view.accountId] = entryOf(view);
      // Two accounts behind one picture: which of them it is, nobody can say.
      for (const [emailHash, owners] of Map.groupBy(answer.byEmailHash, (one) => one.emailHash))
        if (owners.length === 1 && owners[0]) kept[HASH + emailHash] = entryOf(owners[0].identity);
    }
    if (Object.keys(kept).length > MOST_KEPT)
      memory = Object.fromEntries(keys.flatMap((key) => (kept[key] ? [[key, kept[key]]] : [])));
    await stored.set(memory ?? {});
  };

  const entryOf = (view: IdentityView) => ({
    view,
    until: now() + (view.type === 'unknown' ? UNKNOWN_MS : KNOWN_MS),
  });

  return {
    async resolve({ accountIds, emailHashes }) {
      const kept = await load();
      const keys = [...accountIds, ...emailHashes.map((hash) => HASH + hash)];
      const missing = keys.filter((key) => (kept[key]?.until ?? 0) <= now());
      if (missing.length > 0) {
        for (const key of missing.filter((one) => !asking.has(one))) {
          wanted.add(key);
          burst ??= fetchWanted();
          asking.set(key, burst);
        }
        await Promise.all(new Set(missing.map((key) => asking.get(key))));
      }
      const newest = await load();
      const found = (key: string): IdentityView | null => (newest[key] ?? kept[key])?.view ?? null;
      return {
        identities: accountIds.flatMap((id) => found(id) ?? []),
        byEmailHash: emailHashes.flatMap((emailHash) => {
          const identity = found(HASH + emailHash);
          return identity ? [{ emailHash, identity }] : [];
        }),
      };
    },
    async forget() {
      memory = {};
      await stored.clear();
    },
  };
}

const HASH = 'md5:';
