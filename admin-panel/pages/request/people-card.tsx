import type { z } from 'zod';
import type { RequestDetail } from '../../../core/contract/routes/requests.ts';
import type { IdentityView } from '../../../core/identity/index.ts';
import { IdentityBadge } from '../../components/identity-badge.tsx';
import { isForSelf, standingWords, targetName } from '../../words/requests.ts';

type Detail = z.infer<typeof RequestDetail>;

/** Who asks and for whom: how each stands to the organization and why, in sentences. */
export function PeopleCard({ detail }: { detail: Detail }) {
  const { request, requesterIdentity, targetIdentities } = detail;
  const { requester, targets } = request;
  const self = isForSelf(request);
  return (
    <section className="gh-panel gh-people" aria-label="People">
      <div>
        <h2>{self ? 'Who asks, for themselves' : 'Who asks'}</h2>
        <Person name={requester.name} detail={requester.email} identity={requesterIdentity}>
          {self && targets[0] ? standingWords[targets[0].standing] : null}
        </Person>
      </div>
      {!self && (
        <div>
          <h2>For whom</h2>
          {targets.map((target, index) => {
            const name = targetName(target);
            return (
              <Person
                key={`${target.accountId} ${target.email}`}
                name={name}
                detail={target.email !== null && target.email !== name ? target.email : null}
                identity={targetIdentities[index] ?? null}
                isNew={target.standing === 'new'}
              >
                {standingWords[target.standing]}
              </Person>
            );
          })}
        </div>
      )}
    </section>
  );
}

interface PersonProps {
  readonly name: string;
  readonly detail: string | null;
  readonly identity: IdentityView | null;
  readonly isNew?: boolean;
  readonly children: string | null;
}

const Person = ({ name, detail, identity, isNew = false, children }: PersonProps) => (
  <div className="gh-person">
    <p className="gh-person-head">
      <strong className="gh-name">{name}</strong>
      {isNew ? <span className="gh-new">New person</span> : <IdentityBadge identity={identity} name={name} />}
    </p>
    {detail !== null && <p className="gh-subtle gh-name">{detail}</p>}
    <ul className="gh-reasons">
      {identity?.reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
      {identity === null && !isNew && <li>The directory does not know this person.</li>}
      {children !== null && <li>{children}.</li>}
    </ul>
  </div>
);
