import { data, siteOf } from './data.ts';
import { h } from './dom.ts';
import { type IconName, icon } from './icons.ts';
import { recommendation } from './recommendation.ts';
import { link } from './router.ts';

type Place = readonly [href: string, text: string, icon: IconName];

/** What stands at the left, with the place where we are marked. */
export function sidebar(path: string): readonly Node[] {
  if (data.surface === 'admin') return adminPlaces().map((place) => placeLink(place, path));
  if (data.surface === 'confluence')
    return [
      title('Spaces'),
      spaceName('D', 'Launch space', 'teal'),
      ...wikiPlaces.map((place) => placeLink(place, path, 'side-link nested')),
    ];
  const site = siteOf();
  return [
    h('span', { class: 'side-link' }, icon('home'), 'For you'),
    h('span', { class: 'side-link' }, icon('clock'), 'Recent'),
    h(
      'a',
      { class: 'side-link', href: `https://home.atlassian.com/o/${data.orgId}/people?cloudId=${site.cloudId}` },
      icon('people'),
      'Teams',
    ),
    title('Spaces'),
    spaceName('A', 'Acme launch'),
    ...jiraPlaces.map((place) => placeLink(place, path, 'side-link nested')),
    spaceName('H', 'Help desk', 'teal'),
    ...helpPlaces.map((place) => placeLink(place, path, 'side-link nested')),
    recommendation(),
  ];
}

const jiraPlaces: readonly Place[] = [
  ['/jira/software/projects/ACME/boards/1', 'Board', 'board'],
  ['/jira/core/projects/ACME/list', 'List', 'list'],
];
const helpPlaces: readonly Place[] = [
  ['/jira/servicedesk/projects/HELP/queues/custom/1', 'Queues', 'queue'],
  ['/jira/servicedesk/projects/HELP/customers', 'Customers', 'people'],
];
const wikiPlaces: readonly Place[] = [
  ['/wiki/spaces/DOCS/pages/1001/Getting-started', 'Getting started', 'page'],
  ['/wiki/spaces/HR/pages/2001/Salaries', 'Salaries', 'lock'],
];
const adminPlaces = (): readonly Place[] => [
  [`/o/${data.orgId}/users`, 'Users', 'people'],
  [`/o/${data.orgId}/groups`, 'Groups', 'queue'],
  [`/o/${data.orgId}/app-access-settings`, 'App access settings', 'lock'],
];

const title = (text: string) => h('h2', { class: 'side-title subtle' }, text);

const spaceName = (letter: string, text: string, colour = ''): HTMLElement =>
  h('span', { class: 'side-link' }, h('span', { class: `space-mark ${colour}`, 'aria-hidden': 'true' }, letter), text);

const placeLink = ([href, text, name]: Place, path: string, look = 'side-link'): HTMLElement =>
  link(
    href,
    { class: look, 'aria-current': path === href || path.startsWith(`${href}/`) ? 'page' : null },
    icon(name),
    text,
  );
