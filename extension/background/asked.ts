import type { Asked, IntentOnPage } from '../../core/contract/messages/index.ts';
import { domainKey } from '../../core/organization/index.ts';
import { givesMembership } from '../../core/policy/index.ts';
import { openStates, samePeople } from '../../core/requests/index.ts';
import { isForService } from '../platform/outbox.ts';
import { currentOwner, outbox } from './records.ts';
import { knownRequests } from './requests.ts';

type Act = Pick<IntentOnPage, 'intent' | 'product' | 'siteHost' | 'targets'>;

/**
 * What whoever is signed in has asked for already: the same people, app and site, still open or not sent yet. Null when there is none,
 * and when app, site or somebody is not known: what nobody can tell may be another wish.
 */
export async function asked(act: Act): Promise<Asked | null> {
  const { requests } = await knownRequests();
  const open = requests.find((request) => openStates.includes(request.state) && isSame(act, request));
  if (open) return { number: open.number, state: open.state };
  const { subject, serviceUrl } = await currentOwner();
  const kept = (await outbox.all()).some(
    (entry) =>
      entry.kind === 'request' &&
      entry.refused === null &&
      entry.subject === subject &&
      isForService(entry, serviceUrl) &&
      isSame(act, entry.body),
  );
  return kept ? { number: null, state: null } : null;
}

const isSame = (act: Act, request: Act): boolean =>
  givesMembership(act.intent) &&
  act.intent === request.intent &&
  act.product !== null &&
  act.product === request.product &&
  act.siteHost !== null &&
  request.siteHost !== null &&
  domainKey(act.siteHost) === domainKey(request.siteHost) &&
  act.targets.length > 0 &&
  samePeople(act.targets, request.targets);
