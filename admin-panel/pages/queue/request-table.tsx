import DynamicTable from '@atlaskit/dynamic-table';
import { MAX_PEOPLE } from '../../../core/contract/routes/identities.ts';
import { routes } from '../../../core/contract/routes/index.ts';
import { type IdentityView, isNamed } from '../../../core/identity/index.ts';
import type { AccountId } from '../../../core/ids.ts';
import type { Effect, Target } from '../../../core/licence/index.ts';
import { productName } from '../../../core/organization/index.ts';
import { intentPhrase } from '../../../core/policy/index.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { useQuery } from '../../api/use-query.ts';
import { cellsOf } from '../../components/cells.tsx';
import { When } from '../../components/clock.tsx';
import { EffectSummary } from '../../components/effect-summary.tsx';
import { IdentityBadge } from '../../components/identity-badge.tsx';
import { StateLozenge } from '../../components/state-lozenge.tsx';
import { addressOf } from '../../navigation.ts';
import {
  capital,
  isForSelf,
  shownName,
  strongestWords,
  targetName,
  targetsInShort,
  unreadWords,
} from '../../words/requests.ts';

const head = {
  cells: [
    { key: 'number' as const, content: 'Request', width: 8 },
    { key: 'requester' as const, content: 'Who asks', width: 16 },
    { key: 'target' as const, content: 'For whom', width: 19 },
    { key: 'intent' as const, content: 'Wants to', width: 21 },
    { key: 'effect' as const, content: 'Seats and cost', width: 15 },
    { key: 'rule' as const, content: 'Rule', width: 12 },
    { key: 'age' as const, content: 'Asked', width: 9 },
  ],
};

interface Props {
  readonly requests: readonly AccessRequest[];
  /** By id, what approving would do now, where it is possible. */
  readonly now: Readonly<Record<string, Effect>>;
  readonly marked: ReadonlySet<string>;
  readonly showState: boolean;
}

/** One request a row; the whole row is the link. */
export function RequestTable({ requests, now, marked, showState }: Props) {
  const identities = useIdentities(requests);
  const rows = requests.map((request) => ({
    key: request.id,
    isHighlighted: marked.has(request.id),
    cells: cellsOf(head, {
      number: <NumberCell request={request} showState={showState} />,
      requester: <Requester request={request} identity={identities(request.requester.accountId)} />,
      target: <Targets request={request} identities={identities} />,
      intent: <Wanted request={request} />,
      effect: <EffectSummary {...effects(request, now[request.id])} />,
      rule: <Rule name={request.ruleName} />,
      age: <When iso={request.createdAt} />,
    }),
  }));
  return (
    <div className="gh-table gh-table-links">
      <DynamicTable label="Requests" head={head} rows={rows} />
    </div>
  );
}

/** As things stand while somebody may approve it, afterwards as they stood on approval; beside it what it was when it was asked. */
const effects = ({ effect, effectOnApproval }: AccessRequest, now: Effect | undefined) => ({
  effect: now ?? effectOnApproval ?? effect,
  asked: effect,
});

const NumberCell = ({ request, showState }: { request: AccessRequest; showState: boolean }) => (
  <div className="gh-stack">
    <a
      className="gh-row-link"
      href={addressOf({ page: 'request', id: request.id })}
      aria-label={`#${request.number}, ${request.requester.name} for ${targetsInShort(request)}`}
    >
      #{request.number}
    </a>
    {showState && <StateLozenge request={request} />}
  </div>
);

const Requester = ({ request, identity }: { request: AccessRequest; identity: IdentityView | null }) => (
  <div className="gh-stack">
    <span className="gh-name gh-clamp">{request.requester.name}</span>
    <IdentityBadge identity={identity} name={request.requester.name} />
  </div>
);

function Targets(props: { request: AccessRequest; identities: (id: AccountId | null) => IdentityView | null }) {
  const { request, identities } = props;
  const [first, ...others] = request.targets;
  if (isForSelf(request)) return <span className="gh-subtle">themselves</span>;
  const strongest = others.length === 0 ? null : strongestWords(request.targets);
  const unread = request.targets.map(unreadWords).find((words) => words !== null);
  return (
    <div className="gh-stack">
      <span className="gh-name gh-clamp">{targetsInShort(request, shownName)}</span>
      {first && others.length === 0 && isNamed(first) && (
        <Standing target={first} identity={identities(first.accountId)} />
      )}
      {strongest !== null && <span className="gh-new">{strongest}</span>}
      {unread !== undefined && <span className="gh-danger">{unread}</span>}
    </div>
  );
}

const Standing = ({ target, identity }: { target: Target; identity: IdentityView | null }) =>
  target.standing === 'new' ? (
    <span className="gh-new">New person</span>
  ) : (
    <IdentityBadge identity={identity} type={target.identityType} name={targetName(target)} />
  );

const Wanted = ({ request }: { request: AccessRequest }) => (
  <div className="gh-stack">
    <span>{capital(intentPhrase(request.intent))}</span>
    <span className="gh-subtle gh-clamp">
      {capital(productName(request.product))} · {request.siteHost ?? 'site not known'}
      {request.container !== null && ` · ${request.container}`}
    </span>
  </div>
);

const Rule = ({ name }: { name: string }) => (
  <div className="gh-stack">
    <span className="gh-clamp">{name}</span>
  </div>
);

/** Badges of everybody who has one on a page of the list, asked for at once. */
function useIdentities(requests: readonly AccessRequest[]): (id: AccountId | null) => IdentityView | null {
  const ids = requests
    .flatMap(({ requester, targets: [first, ...others] }) => [
      requester.accountId,
      others.length === 0 ? (first?.accountId ?? null) : null,
    ])
    .filter((id) => id !== null);
  const accountIds = [...new Set(ids)].sort().slice(0, MAX_PEOPLE);
  const answer = useQuery(routes.resolveIdentities, { body: { accountIds, emailHashes: [] } }, { keepPrevious: true });
  const byId = new Map(answer.value?.identities.map((identity) => [identity.accountId, identity]));
  return (id) => (id === null ? null : (byId.get(id) ?? null));
}
