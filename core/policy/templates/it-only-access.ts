import { type GroupId, RuleId } from '../../ids.ts';
import type { Intent } from '../intent.ts';
import type { Policy, Rule } from '../rule.ts';
import { messages } from './messages.ts';

/** What nobody does by themselves, IT included. */
const neverByHand: readonly Intent[] = ['share-with-new-person', 'create-invite-link'];

/**
 * What only IT does. Adding people to a project who have a seat needs no word here: such acts are let through before rules are
 * read, which leaves those with a target that has none.
 */
const onlyByIt: readonly Intent[] = ['invite', 'add-to-project', 'add-to-group', 'grant-role'];

const rule = (id: string, about: Pick<Rule, 'name' | 'mode' | 'when' | 'message'>): Rule => ({
  id: RuleId.parse(id),
  owner: 'IT',
  enabled: true,
  mayAskIt: about.mode === 'block',
  ...about,
});

/**
 * "IT-only access": nobody gives or takes access by themselves; IT is asked instead. The policy of a new installation. Source:
 * section 10 of the domain.
 * @param itGroup the group that may add people, with a warning about the licence; null (nobody is named yet) stops everybody
 */
export function itOnlyAccess(version: number, { itGroup = null }: { itGroup?: GroupId | null } = {}): Policy {
  return {
    version,
    rules: [
      rule('no-self-service', {
        name: 'Access goes through IT',
        mode: 'block',
        when: { intents: ['request-access', 'join', 'start-app', 'change-plan'] },
        message: messages.goesThroughIt,
      }),
      ...inviting(itGroup),
      rule('no-customer-migration', {
        name: 'IT turns customers into Atlassian accounts',
        mode: 'block',
        when: { intents: ['migrate-customer'] },
        message: messages.customerMigration,
      }),
      rule('no-public-content', {
        name: 'Nothing becomes public without IT',
        mode: 'block',
        when: { intents: ['make-public'] },
        message: messages.publicContent,
      }),
      rule('agents-create-customers', {
        name: 'Agents create customers',
        mode: 'allow',
        when: { intents: ['create-customer'], actorRoles: ['agent'] },
        message: messages.portalOnly,
      }),
      rule('customer-on-our-domain', {
        name: 'Customers on our own domain',
        mode: 'warn',
        when: { intents: ['create-customer'], targetOnVerifiedDomain: true },
        message: messages.ownDomain,
      }),
      rule('api-token-reason', {
        name: 'API tokens need a reason',
        mode: 'justify',
        when: { intents: ['create-api-token'] },
        message: messages.apiToken,
      }),
      rule('watch-customers', {
        name: 'Record new customers',
        mode: 'observe',
        when: { intents: ['create-customer', 'migrate-customer'] },
        message: 'Recorded only.',
      }),
    ],
    defaultOutcome: 'allow',
    onUnknown: 'block',
    breakGlass: [],
  };
}

const notByYou = {
  name: 'IT adds new people',
  mode: 'block',
  message: messages.newPeople,
} as const;

const inviting = (itGroup: GroupId | null): Rule[] =>
  itGroup === null
    ? [rule('no-invites', { ...notByYou, when: { intents: [...neverByHand, ...onlyByIt] } })]
    : [
        rule('no-invites', { ...notByYou, when: { intents: [...onlyByIt], actorGroupsExcept: [itGroup] } }),
        rule('no-sharing-with-new-people', { ...notByYou, when: { intents: [...neverByHand] } }),
        rule('it-licence-warning', {
          name: 'IT sees what it costs',
          mode: 'warn',
          when: { intents: [...onlyByIt], actorGroups: [itGroup] },
          message: messages.lookFirst,
        }),
      ];
