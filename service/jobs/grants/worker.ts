import { type Loop, startLoop } from '../loop.ts';
import { carryOutNext } from './carry-out.ts';
import type { GrantContext } from './context.ts';
import { deadOwners } from './owner.ts';

/** Looked at least this often, in case a signal was lost. Milliseconds. */
const IDLE = 30_000;

/** Carries out approved requests, one after the other. What a dead process of this machine held is taken over at once. */
export async function startGrants(context: GrantContext, onError: (error: unknown) => void): Promise<Loop> {
  const { store, owner, clock } = context;
  const dead = deadOwners(await store.grantJobs.owners(), owner);
  await store.write((tx) => tx.grantJobs.release(dead));
  return startLoop({
    name: 'grants',
    run: async (signal) => {
      while (!signal.aborted && (await carryOutNext(context)));
    },
    pause: async () => {
      const due = await store.grantJobs.nextDue();
      return due === null ? IDLE : Math.min(IDLE, Math.max(0, Date.parse(due) - Date.parse(clock.now())));
    },
    onError,
  });
}
