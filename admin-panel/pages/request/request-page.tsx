import { routes } from '../../../core/contract/routes/index.ts';
import type { Me } from '../../../core/contract/routes/session.ts';
import type { RequestId } from '../../../core/ids.ts';
import { useApi } from '../../api/api.tsx';
import { useQuery } from '../../api/use-query.ts';
import { CallFailed } from '../../components/call-failed.tsx';
import { When } from '../../components/clock.tsx';
import { Empty } from '../../components/empty.tsx';
import { Glyph } from '../../components/glyph.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { StateLozenge } from '../../components/state-lozenge.tsx';
import { useTitle } from '../../components/title.ts';
import { addressOf, type Place } from '../../navigation.ts';
import { requestTab, requestTitle } from '../../words/requests.ts';
import { useListBefore } from '../coming-back.tsx';
import { sectionOf } from '../sections.ts';
import { DecisionCard } from './decision-card.tsx';
import { Earlier } from './earlier.tsx';
import { EffectCard } from './effect-card.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { PeopleCard } from './people-card.tsx';

/** One request with everything a reviewer needs to decide, and the decision beside it. */
export function RequestPage({ id, me }: { id: RequestId; me: Me }) {
  const detail = useQuery(routes.getRequest, { params: { id } });
  const { value, error } = detail;
  const list = useListBefore();
  const { isUnderHeader } = useApi().host;
  useTitle(value === null ? 'Request' : requestTab(value.request));
  if (error?.code === 'not-found') return <NoRequest list={list} />;
  return (
    <>
      {!isUnderHeader && (
        <a className="gh-back" href={addressOf(list)}>
          <Glyph name="back" /> {sectionOf(list)}
        </a>
      )}
      {error && <CallFailed error={error} what="The request" onRetry={detail.retry} isStale={value !== null} />}
      {value === null ? (
        <>
          <h1 className="gh-hidden">Request</h1>
          {!error && <Skeleton rows={10} what="the request" />}
        </>
      ) : (
        <>
          <header className="gh-request-head">
            <h1>{requestTitle(value.request)}</h1>
            <p className="gh-request-line">
              <StateLozenge request={value.request} />
              <span>
                Request #{value.request.number}, asked <When iso={value.request.createdAt} both />
              </span>
            </p>
          </header>
          <div className="gh-columns">
            <div className="gh-column">
              <section className="gh-panel" aria-labelledby="gh-reason">
                <h2 id="gh-reason">Reason given</h2>
                <blockquote className="gh-quote">{value.request.reason}</blockquote>
              </section>
              <PeopleCard detail={value} />
              <EffectCard detail={value} />
              <History entries={value.history} />
            </div>
            <div className="gh-column">
              <DecisionCard detail={value} me={me} />
              <Facts request={value.request} />
              <Earlier requests={value.earlier} more={value.moreEarlier} request={value.request} />
            </div>
          </div>
        </>
      )}
    </>
  );
}

/** An old link, or a typing error: nothing is broken. */
const NoRequest = ({ list }: { list: Place }) => (
  <Empty as="h1" title="There is no such request">
    The address may be incomplete. <a href={addressOf(list)}>Go to: {sectionOf(list)}</a>.
  </Empty>
);
