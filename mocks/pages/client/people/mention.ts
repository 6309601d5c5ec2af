import type { Person } from '../../page-data.ts';
import { data, siteOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';

/** A mention as the editor's renderer writes it: the id stands on the outer span. */
export const mention = (person: Person): HTMLElement =>
  h(
    'span',
    {
      'data-mention-id': person.id,
      'data-local-id': `local-${person.id.slice(-8)}`,
      'data-access-level': person.type === 'customer' ? 'NONE' : 'CONTAINER',
      'data-user-type': person.type === 'app' ? 'APP' : null,
      class: 'mention',
    },
    h(
      'span',
      { 'data-testid': `mention-${person.id}`, 'data-mention-type': person.id === data.viewer.id ? '0' : '2' },
      `@${person.name}`,
    ),
  );

/** A mention of everybody: the same markup with a word where an id would be. */
export const mentionAll = (): HTMLElement =>
  h(
    'span',
    { 'data-mention-id': 'all', 'data-local-id': 'local-all', 'data-user-type': 'SPECIAL', class: 'mention' },
    h('span', { 'data-testid': 'mention-all', 'data-mention-type': '2' }, '@all'),
  );

/** A mention that Confluence's server rendered. */
export const wikiMention = (person: Person): HTMLElement =>
  h(
    'a',
    {
      href: `https://${siteOf().host}/wiki/people/${person.id}?ref=confluence`,
      class: 'confluence-userlink user-mention',
      'data-account-id': person.id,
      'data-linked-resource-type': 'userinfo',
      'data-base-url': `https://${siteOf().host}/wiki`,
    },
    person.name,
  );

/** A mention that Jira's server rendered. */
export const jiraMention = (person: Person): HTMLElement =>
  h(
    'a',
    {
      href: `https://${siteOf().host}/secure/ViewProfile.jspa?accountId=${encodeURIComponent(person.id)}`,
      class: 'user-hover',
      rel: person.id,
      'data-account-id': person.id,
      accountid: person.id,
    },
    person.name,
  );
