import type { LiveEvent } from '../../core/contract/live.ts';
import type { LiveBus } from '../../core/ports/live.ts';

/** Announcements within this process. A listener that fails does not keep the others from hearing. */
export function inProcessBus(onError: (error: unknown) => void): LiveBus {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    publish: (event) => {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
