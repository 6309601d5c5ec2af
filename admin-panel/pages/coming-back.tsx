import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';
import { addressOf, type Place, queue } from '../navigation.ts';
import { usePagesRoot } from '../place.tsx';

/** The row somebody left a list by. */
interface Left {
  readonly list: string;
  readonly link: string;
  /** Distance from the top of the window, in CSS pixels. */
  readonly top: number;
}

interface ComingBack {
  /** The list somebody comes from: page, filter and all. */
  readonly list: Place;
  readonly left: { current: Left | null };
}

const Context = createContext<ComingBack>({ list: queue, left: { current: null } });

/** Remembers which list somebody came from, and by which row, so that going back leads to both. */
export function ComingBackFrom({ place, children }: { place: Place; children: ReactNode }) {
  const [list, setList] = useState<Place>(queue);
  const left = useRef<Left | null>(null);
  const isList = place.page !== 'request' && place.page !== 'nowhere';
  if (isList && addressOf(place) !== addressOf(list)) setList(place);
  return <Context value={{ list, left }}>{children}</Context>;
}

export const useListBefore = (): Place => useContext(Context).list;

/** For a list: once its rows are there, whoever comes back from one of them finds it where it was, with the focus on it. */
export function useComingBack(place: Place, areRowsThere: boolean): void {
  const { left } = useContext(Context);
  const pages = usePagesRoot();
  const list = addressOf(place);
  useLayoutEffect(() => {
    const root = pages.current;
    if (!areRowsThere || !root) return;
    if (left.current?.list === list) comeBack(root, left.current);
    left.current = null;
    return () => {
      left.current = leftBy(root, list);
    };
  }, [list, areRowsThere, left, pages]);
}

function leftBy(root: HTMLElement, list: string): Left | null {
  // Of the page, or of the shadow root the panel stands in: to the page, everything in there is one element.
  const focused = (root.getRootNode() as Document | ShadowRoot).activeElement;
  const link = focused?.closest('main') ? focused.getAttribute('href') : null;
  return link === null || focused === null ? null : { list, link, top: focused.getBoundingClientRect().top };
}

function comeBack(root: HTMLElement, { link, top }: Left): void {
  const row = root.querySelector<HTMLElement>(`main a[href="${CSS.escape(link)}"]`);
  if (!row) return;
  row.focus({ preventScroll: true });
  scrollBy(0, row.getBoundingClientRect().top - top);
}
