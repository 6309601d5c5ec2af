import { type CloudId, RuleId } from '../../ids.ts';
import { KnownStanding } from '../conditions.ts';
import { Intent } from '../intent.ts';
import type { Policy, Rule } from '../rule.ts';
import { messages, onlyOf } from './messages.ts';

const rule = (id: string, about: Pick<Rule, 'name' | 'mode' | 'when' | 'message'>): Rule => ({
  id: RuleId.parse(id),
  owner: 'IT',
  enabled: true,
  mayAskIt: about.mode === 'block',
  ...about,
});

/**
 * "Approved domains only": invitations and joins pass for the listed domains with a warning; everything else is blocked. Who
 * joins counts as the target of a join. Source: section 10 of the domain.
 * @param domains lower-case, at least one
 */
export const approvedDomainsOnly = (version: number, { domains }: { domains: readonly string[] }): Policy => ({
  version,
  rules: [
    rule('approved-domains', {
      name: 'Approved domains',
      mode: 'warn',
      when: { intents: ['invite', 'join'], targetDomains: [...domains] },
      message: messages.thisDomain,
    }),
    rule('other-domains', {
      name: 'Only people of approved domains',
      mode: 'block',
      when: { intents: ['invite', 'join'], targetDomainsExcept: [...domains] },
      message: onlyOf(domains),
    }),
    rule('everything-else', {
      name: 'Everything else goes through IT',
      mode: 'block',
      when: { intents: Intent.options.filter((intent) => intent !== 'invite' && intent !== 'join') },
      message: messages.everythingElse,
    }),
  ],
  defaultOutcome: 'block',
  onUnknown: 'block',
  breakGlass: [],
});

const outsiders = ['external', 'portal-only'] as const;

/**
 * "No external people here": external people and portal-only customers stay out of the places named, those with a seat
 * included; mentioning and sharing warns. Source: section 10 of the domain.
 * @param cloudIds sites; every site when left out
 * @param containers keys of projects and spaces; everything on the sites when left out
 */
export function noExternalPeople(
  version: number,
  { cloudIds, containers }: { cloudIds?: readonly CloudId[]; containers?: readonly string[] } = {},
): Policy {
  const here = {
    ...(cloudIds && { cloudIds: [...cloudIds] }),
    ...(containers && { containers: [...containers] }),
  };
  const somebodyFromOutside = {
    ...here,
    targetTypes: [...outsiders],
    targetStandings: [...KnownStanding.options],
  };
  return {
    version,
    rules: [
      rule('no-external-people', {
        name: 'No external people here',
        mode: 'block',
        when: {
          ...somebodyFromOutside,
          intents: ['invite', 'add-to-project', 'add-to-group', 'grant-role', 'create-customer', 'migrate-customer'],
        },
        message: messages.noOutsiders,
      }),
      rule('external-people-stay-out', {
        name: 'External people do not come in by themselves',
        mode: 'block',
        when: { ...here, intents: ['request-access', 'join'], actorTypes: [...outsiders] },
        message: messages.stayOut,
      }),
      rule('external-people-mentioned', {
        name: 'Sharing with external people',
        mode: 'warn',
        when: { ...somebodyFromOutside, intents: ['share-with-new-person'] },
        message: messages.leavesUs,
      }),
    ],
    defaultOutcome: 'allow',
    onUnknown: 'block',
    breakGlass: [],
  };
}

/** "Monitor first": records everything and stops nobody. Replay shows what another policy would have done. Source: section 10. */
export const monitorFirst = (version: number): Policy => ({
  version,
  rules: [
    rule('record-everything', { name: 'Record everything', mode: 'observe', when: {}, message: 'Recorded only.' }),
  ],
  defaultOutcome: 'allow',
  onUnknown: 'warn',
  breakGlass: [],
});
