import { countOf, whomInWords } from '../../../core/identity/index.ts';
import type { Target } from '../../../core/licence/index.ts';
import { productName } from '../../../core/organization/index.ts';
import { intentPhrase } from '../../../core/policy/index.ts';
import type { GrantRefusal } from '../../../core/ports/access-grants.ts';
import type { AccessRequest, Obstacle } from '../../../core/requests/index.ts';

/** Why Atlassian did not take somebody and what to do about it, for the reviewer. */
export function explain(refusal: GrantRefusal, detail: string, request: AccessRequest, target: Target): string {
  const who = nameOf(target);
  const app = appOf(request);
  const group = request.group?.name ?? '';
  // Atlassian's words need not end as a sentence does, and others may follow.
  const said = detail === '' ? '' : ` Atlassian says: ${detail.replace(/[^.!?]$/, '$&.')}`;
  switch (refusal) {
    case 'licence-limit':
      return `There is no free seat of ${app}, so ${who} could not be added. Free a seat or buy more, then try again.${said}`;
    case 'no-subscription':
      return `Atlassian lets only organizations with a paid subscription invite people this way. Invite ${who} by hand at admin.atlassian.com, then try again.${said}`;
    case 'synced-group':
      return syncedGroup(group, [target]);
    case 'unauthorized':
      return `Atlassian does not accept the organization API key for adding people. Give Gatehouse a key that may manage users and groups, then try again.${said}`;
    case 'not-found':
      return `Atlassian does not find the group "${group}" or ${who} any more. Sync the directory and check the group mapping, then try again.${said}`;
    case 'refused':
      return `Atlassian refused to add ${who} to "${group}". Look at the group at admin.atlassian.com, then try again.${said}`;
    case 'rate-limited':
      return 'Atlassian asks us to slow down. Gatehouse tries again by itself.';
    case 'unavailable':
      return 'Atlassian cannot be reached or did not answer properly. Gatehouse tries again by itself.';
  }
}

/** What a person has to do, because Gatehouse cannot: it names everybody the request is about, whoever of them is the reason. */
export function taskFor(obstacle: Obstacle, request: AccessRequest): string {
  const { intent, product, targets } = request;
  const everybody = namesOf(targets);
  const app = appOf(request);
  switch (obstacle.kind) {
    case 'no-membership':
      return `Gatehouse cannot ${intentPhrase(intent)} by itself. Task for IT: do it at admin.atlassian.com on ${siteOf(request)}, then mark the request as done.`;
    case 'no-app':
      return `Nobody said which app on ${siteOf(request)} this is about. Task for IT: find out, give ${everybody} access at admin.atlassian.com, then mark the request as done.`;
    case 'unread':
      return `Gatehouse knows neither an account nor a verified e-mail address of ${namesOf(obstacle.who)}, so it has added nobody. Task for IT: ${isOne(obstacle.who) ? 'find out who that is' : 'find out who they are'}, add ${everybody} to ${app} by hand at admin.atlassian.com, then mark the request as done.`;
    case 'several':
      return `Several accounts have the address of ${namesOf(obstacle.who)}, so Gatehouse cannot tell who is meant and has added nobody. Task for IT: find out who is meant, add ${everybody} to ${app} by hand at admin.atlassian.com, then mark the request as done; or, when one account is left, sync the directory and try again.`;
    case 'portal-only':
      return portalOnly(obstacle.who, targets);
    // An app by name has to be given by a person while no group is mapped for it; no other app's group stands in for it.
    case 'unknown-app':
      return `Gatehouse does not know what this app is, and no group is mapped for ${app}. Task for IT: give ${everybody} access by hand at admin.atlassian.com, then mark the request as done; or map a group to "${product}" in GATEHOUSE_GROUP_MAP, restart the service and try again.`;
    case 'no-group':
      return `No group is mapped for ${app}, and the site has no default group that Gatehouse may use, so ${everybody} could not be added. Add one to GATEHOUSE_GROUP_MAP, restart the service and try again.`;
    case 'synced-group':
      return syncedGroup(obstacle.group, targets);
  }
}

const syncedGroup = (group: string, targets: readonly Target[]): string =>
  `The group "${group}" is filled by your identity provider, so people cannot be added to it here. Task for IT: add ${namesOf(targets)} to "${group}" in the identity provider and mark the request as done, or map a group that is not synced in GATEHOUSE_GROUP_MAP and try again.`;

/** @param who the customers among `everybody` */
export const portalOnly = (who: readonly Target[], everybody: readonly Target[]): string =>
  `${namesOf(who)} ${isOne(who) ? 'is a portal-only customer' : 'are portal-only customers'}, which Atlassian gives no seats, so Gatehouse has added nobody. Task for IT: migrate ${isOne(who) ? 'the customer to an Atlassian account' : 'the customers to Atlassian accounts'}, add ${namesOf(everybody)} by hand at admin.atlassian.com, then mark the request as done.`;

/** Who has it and who has not, where an attempt ended between them. */
export const halfDone = (why: string, done: readonly Target[], left: readonly Target[]): string =>
  done.length + left.length === 1
    ? why
    : `${why} ${done.length === 0 ? 'Nobody was added' : `Added: ${namesOf(done)}`}. Not added: ${namesOf(left)}.`;

export const gaveUp = (attempts: number, last: string): string =>
  `Gatehouse gave up after ${attempts} attempts. The last one: ${last} Try again when Atlassian works; https://status.atlassian.com tells.`;

const appOf = (request: AccessRequest): string => `${productName(request.product)} on ${siteOf(request)}`;
const siteOf = ({ siteHost }: Pick<AccessRequest, 'siteHost'>): string => siteHost ?? 'a site that nobody named';

const nameOf = (target: Target): string => target.name ?? target.email ?? target.accountId ?? whomInWords(target);
/** Everybody, however many: somebody works through it. */
const namesOf = (targets: readonly Target[]): string => new Intl.ListFormat('en').format(targets.map(nameOf));
const isOne = (targets: readonly Target[]): boolean => countOf(targets) === 1;
