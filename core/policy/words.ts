import { productName } from '../organization/product-name.ts';
import type { ActorRole, Conditions, KnownStanding } from './conditions.ts';
import { intentPhrase } from './intent.ts';
import type { TimeWindow } from './time-window.ts';

/** The conditions of a rule as phrases that are joined by "and"; empty when the rule matches everything. */
export function conditionsInWords(when: Conditions): string[] {
  const phrases: (string | undefined)[] = [
    when.intents && `somebody is about to ${either(when.intents.map(intentPhrase))}`,
    when.products && `the app is ${either(when.products.map(productName))}`,
    when.cloudIds && `the site is ${either(when.cloudIds)}`,
    when.containers && `the project or space is ${either(when.containers)}`,
    when.actorTypes && `the person doing it is ${either(when.actorTypes)}`,
    when.actorRoles && `the person doing it is ${either(when.actorRoles.map((role) => roles[role]))}`,
    when.actorGroups && `the person doing it is in ${either(when.actorGroups)}`,
    when.actorGroupsExcept && `the person doing it is not in ${either(when.actorGroupsExcept)}`,
    when.targetTypes && `somebody named is ${either(when.targetTypes)}`,
    when.targetDomains && `somebody named has an address at ${either(when.targetDomains)}`,
    when.targetDomainsExcept && `somebody named has an address not at ${either(when.targetDomainsExcept)}`,
    when.targetOnVerifiedDomain === undefined
      ? undefined
      : `somebody named has an address ${when.targetOnVerifiedDomain ? 'on' : 'outside'} the verified domains`,
    when.targetGroups && `somebody named is in ${either(when.targetGroups)}`,
    when.targetStandings && `somebody named ${either(when.targetStandings.map((standing) => standings[standing]))}`,
    when.seatsLeft && seatsInWords(when.seatsLeft),
    when.cost && costInWords(when.cost),
    when.time && timeInWords(when.time),
  ];
  return phrases.filter((phrase) => phrase !== undefined);
}

const either = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

const roles: Readonly<Record<ActorRole, string>> = {
  'org-admin': 'an organization admin',
  'site-admin': 'a site admin',
  'user-access-admin': 'a user-access admin',
  'product-admin': 'an app admin',
  'trusted-user': 'a trusted user',
  agent: 'an agent',
};

const standings: Readonly<Record<KnownStanding, string>> = {
  'has-seat': 'has a seat',
  'without-seat': 'has no seat',
  new: 'is new',
};

const seatsInWords = ({ below, atLeast }: NonNullable<Conditions['seatsLeft']>): string =>
  [
    ...(below === undefined ? [] : [`fewer than ${below} seats would be left`]),
    ...(atLeast === undefined ? [] : [`at least ${atLeast} seats would be left`]),
  ].join(' and ');

const costInWords = ({ above, below, currency, period }: NonNullable<Conditions['cost']>): string => {
  const limits = [
    ...(above === undefined ? [] : [`more than ${above}`]),
    ...(below === undefined ? [] : [`less than ${below}`]),
  ];
  return `it costs ${limits.join(' and ')} ${currency} a ${period}`;
};

const timeInWords = ({ weekdays, from = '00:00', to = '24:00', timeZone }: TimeWindow): string =>
  `it is ${weekdays === undefined ? 'any day' : either(weekdays)} from ${from} to ${to} in ${timeZone}`;
