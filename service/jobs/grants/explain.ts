import { isKnownProduct, productName } from '../../../core/organization/index.ts';
import { intentPhrase } from '../../../core/policy/index.ts';
import type { GrantRefusal } from '../../../core/ports/access-grants.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';

/** Why a grant did not work and what to do about it, for the reviewer and the person who asked. */
export function explain(refusal: GrantRefusal, detail: string, request: AccessRequest, who: string): string {
  const app = `${productName(request.product)} on ${siteOf(request)}`;
  const group = request.group?.name ?? '';
  const said = detail === '' ? '' : ` Atlassian says: ${detail}`;
  switch (refusal) {
    case 'licence-limit':
      return `There is no free seat of ${app}, so ${who} could not be added. Free a seat or buy more, then try again.${said}`;
    case 'no-subscription':
      return `Atlassian lets only organizations with a paid subscription invite people this way. Invite ${who} by hand at admin.atlassian.com, then try again.${said}`;
    case 'synced-group':
      return syncedGroup(group, who);
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

export const syncedGroup = (group: string, who: string): string =>
  `The group "${group}" is filled by your identity provider, so people cannot be added to it here. Task for IT: add ${who} to "${group}" in the identity provider and mark the request as done, or map a group that is not synced in GATEHOUSE_GROUP_MAP and try again.`;

const siteOf = ({ siteHost }: Pick<AccessRequest, 'siteHost'>): string => siteHost ?? 'a site that nobody named';

export const byHand = (request: AccessRequest): string =>
  `Gatehouse cannot ${intentPhrase(request.intent)} by itself. Task for IT: do it at admin.atlassian.com on ${siteOf(request)}, then mark the request as done.`;

/** An app by name has to be given by a person while no group is mapped for it; no other app's group stands in for it. */
export function noGroup(request: AccessRequest, who: string): string {
  const { product } = request;
  if (product === null)
    return `Nobody said which app on ${siteOf(request)} this is about. Task for IT: find out, give ${who} access at admin.atlassian.com, then mark the request as done.`;
  const app = `${productName(product)} on ${siteOf(request)}`;
  if (!isKnownProduct(product))
    return `Gatehouse does not know what this app is, and no group is mapped for ${app}. Task for IT: give ${who} access by hand at admin.atlassian.com, then mark the request as done; or map a group to "${product}" in GATEHOUSE_GROUP_MAP, restart the service and try again.`;
  return `No group is mapped for ${app}, and the site has no default group that Gatehouse may use. Add one to GATEHOUSE_GROUP_MAP, restart the service and try again.`;
}

export const portalOnly = (who: string): string =>
  `${who} is a portal-only customer, which Atlassian gives no seats. Migrate the customer to an Atlassian account first, then try again.`;

export const nobodyToAdd = (who: string): string =>
  `Gatehouse knows neither an account nor a verified e-mail address of ${who}. Task for IT: add this person by hand at admin.atlassian.com, then mark the request as done.`;

export const gaveUp = (attempts: number, last: string): string =>
  `Gatehouse gave up after ${attempts} attempts. The last one: ${last} Try again when Atlassian works; https://status.atlassian.com tells.`;
