import { z } from 'zod';
import type { FramePlace } from '../platform/sender.ts';
import { slot } from '../platform/slot.ts';
import { fairly } from './fairly.ts';

/** Room for what pages make us keep. */
export interface Room {
  readonly ofFrame: number;
  /** For the frames of a tab, beside the page of the tab itself, which makes no room for them. */
  readonly ofTab: number;
  readonly inAll: number;
  /** Of everything that is kept, as text in UTF-8. */
  readonly bytes: number;
}

const Entry = z.object({
  id: z.string(),
  tabId: z.number().int(),
  frameId: z.number().int(),
  bytes: z.number().int(),
});
type Entry = z.infer<typeof Entry>;

/** Things of one kind that pages make us keep until the browser ends. Whoever changes it takes turns (`turns.ts`). */
export interface PageStore<T> {
  /** Newest first. */
  entries(): Promise<readonly Entry[]>;
  get(id: string): Promise<T | null>;
  /**
   * Keeps a thing of a frame as the newest, in place of what had its id. For the room that it takes, or that the browser has not,
   * whoever has most loses their oldest. Rejects when the browser refuses it even alone.
   */
  put(id: string, { tabId, frameId }: FramePlace, thing: T): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

/**
 * A storage key for each thing, and one for the list of them: what a page sends may be large, and is neither read nor written again for
 * each further act of any page. As text, because browsers count a value of many parts as a multiple of its text.
 */
export function pageStore<S extends z.ZodType>(name: string, schema: S, room: Room): PageStore<z.output<S>> {
  const list = slot('session', name, z.array(Entry));
  const text = (id: string) => slot('session', `${name}/${id}`, z.string());
  const entries = async (): Promise<readonly Entry[]> => (await list.get()) ?? [];

  /** The things go first: what the list still names and is not there is absent. */
  const keepOnly = async (kept: readonly Entry[], before: readonly Entry[]): Promise<void> => {
    const ids = new Set(kept.map(({ id }) => id));
    await Promise.all(before.filter(({ id }) => !ids.has(id)).map(({ id }) => text(id).clear()));
    await list.set([...kept]);
  };

  return {
    entries,
    async get(id) {
      const stored = await text(id).get();
      const parsed = stored === null ? null : schema.safeParse(JSON.parse(stored));
      return parsed?.success ? parsed.data : null;
    },
    async put(id, { tabId, frameId }, thing) {
      const written = JSON.stringify(thing);
      const bytes = new TextEncoder().encode(written).length;
      let before = await entries();
      let kept = bounded([{ id, tabId, frameId, bytes }, ...before.filter((one) => one.id !== id)], room);
      for (;;) {
        try {
          await keepOnly(kept, before);
          return await text(id).set(written);
        } catch (refused) {
          if (kept.length === 1) throw refused;
          before = kept;
          kept = fairly(kept, tabOf, kept.length - 1);
        }
      }
    },
    async remove(ids) {
      const before = await entries();
      await keepOnly(
        before.filter(({ id }) => !ids.includes(id)),
        before,
      );
    },
  };
}

const tabOf = (one: Entry): number => one.tabId;
const frameOf = (one: Entry): string => JSON.stringify([one.tabId, one.frameId]);

/** What is kept of a list, newest first. */
function bounded(list: readonly Entry[], room: Room): readonly Entry[] {
  const ofFrames = [...Map.groupBy(list, frameOf).values()].flatMap((ofFrame) => ofFrame.slice(0, room.ofFrame));
  const inFrames = ofFrames.filter((one) => one.frameId !== 0);
  const kept = new Set([
    ...ofFrames.filter((one) => one.frameId === 0),
    ...[...Map.groupBy(inFrames, tabOf).values()].flatMap((ofTab) => fairly(ofTab, frameOf, room.ofTab)),
  ]);
  const inNumber = fairly(
    list.filter((one) => kept.has(one)),
    tabOf,
    room.inAll,
  );
  return fairly(inNumber, tabOf, room.bytes, ({ bytes }) => bytes);
}
