import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { appName } from './app.ts';
import { todo } from './intent.ts';
import { listPeople } from './people.ts';
import { say } from './say.ts';

/** What somebody wanted to do, for whom and where: "Invite Ann and Ben · Jira on acme.atlassian.net". */
export function actWords(
  { intent, product, siteHost }: Pick<IntentOnPage, 'intent' | 'product' | 'siteHost'>,
  people: Parameters<typeof listPeople>[0],
): string {
  const what = people.length === 0 ? todo(intent) : say(`act.for.${intent}`, { people: listPeople(people) });
  return [what, placeWords(product, siteHost)].filter((part) => part !== null).join(' · ');
}

function placeWords(product: IntentOnPage['product'], site: string | null): string | null {
  if (product === null) return site;
  return site === null ? appName(product) : say('app.on-site', { app: appName(product), site });
}
