import type { ReactNode } from 'react';
import { productName } from '../../../core/organization/index.ts';
import { givesMembership, intentPhrase } from '../../../core/policy/index.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { useApi } from '../../api/api.tsx';
import { addressOf } from '../../navigation.ts';
import { capital } from '../../words/requests.ts';

/** The rest of the request: what was stopped, where, and by which rule. */
export function Facts({ request }: { request: AccessRequest }) {
  const { siteHost } = request;
  return (
    <section className="gh-panel" aria-labelledby="gh-facts">
      <h2 id="gh-facts">What was stopped</h2>
      <dl className="gh-facts">
        <Fact name="Action">{capital(intentPhrase(request.intent))}</Fact>
        <Fact name="App">{capital(productName(request.product))}</Fact>
        <Fact name="Site">
          {siteHost === null ? (
            <span className="gh-danger">not known: the page did not say which</span>
          ) : (
            <SiteLink host={siteHost} />
          )}
          {request.siteChosenBy !== null && (
            <span className="gh-subtle gh-block">
              chosen by {request.siteChosenBy.name}; the page did not say which
            </span>
          )}
        </Fact>
        {request.container !== null && <Fact name="Project or space">{request.container}</Fact>}
        <Fact name="Stopped by">
          {request.ruleName}
          <span className="gh-subtle gh-block">
            said by the browser: {request.ruleIds.join(', ') || 'no rule'} · policy version {request.policyVersion}
          </span>
        </Fact>
        {request.stopId !== undefined && (
          <Fact name="Stop">
            <a href={addressOf({ page: 'audit', type: null, stop: request.stopId, trail: [] })}>{request.stopId}</a>
          </Fact>
        )}
        <Fact name="Group on approval">
          <Group request={request} />
        </Fact>
      </dl>
    </section>
  );
}

function Group({ request: { intent, group, siteHost } }: { request: AccessRequest }) {
  if (!givesMembership(intent)) return 'none: this is no membership';
  if (siteHost === null) return 'not known before the site is';
  return group?.name ?? <span className="gh-danger">none is mapped</span>;
}

function SiteLink({ host }: { host: string }) {
  const { open } = useApi().host;
  const site = `https://${host}`;
  return (
    <a
      href={site}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        open(site);
      }}
    >
      {host}
      <span className="gh-hidden"> (opens elsewhere)</span>
    </a>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd className="gh-name">{children}</dd>
  </>
);
