import { routes } from '../../core/contract/routes/index.ts';
import type { Me } from '../../core/contract/routes/session.ts';
import { useQuery } from '../api/use-query.ts';
import { CallFailed } from '../components/call-failed.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { type Place, usePlace } from '../navigation.ts';
import { AuditPage } from './audit/audit-page.tsx';
import { NoRole } from './no-role.tsx';
import { Nowhere } from './nowhere.tsx';
import { PeoplePage } from './people/people-page.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { RequestPage } from './request/request-page.tsx';
import { Shell } from './shell/shell.tsx';

const isStaff = ({ roles }: Me): boolean => roles.some((role) => role !== 'member');

/** Who is signed in, what they may see, and the page they are on. */
export function SignedIn({ onSignedOut }: { onSignedOut: () => void }) {
  const me = useQuery(routes.getMe, {});
  const place = usePlace();
  if (me.value === null) {
    return (
      <main className="gh-lonely">
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
    <Shell me={me.value} place={place} onSignedOut={onSignedOut}>
      <Page place={place} me={me.value} />
    </Shell>
  );
}

function Page({ place, me }: { place: Place; me: Me }) {
  switch (place.page) {
    case 'queue':
      return <QueuePage place={place} />;
    case 'request':
      return <RequestPage key={place.id} id={place.id} me={me} />;
    case 'people':
      return <PeoplePage place={place} />;
    case 'audit':
      return <AuditPage place={place} />;
    case 'nowhere':
      return <Nowhere />;
  }
}
