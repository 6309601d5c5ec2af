/** Says the first at once, and what comes within `ms` after a word together in the next: nobody reads one for each. */
export function gathered<T>(say: (all: readonly T[]) => void, ms: number): (one: T) => void {
  let kept: T[] | null = null;
  const tell = (all: readonly T[]): void => {
    kept = [];
    say(all);
    setTimeout(() => {
      const more = kept ?? [];
      kept = null;
      if (more.length > 0) tell(more);
    }, ms);
  };
  return (one) => {
    if (kept === null) tell([one]);
    else kept.push(one);
  };
}
