interface Region {
  readonly container: HTMLElement;
  readonly draw: () => readonly Node[];
}

const regions = new Set<Region>();

/**
 * A part of the page that is made anew from its data on every redraw, as the products' own lists are: whatever somebody
 * else put into it is gone.
 */
export function live<E extends HTMLElement>(container: E, draw: () => readonly Node[]): E {
  regions.add({ container, draw });
  container.replaceChildren(...draw());
  return container;
}

/** Redraws every live part that is still on the page. */
export function redraw(): void {
  for (const region of regions)
    if (region.container.isConnected) region.container.replaceChildren(...region.draw());
    else regions.delete(region);
}

/** `?rerender=2000` redraws every two seconds, so that tests see the re-rendering of a busy page. */
export function startRerender(search: string): void {
  const interval = Number(new URLSearchParams(search).get('rerender'));
  if (interval > 0) setInterval(redraw, interval);
}
