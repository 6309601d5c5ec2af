import DynamicTable from '@atlaskit/dynamic-table';
import type { PersonRow } from '../../../core/contract/routes/directory.ts';
import { productName } from '../../../core/organization/index.ts';
import { cellsOf } from '../../components/cells.tsx';
import { IdentityBadge } from '../../components/identity-badge.tsx';
import { addressWords, moreWords } from '../../words/people.ts';

const head = {
  cells: [
    { key: 'name' as const, content: 'Name', width: 27 },
    { key: 'type' as const, content: 'Account type', width: 25 },
    { key: 'seats' as const, content: 'Seats', width: 22 },
    { key: 'groups' as const, content: 'Groups', width: 26 },
  ],
};

/** People with their badge and why, the seats they hold and the groups that give them. */
export const PeopleTable = ({ people }: { people: readonly PersonRow[] }) => (
  <div className="gh-table">
    <DynamicTable
      label="People"
      head={head}
      rows={people.map((person) => ({
        key: person.identity.accountId,
        cells: cellsOf(head, {
          name: <Name person={person} />,
          type: <Standing person={person} />,
          seats: <Seats person={person} />,
          groups: <Groups person={person} />,
        }),
      }))}
    />
  </div>
);

const Name = ({ person }: { person: PersonRow }) => (
  <div className="gh-stack">
    <span className="gh-name gh-strong">{person.name}</span>
    <span className="gh-name gh-subtle">{addressWords(person)}</span>
  </div>
);

const Standing = ({ person: { identity, name } }: { person: PersonRow }) => (
  <div className="gh-stack">
    {identity.type === 'unknown' ? (
      <span className="gh-subtle">Unknown</span>
    ) : (
      <IdentityBadge identity={identity} name={name} />
    )}
    <span className="gh-subtle">{identity.reasons.join(' ')}</span>
  </div>
);

const Seats = ({ person: { seats, seatsKnown } }: { person: PersonRow }) => (
  <ul className="gh-plain">
    {seats.map(({ product, cloudId, siteHost }) => (
      <li key={`${product} ${cloudId}`}>
        {productName(product)} <span className="gh-subtle">{siteHost.replace('.atlassian.net', '')}</span>
      </li>
    ))}
    <More isWhole={seatsKnown} listed={seats.length} />
  </ul>
);

/** How many groups a row names before it only counts. */
const NAMED = 3;

const Groups = ({ person: { groups, groupsKnown } }: { person: PersonRow }) => {
  const more = groups.slice(NAMED);
  return (
    <ul className="gh-plain gh-name">
      {groups.slice(0, NAMED).map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
      {more.length > 0 && (
        <li className="gh-subtle" title={more.map(({ name }) => name).join(', ')}>
          and {more.length} more
        </li>
      )}
      <More isWhole={groupsKnown} listed={groups.length} />
    </ul>
  );
};

const More = ({ isWhole, listed }: { isWhole: boolean; listed: number }) => {
  const words = moreWords(isWhole, listed);
  return words !== null && <li className="gh-subtle">{words}</li>;
};
