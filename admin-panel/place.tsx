import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { HostHistory } from './host/history.ts';
import { addressOf, type Place, readPlace } from './navigation.ts';

interface Surroundings {
  readonly history: HostHistory;
  readonly root: RefObject<HTMLElement | null>;
}

const Context = createContext<Surroundings | null>(null);

function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error('A place was asked for outside of Places');
  return surroundings;
}

const useHistory = (): HostHistory => useSurroundings().history;

/** The element all pages stand in. What is looked for is looked for in it: the page around it may be somebody else's. */
export const usePagesRoot = (): RefObject<HTMLElement | null> => useSurroundings().root;

/** The element all pages stand in. Links among them go through the host's history, which may be in no address at all. */
export function Places({ history, children }: { history: HostHistory; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = root.current;
    const follow = (event: MouseEvent) => followLink(history, event);
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [history]);
  const surroundings = useMemo(() => ({ history, root }), [history]);
  return (
    <Context value={surroundings}>
      <div ref={root} className="gh-app">
        {children}
      </div>
    </Context>
  );
}

/** What opens in another tab or window, or is saved, stays the browser's. */
export function followLink({ push }: HostHistory, event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
  if (!link) return;
  event.preventDefault();
  push(link.getAttribute('href') ?? '');
}

export function usePlace(): Place {
  const history = useHistory();
  return readPlace(useSyncExternalStore(history.listen, history.current));
}

interface Moves {
  readonly go: (place: Place) => void;
  /** Without a step for "back": for typing in a search field. */
  readonly replace: (place: Place) => void;
}

export function useMoves(): Moves {
  const history = useHistory();
  return useMemo(
    () => ({
      go: (place) => history.push(addressOf(place)),
      replace: (place) => history.replace(addressOf(place)),
    }),
    [history],
  );
}
