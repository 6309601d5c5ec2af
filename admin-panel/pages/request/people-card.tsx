import type { z } from 'zod';
import type { RequestDetail } from '../../../core/contract/routes/requests.ts';
import type { IdentityView } from '../../../core/identity/index.ts';
import type { Target } from '../../../core/licence/index.ts';
import { IdentityBadge } from '../../components/identity-badge.tsx';
import { SHOWN } from '../../words/names.ts';
import { isForSelf, shownName, standingOf, unreadWords } from '../../words/requests.ts';

type Detail = z.infer<typeof RequestDetail>;

/** Who asks and for whom: how each stands to the organization and why, in sentences. */
export function PeopleCard({ detail }: { detail: Detail }) {
  const { request, requesterIdentity, directoryIsRead } = detail;
  const { requester, targets } = request;
  const self = isForSelf(request);
  return (
    <section className="gh-panel gh-people" aria-label="People">
      <div>
        <h2>{self ? 'Who asks, for themselves' : 'Who asks'}</h2>
        <Person
          name={requester.name}
          detail={requester.email}
          identity={requesterIdentity}
          whyNone={directoryIsRead ? 'The directory ties this sign-in to no single account.' : NOT_READ}
        >
          {self && targets[0] ? standingOf(targets[0], request.intent) : null}
        </Person>
      </div>
      {!self && (
        <div>
          <h2>For whom</h2>
          <Targets detail={detail} />
        </div>
      )}
    </section>
  );
}

const NOT_READ = 'The directory has not been read: nothing is known of this person.';

/** An address is one of several accounts, or new. */
const strange = ({ accountId }: Target): string =>
  accountId === null
    ? 'The directory ties this address to no single account.'
    : 'The directory does not know this person.';

function Targets({ detail: { request, targetIdentities, directoryIsRead } }: { detail: Detail }) {
  const people = request.targets.map((target, index) => {
    const name = shownName(target);
    const unread = unreadWords(target);
    const person = (
      <Person
        key={keyOf(target, index)}
        name={name}
        detail={target.email !== null && target.email !== name ? target.email : null}
        identity={targetIdentities[index] ?? null}
        whyNone={directoryIsRead ? strange(target) : NOT_READ}
        isNew={target.standing === 'new'}
        unread={unread}
      >
        {unread === null ? standingOf(target, request.intent) : null}
      </Person>
    );
    return { person, isUnread: unread !== null };
  });
  // Whom nobody could read stands first, and never folds.
  const unread = people.filter(({ isUnread }) => isUnread);
  const others = people.filter(({ isUnread }) => !isUnread);
  const rest = others.slice(SHOWN);
  return (
    <>
      {[...unread, ...others.slice(0, SHOWN)].map(({ person }) => person)}
      {rest.length > 0 && (
        <details className="gh-more">
          <summary>
            {rest.length} more {rest.length === 1 ? 'person' : 'people'}
          </summary>
          {rest.map(({ person }) => person)}
        </details>
      )}
    </>
  );
}

/** Nobody that cannot be read has an id: where they stand in the request tells them apart. */
const keyOf = ({ accountId, email }: Target, index: number): string => accountId ?? email ?? `unread ${index}`;

interface PersonProps {
  readonly name: string;
  readonly detail: string | null;
  readonly identity: IdentityView | null;
  /** Said where there is no identity. */
  readonly whyNone: string;
  readonly isNew?: boolean;
  /** What to do about somebody who cannot be read. */
  readonly unread?: string | null;
  readonly children: string | null;
}

const Person = ({ name, detail, identity, whyNone, isNew = false, unread = null, children }: PersonProps) => (
  <div className="gh-person">
    <p className="gh-person-head">
      <strong className="gh-name">{name}</strong>
      {isNew && <span className="gh-new">New person</span>}
      {!isNew && unread === null && <IdentityBadge identity={identity} name={name} />}
    </p>
    {detail !== null && <p className="gh-subtle gh-name">{detail}</p>}
    <ul className="gh-reasons">
      {identity?.reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
      {unread !== null && <li className="gh-danger">{unread}.</li>}
      {identity === null && !isNew && unread === null && <li>{whyNone}</li>}
      {children !== null && <li>{children}.</li>}
    </ul>
  </div>
);
