import type { PageData } from './page-data.ts';

/**
 * What Jira's server leaves in the page: a store of records, people among them, on the first load only. People whose
 * picture carries nothing can be told by these alone, so only some are here, as in the captured pages: the viewer, and who reported.
 */
export function spaState(data: PageData): object {
  const reporters = [...new Set(data.issues.map(({ reporter }) => reporter))];
  const user = (id: string) => {
    const person = data.people[id];
    return person && { __typename: 'AtlassianAccountUser', accountId: id, name: person.name, picture: person.avatar };
  };
  return {
    CURRENT_USER: { accountId: data.viewer.id, accountType: 'atlassian', displayName: data.viewer.name },
    ssrRoute: 'software-board',
    RELAY_STORE: Object.fromEntries(
      [data.viewer.id, ...reporters]
        .filter((id) => data.people[id]?.type === 'atlassian')
        .map((id) => [`client:user:${id}`, { user: user(id) }]),
    ),
  };
}
