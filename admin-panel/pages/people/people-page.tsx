import { useCallback } from 'react';
import { routes } from '../../../core/contract/routes/index.ts';
import { IdentityType } from '../../../core/identity/index.ts';
import { useQuery } from '../../api/use-query.ts';
import { CallFailed } from '../../components/call-failed.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Pager } from '../../components/pager.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import type { Place } from '../../navigation.ts';
import { useMoves } from '../../place.tsx';
import { nobodyWords } from '../../words/people.ts';
import { identityTypeWords } from '../../words/requests.ts';
import { PeopleTable } from './people-table.tsx';

type PeoplePlace = Extract<Place, { page: 'people' }>;

const PAGE = 50;

/** The directory: who is who, and what they hold. Search, filter and paging happen at the service. */
export function PeoplePage({ place }: { place: PeoplePlace }) {
  const { q, type, trail } = place;
  const cursor = trail.at(-1);
  const query = {
    limit: PAGE,
    ...(q === '' ? {} : { q }),
    ...(type === null ? {} : { type }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  const { value, error, retry, previous } = useQuery(routes.listPeople, { query }, { keepPrevious: true });
  const counts = value?.counts ?? null;
  const { replace } = useMoves();
  const search = useCallback((text: string) => replace({ page: 'people', q: text, type, trail: [] }), [replace, type]);
  return (
    <>
      <h1>People</h1>
      <SearchField
        value={q}
        label="Search people by name or e-mail"
        placeholder="Search by name or e-mail"
        maxLength={200}
        onSearch={search}
      />
      <FilterBar
        look="chips"
        label="People by account type"
        filters={[null, ...IdentityType.options].map((one) => ({
          label: one === null ? 'All' : identityTypeWords[one],
          count: counts === null ? null : one === null ? sum(counts) : (counts[one] ?? 0),
          place: { page: 'people', q, type: one, trail: [] },
          isCurrent: one === type,
        }))}
      />
      {error && <CallFailed error={error} what="The directory" onRetry={retry} isStale={value !== null} />}
      {value === null ? (
        !error && <Skeleton rows={10} what="people" />
      ) : (
        <>
          <p role="status" className="gh-hidden">
            {value.total} people
          </p>
          {value.people.length === 0 ? (
            <Empty title="Nobody fits">{nobodyWords(q)}</Empty>
          ) : (
            <div className={previous ? 'gh-fading' : undefined}>
              <PeopleTable people={value.people} />
            </div>
          )}
          <Pager
            label="Pages of people"
            trail={trail}
            next={value.next}
            placeOf={(next) => ({ page: 'people', q, type, trail: next })}
          />
        </>
      )}
    </>
  );
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
