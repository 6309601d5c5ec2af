import DynamicTable from '@atlaskit/dynamic-table';
import type { PersonRow } from '../../../core/contract/routes/directory.ts';
import { productName } from '../../../core/organization/index.ts';
import { IdentityBadge } from '../../components/identity-badge.tsx';
import { addressWords } from '../../words/people.ts';

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 27 },
    { key: 'type', content: 'Stands to us as', width: 25 },
    { key: 'seats', content: 'Seats', width: 22 },
    { key: 'groups', content: 'Groups', width: 26 },
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
        cells: [
          { key: 'name', content: <Name person={person} /> },
          { key: 'type', content: <Standing person={person} /> },
          { key: 'seats', content: <Seats person={person} /> },
          { key: 'groups', content: <Groups groups={person.groups} /> },
        ],
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

const Seats = ({ person: { seats } }: { person: PersonRow }) =>
  seats.length === 0 ? (
    <span className="gh-subtle">none</span>
  ) : (
    <ul className="gh-plain">
      {seats.map(({ product, cloudId, siteHost }) => (
        <li key={`${product} ${cloudId}`}>
          {productName(product)} <span className="gh-subtle">{siteHost.replace('.atlassian.net', '')}</span>
        </li>
      ))}
    </ul>
  );

/** How many groups a row names before it only counts. */
const NAMED = 3;

const Groups = ({ groups }: { groups: PersonRow['groups'] }) => {
  if (groups.length === 0) return <span className="gh-subtle">none</span>;
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
    </ul>
  );
};
