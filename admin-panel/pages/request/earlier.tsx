import { type AccessRequest, openFirstWords } from '../../../core/requests/index.ts';
import { When } from '../../components/clock.tsx';
import { StateLozenge } from '../../components/state-lozenge.tsx';
import { addressOf } from '../../navigation.ts';
import { targetsInShort, where } from '../../words/requests.ts';

interface Props {
  readonly request: AccessRequest;
  /** Open ones first, then the newest. */
  readonly requests: readonly AccessRequest[];
  /** How many others there are. */
  readonly more: number;
}

/** Other requests of the same person or for the same people: duplicates and habits show here. */
export const Earlier = ({ request, requests, more }: Props) => (
  <section className="gh-panel" aria-labelledby="gh-earlier">
    <h2 id="gh-earlier">Other requests of these people</h2>
    {requests.length === 0 ? (
      <p className="gh-subtle">None. This is the first by {request.requester.name} or for the same people.</p>
    ) : (
      <ul className="gh-earlier">
        {requests.map((other) => (
          <li key={other.id}>
            <span>
              <a href={addressOf({ page: 'request', id: other.id })}>#{other.number}</a>{' '}
              <span className="gh-name">
                for {targetsInShort(other)}, {where(other)}
              </span>
              <span className="gh-subtle gh-block">
                {other.requester.name}, <When iso={other.createdAt} />
                {other.decision?.reason && `: “${other.decision.reason}”`}
              </span>
            </span>
            <StateLozenge request={other} />
          </li>
        ))}
      </ul>
    )}
    {more > 0 && <p className="gh-subtle">{openFirstWords(requests.length, more)}</p>}
  </section>
);
