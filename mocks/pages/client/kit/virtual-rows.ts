import { h } from './dom.ts';
import { live } from './live.ts';

export interface Row {
  readonly element: HTMLTableRowElement;
  /** Shows another entry in the same nodes. */
  fill(index: number): void;
}

/**
 * A table body that has nodes for the rows in sight only. When it is scrolled, rows that go out of sight come in at the other
 * end with another entry in the same nodes: what somebody else put into them now stands beside somebody else.
 */
export function virtualBody(parts: {
  scroller: HTMLElement;
  count: number;
  height: number;
  makeRow: () => Row;
}): HTMLTableSectionElement {
  const { scroller, count, height, makeRow } = parts;
  const above = h('tr', { 'aria-hidden': 'true' });
  const below = h('tr', { 'aria-hidden': 'true' });
  let rows: Row[] = [];
  let first = 0;

  const size = () => Math.min(count, Math.ceil((scroller.clientHeight || innerHeight) / height) + 8);
  const wanted = () => Math.max(0, Math.min(count - rows.length, Math.floor(scroller.scrollTop / height) - 4));
  const space = () => {
    above.style.height = `${first * height}px`;
    below.style.height = `${(count - first - rows.length) * height}px`;
  };
  const body = live(h('tbody'), () => {
    rows = Array.from({ length: size() }, makeRow);
    first = wanted();
    for (const [at, row] of rows.entries()) row.fill(first + at);
    space();
    return [above, ...rows.map(({ element }) => element), below];
  });

  const follow = () => {
    const target = wanted();
    if (Math.abs(target - first) >= rows.length) {
      first = target;
      for (const [at, row] of rows.entries()) row.fill(first + at);
    }
    while (first < target) {
      const row = rows.shift();
      if (!row) return;
      rows.push(row);
      first++;
      row.fill(first + rows.length - 1);
      below.before(row.element);
    }
    while (first > target) {
      const row = rows.pop();
      if (!row) return;
      rows.unshift(row);
      first--;
      row.fill(first);
      above.after(row.element);
    }
    space();
  };
  scroller.addEventListener('scroll', () => requestAnimationFrame(follow), { passive: true });
  return body;
}
