/** Where a list or page will be: grey lines that hold the place, and one sentence for those who listen. */
export const Skeleton = ({ rows, what }: { rows: number; what: string }) => (
  <div role="status" className="gh-skeleton">
    <span className="gh-hidden">Loading {what}…</span>
    {Array.from({ length: rows }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same and never move
      <span key={index} className="gh-skeleton-row" aria-hidden="true" />
    ))}
  </div>
);
