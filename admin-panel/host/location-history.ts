import { type HostHistory, Listeners } from './history.ts';

/** The fragment of the page's own address: reload, bookmarks and the browser's "back" work. For pages that are the panel's alone. */
export function locationHistory(): HostHistory {
  const listeners = new Listeners();
  // Neither of the two tells anybody by itself.
  const changed = (how: 'pushState' | 'replaceState', address: string) => {
    history[how](null, '', address);
    listeners.tell();
  };
  return {
    current: () => location.hash,
    push: (address) => {
      if (address !== location.hash) changed('pushState', address);
    },
    replace: (address) => changed('replaceState', address),
    listen: (listener) => {
      const leave = listeners.add(listener);
      addEventListener('hashchange', listener);
      return () => {
        removeEventListener('hashchange', listener);
        leave();
      };
    },
  };
}
