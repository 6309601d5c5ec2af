import type { Organization } from '../organization/organization.ts';
import { because, type Reason } from '../reason.ts';
import type { AccountFacts } from './account.ts';
import { classify } from './classify.ts';
import type { IdentityType } from './types.ts';

/** One account as one organization's directory shows it. */
export interface Sighting {
  readonly organization: Pick<Organization, 'name' | 'domains'>;
  readonly account: AccountFacts;
}

export interface Standings {
  readonly in: readonly { readonly organization: string; readonly type: IdentityType }[];
  /** The organization that manages the account; null when none is known to, or when more than one says so. */
  readonly managedBy: string | null;
  readonly reasons: readonly Reason[];
}

/**
 * One person in several organizations (section 1 of the domain): managed in at most one, external in the others. Every
 * sighting carries the facts of its own directory, since claims are a fact of an organization and not of the account.
 */
export function standingsOf(sightings: readonly Sighting[]): Standings {
  const standings = sightings.map(({ organization, account }) => ({
    organization: organization.name,
    type: classify(account, organization).type,
  }));
  const managing = standings.filter(({ type }) => type === 'managed').map(({ organization }) => organization);
  const [manager] = managing;
  if (manager === undefined)
    return {
      in: standings,
      managedBy: null,
      reasons: [because('managed-nowhere', 'None of the organizations we know manages this account.')],
    };
  if (managing.length > 1)
    return {
      in: standings,
      managedBy: null,
      reasons: [
        because(
          'managed-twice',
          `${managing.join(' and ')} both list this account as theirs. Only one can manage it: read both directories again.`,
        ),
      ],
    };
  return {
    in: standings,
    managedBy: manager,
    reasons: [because('managed-by', `${manager} manages this account; everywhere else it is external.`)],
  };
}
