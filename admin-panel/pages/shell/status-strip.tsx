import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import type { DirectoryStatus } from '../../../core/contract/routes/directory.ts';
import { routes } from '../../../core/contract/routes/index.ts';
import { productName } from '../../../core/organization/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { When } from '../../components/clock.tsx';
import { Glyph } from '../../components/glyph.tsx';
import { Notice } from '../../components/notice.tsx';
import { errorWords } from '../../words/errors.ts';
import { fullness, seatCount } from '../../words/seats.ts';

const HEALTH_EVERY_MS = 60_000;

/** What reviewers must know whatever page they are on: how old the directory is, how many seats are left, what is broken. */
export function StatusStrip({ isAdmin }: { isAdmin: boolean }) {
  const directory = useQuery(routes.getDirectory, {});
  const health = useQuery(routes.getHealth, {});
  const { retry } = health;
  useEffect(() => {
    const timer = setInterval(retry, HEALTH_EVERY_MS);
    return () => clearInterval(timer);
  }, [retry]);
  const old = (directory.value && directory.error) ?? (health.value && health.error);
  const broken = health.value?.checks.filter(({ ok }) => !ok) ?? [];

  return (
    <section aria-label="State of the organization" className="gh-strip">
      <div className="gh-strip-row">
        {directory.value ? (
          <>
            <Directory status={directory.value} isAdmin={isAdmin} />
            <Seats seats={directory.value.seats} />
          </>
        ) : (
          <span className="gh-subtle">
            {directory.error
              ? `State of the directory unknown: ${errorWords(directory.error)}`
              : 'Reading the state of the directory…'}
          </span>
        )}
        <p className="gh-boundary">
          <Glyph name="info" /> Gatehouse is a guard rail in browsers, not the boundary: the settings at Atlassian are.
        </p>
      </div>
      {old && (
        <Notice tone="warning" title="This may be out of date" role="status">
          {errorWords(old)}
        </Notice>
      )}
      {broken.map(({ name, detail }) => (
        <Notice key={name} tone="warning" title={`Not working: ${name}`} role="status">
          {detail}
        </Notice>
      ))}
    </section>
  );
}

function Directory({ status, isAdmin }: { status: DirectoryStatus; isAdmin: boolean }) {
  const sync = useCommand(routes.syncDirectory);
  const failed = status.state === 'failed';
  return (
    <div className="gh-directory">
      <span className={failed ? 'gh-danger' : undefined}>
        {failed && <Glyph name="danger" />}
        Directory {status.state === 'running' && 'is being read; last '}
        {status.finishedAt === null ? (
          'never read'
        ) : (
          <>
            {status.state !== 'running' && 'read '}
            <When iso={status.finishedAt} />
          </>
        )}
        {status.accounts !== null && (
          <span className="gh-subtle">
            {' '}
            · {status.accounts} accounts, {status.groups ?? 'unknown'} groups
          </span>
        )}
      </span>
      {failed && status.failure !== null && <span className="gh-danger">{status.failure}</span>}
      {isAdmin && (
        <Button
          appearance="subtle"
          spacing="compact"
          isLoading={sync.busy || status.state === 'running'}
          onClick={() => void sync.run({})}
        >
          Read now
        </Button>
      )}
    </div>
  );
}

const Seats = ({ seats }: { seats: DirectoryStatus['seats'] }) => (
  <ul className="gh-seats" aria-label="Seats">
    {seats.map(({ product, cloudId, siteHost, seats: count }) => {
      const share = fullness(count);
      const tone = share === null ? 'unknown' : share >= 1 ? 'full' : share >= 0.9 ? 'near' : 'fine';
      return (
        <li
          key={`${product} ${cloudId}`}
          title={`${productName(product)} on ${siteHost}`}
          className={`gh-seat gh-seat-${tone}`}
        >
          <span>
            {productName(product)} <span className="gh-subtle">{siteHost.replace('.atlassian.net', '')}</span>
          </span>
          <span className="gh-number">{seatCount(count)}</span>
          <span className="gh-meter" aria-hidden="true">
            {share !== null && <span style={{ width: `${Math.min(100, share * 100)}%` }} />}
          </span>
        </li>
      );
    })}
  </ul>
);
