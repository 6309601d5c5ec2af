import Select from '@atlaskit/select';
import { useCallback } from 'react';
import { AuditEvent } from '../../../core/audit/index.ts';
import { routes } from '../../../core/contract/routes/index.ts';
import { readStopId, type StopId } from '../../../core/policy/index.ts';
import { useQuery } from '../../api/use-query.ts';
import { CallFailed } from '../../components/call-failed.tsx';
import { Empty } from '../../components/empty.tsx';
import { Pager } from '../../components/pager.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import type { Place } from '../../navigation.ts';
import { useMoves } from '../../place.tsx';
import { auditTypeWords } from '../../words/audit.ts';
import { useComingBack } from '../coming-back.tsx';
import { AuditTable } from './audit-table.tsx';
import { ChainCheck } from './chain-check.tsx';

type AuditPlace = Extract<Place, { page: 'audit' }>;

const PAGE = 50;

const everything = { value: null, label: 'Everything' };
const choices = [
  everything,
  ...AuditEvent.options.map((option) => {
    const type = option.shape.type.value;
    return { value: type, label: auditTypeWords[type] };
  }),
];

/** Everything that happened, newest first, in words. */
export function AuditPage({ place }: { place: AuditPlace }) {
  const { type, stop } = place;
  const read = readStopId(stop);
  const { go, replace } = useMoves();
  const search = useCallback(
    (text: string) => replace({ page: 'audit', type, stop: text, trail: [] }),
    [replace, type],
  );
  return (
    <>
      <h1>Audit log</h1>
      <ChainCheck />
      <div className="gh-select">
        <label htmlFor="gh-audit-type">What happened</label>
        <Select
          inputId="gh-audit-type"
          spacing="compact"
          options={choices}
          value={choices.find((choice) => choice.value === type) ?? everything}
          onChange={(choice) => go({ page: 'audit', type: choice?.value ?? null, stop, trail: [] })}
        />
      </div>
      <SearchField
        value={stop}
        label="Search for a stop by its number"
        placeholder="Stop, such as K7QF-2M9D"
        maxLength={100}
        onSearch={search}
      />
      {stop !== '' && read === null ? (
        <Empty title="Not the number of a stop">
          “{stop}” is not one. They look like K7QF-2M9D: four signs, a dash, four more.
        </Empty>
      ) : (
        <Entries place={place} stop={read} />
      )}
    </>
  );
}

function Entries({ place, stop }: { place: AuditPlace; stop: StopId | null }) {
  const { type, trail } = place;
  const before = Number(trail.at(-1));
  const query = {
    limit: PAGE,
    ...(type === null ? {} : { type }),
    ...(stop === null ? {} : { stop }),
    ...(Number.isInteger(before) && before > 0 ? { before } : {}),
  };
  const { value, error, retry } = useQuery(routes.listAudit, { query });
  useComingBack(place, value !== null);
  return (
    <>
      {error && <CallFailed error={error} what="The audit log" onRetry={retry} isStale={value !== null} />}
      {value === null ? (
        !error && <Skeleton rows={10} what="the audit log" />
      ) : value.entries.length === 0 ? (
        <Empty title="No entries">
          {stop === null ? 'Nothing of this kind has happened yet.' : notFound(stop, type)}
        </Empty>
      ) : (
        <AuditTable entries={value.entries} />
      )}
      <Pager
        label="Pages of the audit log"
        trail={trail}
        next={value?.next == null ? null : String(value.next)}
        placeOf={(next) => ({ ...place, trail: next })}
      />
    </>
  );
}

const notFound = (stop: StopId, type: AuditPlace['type']): string =>
  type === null
    ? `Nothing about stop ${stop} has arrived. A browser that is offline or signed out sends its records later.`
    : `Nothing of this kind about stop ${stop} has arrived. Look under “Everything”.`;
