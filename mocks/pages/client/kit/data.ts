import type { PageData, Person, Site } from '../../page-data.ts';

/** What the server wrote into the document. It is the page's own server, so the shape is trusted. */
export const data = JSON.parse(document.getElementById('page-data')?.textContent ?? 'null') as PageData;

export function personOf(id: string): Person {
  const person = data.people[id];
  if (!person) throw new Error(`nobody on this page has the id ${id}`);
  return person;
}

/** The site whose page this is. Pages of accounts and administration have none. */
export function siteOf(): Site {
  if (!data.site) throw new Error('this page belongs to no site');
  return data.site;
}

/** Address of somebody in the directory of people, which all products link to. */
export const homeUrl = (person: Person): string =>
  `https://home.atlassian.com/o/${data.orgId}/people/${person.id}?cloudId=${siteOf().cloudId}`;
