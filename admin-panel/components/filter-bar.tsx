import { addressOf, type Place } from '../navigation.ts';

export interface Filter {
  readonly label: string;
  /** Null while it is not known. */
  readonly count: number | null;
  readonly place: Place;
  readonly isCurrent: boolean;
}

/** Filters as links: each is an address of its own, so that it opens in a new tab, is bookmarked and goes "back". */
export const FilterBar = ({
  label,
  filters,
  look = 'tabs',
}: {
  label: string;
  filters: readonly Filter[];
  look?: 'tabs' | 'chips';
}) => (
  <nav aria-label={label} className={`gh-filters gh-filters-${look}`}>
    <ul>
      {filters.map((filter) => (
        <li key={filter.label}>
          <a href={addressOf(filter.place)} aria-current={filter.isCurrent ? 'true' : undefined}>
            {filter.label} <span className="gh-count">{filter.count ?? '–'}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
