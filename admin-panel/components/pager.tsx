import { addressOf, type Place, type Trail } from '../navigation.ts';

interface Props {
  readonly label: string;
  readonly trail: Trail;
  /** Cursor of the page after this one; null on the last. */
  readonly next: string | null;
  readonly placeOf: (trail: Trail) => Place;
}

/** Walks a list by the service's cursors. The way back is kept in the address, because cursors only lead forward. */
export function Pager({ label, trail, next, placeOf }: Props) {
  if (trail.length === 0 && next === null) return null;
  return (
    <nav aria-label={label} className="gh-pager">
      <Step text="Previous" place={trail.length === 0 ? null : placeOf(trail.slice(0, -1))} />
      <span className="gh-subtle">Page {trail.length + 1}</span>
      <Step text="Next" place={next === null ? null : placeOf([...trail, next])} />
    </nav>
  );
}

const Step = ({ text, place }: { text: string; place: Place | null }) =>
  place === null ? (
    <span className="gh-step gh-step-off" aria-hidden="true">
      {text}
    </span>
  ) : (
    <a className="gh-step" href={addressOf(place)}>
      {text}
    </a>
  );
