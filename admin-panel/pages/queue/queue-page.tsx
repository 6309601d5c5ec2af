import { CallFailed } from '../../components/call-failed.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Pager } from '../../components/pager.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { addressOf, DoneState, type Place, type QueueTab } from '../../navigation.ts';
import { cutWords, stateWords } from '../../words/requests.ts';
import { useComingBack } from '../coming-back.tsx';
import { AllOpen } from './all-open.tsx';
import { RequestTable } from './request-table.tsx';
import { useArrivals } from './use-arrivals.ts';
import { countOf, statesOf, useRequestList } from './use-request-list.ts';

type QueuePlace = Extract<Place, { page: 'queue' }>;

const tabs: readonly { tab: QueueTab; label: string }[] = [
  { tab: 'open', label: 'Open' },
  { tab: 'granting', label: 'Granting' },
  { tab: 'failed', label: 'Failed' },
  { tab: 'done', label: 'Done' },
];

const nothing: Record<QueueTab, { title: string; text: string }> = {
  open: {
    title: 'Nothing to review',
    text: 'When somebody’s invitation, join or access request is stopped and they ask IT, it appears here by itself.',
  },
  granting: {
    title: 'Nothing is being granted',
    text: 'Approved requests stay here until Atlassian has confirmed the group. That usually takes a few seconds.',
  },
  failed: {
    title: 'No grant has failed',
    text: 'When Atlassian refuses to add somebody, the request waits here with the reason and can be tried again or, when somebody did it by hand, marked as done.',
  },
  done: {
    title: 'Nothing here yet',
    text: 'Requests that were granted, denied, withdrawn or have expired are kept here.',
  },
};

/** The work of a reviewer's day. */
export function QueuePage({ place }: { place: QueuePlace }) {
  const { tab, only, trail } = place;
  const list = useRequestList(tab, only, trail);
  const { marked, announcement } = useArrivals(addressOf(place), list.requests);
  useComingBack(place, list.requests !== null);
  return (
    <>
      <h1>Review queue</h1>
      <FilterBar
        label="Requests by state"
        filters={tabs.map(({ tab: name, label }) => ({
          label,
          count: countOf(list.counts, statesOf[name]),
          place: { page: 'queue', tab: name, only: null, trail: [] },
          isCurrent: name === tab,
        }))}
      />
      {tab === 'done' && (
        <FilterBar
          look="chips"
          label="How they ended"
          filters={[null, ...DoneState.options].map((state) => ({
            label: state === null ? 'All' : stateWords[state],
            count: countOf(list.counts, state === null ? statesOf.done : [state]),
            place: { page: 'queue', tab: 'done', only: state, trail: [] },
            isCurrent: state === only,
          }))}
        />
      )}
      <p className="gh-hidden" role="status" aria-live="polite">
        {announcement}
      </p>
      {list.failed?.error && (
        <CallFailed
          error={list.failed.error}
          what="The queue"
          onRetry={list.failed.retry}
          isStale={list.requests !== null}
        />
      )}
      {list.isCut && list.requests !== null && (
        <p className="gh-subtle">
          {cutWords(list.requests.length, countOf(list.counts, statesOf[tab]))}{' '}
          {tab === 'done' && 'Choose above how they ended to page through all of them.'}
        </p>
      )}
      {list.joint && <AllOpen together={list.joint} />}
      {list.requests === null ? (
        !list.failed && <Skeleton rows={8} what="requests" />
      ) : list.requests.length === 0 ? (
        <Empty title={nothing[tab].title}>{nothing[tab].text}</Empty>
      ) : (
        <RequestTable requests={list.requests} now={list.now} marked={marked} showState={tab !== 'open'} />
      )}
      <Pager
        label="Pages of requests"
        trail={trail}
        next={list.next}
        placeOf={(next) => ({ page: 'queue', tab, only, trail: next })}
      />
    </>
  );
}
