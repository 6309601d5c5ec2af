import { type Lane, lane } from '../platform/lane.ts';
import type { FramePlace } from '../platform/sender.ts';

/** Checks of one tab, of all its frames together, that are worked on at once. */
const AT_ONCE = 6;

const lanes = new Map<number, Lane>();

/** Works for every tab at the same time, and on no more than some things of one: its frames may be many and ask without end. */
export async function inTurnOfTab<T>({ tabId }: FramePlace, job: () => Promise<T>): Promise<T> {
  const own = lanes.get(tabId) ?? lane(AT_ONCE);
  lanes.set(tabId, own);
  try {
    return await own.run(job);
  } finally {
    if (own.idle) lanes.delete(tabId);
  }
}
