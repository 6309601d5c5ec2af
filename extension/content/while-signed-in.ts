import type { BadgeChoice } from '../../core/contract/messages/index.ts';
import { need } from '../on-demand/need.ts';
import { onNotice } from '../platform/notices.ts';
import { send } from '../platform/send.ts';
import { report } from './report.ts';

/** The background may end, or still start, while it is asked: a page without an answer would have no notes until it is loaded anew. */
const TRIES = 3;
const PAUSE_MS = 2000;

/** Draws badges and licence notes for as long as somebody is signed in; what draws them comes the first time. */
export function startWhileSignedIn(signal: AbortSignal): void {
  let running: AbortController | null = null;
  let drawn: BadgeChoice | null = null;

  const look = async (): Promise<void> => {
    const { signedIn, badges } = await send('ready', {});
    if (signal.aborted) return;
    if (!signedIn || badges !== drawn) running?.abort();
    if (!signedIn) return;
    if (running === null || running.signal.aborted) {
      const begun = new AbortController();
      running = begun;
      drawn = badges;
      const both = AbortSignal.any([signal, begun.signal]);
      try {
        const { start } = await need('marks');
        if (!both.aborted) start(both, badges);
      } catch (error) {
        // The next word about the session tries again.
        begun.abort();
        throw error;
      }
    }
  };
  const lookSafely = (tries = TRIES): void => {
    if (signal.aborted) return;
    look().catch((error: unknown) => {
      report('start')(error);
      if (tries > 1) setTimeout(lookSafely, PAUSE_MS, tries - 1);
    });
  };

  onNotice(({ notice }) => {
    if (notice === 'session-changed' || notice === 'badges-changed') lookSafely();
  }, signal);
  lookSafely();
}
