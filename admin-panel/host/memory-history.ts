import { type HostHistory, Listeners } from './history.ts';

/** Touches neither the address nor the history of the page: for whoever embeds the panel into a page of their own. */
export function memoryHistory(start = ''): HostHistory {
  const listeners = new Listeners();
  let address = start;
  const go = (to: string) => {
    address = to;
    listeners.tell();
  };
  return {
    current: () => address,
    push: go,
    replace: go,
    listen: (listener) => listeners.add(listener),
  };
}
