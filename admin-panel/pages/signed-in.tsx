import { useEffect } from 'react';
import { routes } from '../../core/contract/routes/index.ts';
import type { Me } from '../../core/contract/routes/session.ts';
import { useApi } from '../api/api.tsx';
import { useQuery } from '../api/use-query.ts';
import { CallFailed } from '../components/call-failed.tsx';
import { pageOnDemand, WhileLoading } from '../components/page-on-demand.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { Drafts } from '../drafts.tsx';
import type { Place } from '../navigation.ts';
import { usePlace } from '../place.tsx';
import { ComingBackFrom } from './coming-back.tsx';
import { NoRole } from './no-role.tsx';
import { Nowhere } from './nowhere.tsx';
import { Shell } from './shell/shell.tsx';

const pages = {
  queue: pageOnDemand(async () => (await import('./queue/queue-page.tsx')).QueuePage),
  request: pageOnDemand(async () => (await import('./request/request-page.tsx')).RequestPage),
  people: pageOnDemand(async () => (await import('./people/people-page.tsx')).PeoplePage),
  audit: pageOnDemand(async () => (await import('./audit/audit-page.tsx')).AuditPage),
};

const names: Readonly<Record<Place['page'], string>> = {
  queue: 'The review queue',
  request: 'The request',
  people: 'People',
  audit: 'The audit log',
  nowhere: 'The page',
};

const isStaff = ({ roles }: Me): boolean => roles.some((role) => role !== 'member');

/** Who is signed in, what they may see, and the page they are on. */
export function SignedIn({ onSignedOut }: { onSignedOut: () => void }) {
  const me = useQuery(routes.getMe, {});
  const { isReady } = useApi();
  const place = usePlace();
  useEffect(() => {
    // Whoever opens one page opens another soon. What does not come now is asked for again when it is needed.
    void Promise.allSettled(Object.values(pages).map((page) => page.fetch()));
  }, []);
  if (me.value === null || (!isReady && me.error === null)) {
    return (
      <main className="gh-lonely">
        <h1 className="gh-hidden">Gatehouse</h1>
        {me.error ? (
          <CallFailed error={me.error} what="Gatehouse" onRetry={me.retry} />
        ) : (
          <Skeleton rows={6} what="Gatehouse" />
        )}
      </main>
    );
  }
  if (!isStaff(me.value)) return <NoRole me={me.value} onSignedOut={onSignedOut} />;
  return (
    <Drafts subject={me.value.subject}>
      <ComingBackFrom place={place}>
        <Shell me={me.value} place={place} onSignedOut={onSignedOut}>
          <WhileLoading key={place.page} what={names[place.page]}>
            <Page place={place} me={me.value} />
          </WhileLoading>
        </Shell>
      </ComingBackFrom>
    </Drafts>
  );
}

function Page({ place, me }: { place: Place; me: Me }) {
  switch (place.page) {
    case 'queue':
      return <pages.queue.Page place={place} />;
    case 'request':
      return <pages.request.Page key={place.id} id={place.id} me={me} />;
    case 'people':
      return <pages.people.Page place={place} />;
    case 'audit':
      return <pages.audit.Page place={place} />;
    case 'nowhere':
      return <Nowhere />;
  }
}
