import type { IntentOnPage } from '../../core/contract/messages.ts';
import { productName } from '../../core/organization/index.ts';
import { todo } from './intent.ts';
import { listPeople } from './people.ts';

/** What somebody wanted to do, for whom and where: "Invite Ann and Ben · Jira on acme.atlassian.net". */
export function actWords(
  { intent, product, siteHost }: Pick<IntentOnPage, 'intent' | 'product' | 'siteHost'>,
  people: Parameters<typeof listPeople>[0],
): string {
  const what = people.length === 0 ? todoAlone(intent) : `${todo(intent)} ${listPeople(people)}`;
  const place = [product === null ? null : productName(product), siteHost].filter((part) => part !== null).join(' on ');
  return place === '' ? what : `${what} · ${place}`;
}

/** As `todo`, with nobody named after it. */
export const todoAlone = (intent: IntentOnPage['intent']): string => todo(intent).replace(/( to|:| for| with)$/, '');
