import { because, type Reason } from '../reason.ts';

export type Deployment = 'cloud' | 'data-center' | 'unknown';

export interface Boundary {
  /** Whether Gatehouse and Atlassian Guard can say anything about the account; null when its home is not known. */
  readonly governed: boolean | null;
  /** `global`: one account over organizations and apps. `local`: one account a product. */
  readonly accountModel: 'global' | 'local' | null;
  readonly singleSignOnBy: 'guard' | 'crowd' | null;
  readonly reasons: readonly Reason[];
}

const boundaries: Readonly<Record<Deployment, Boundary>> = {
  cloud: {
    governed: true,
    accountModel: 'global',
    singleSignOnBy: 'guard',
    reasons: [because('cloud-account', 'One Atlassian account works in every organization and app of the cloud.')],
  },
  'data-center': {
    governed: false,
    accountModel: 'local',
    singleSignOnBy: 'crowd',
    reasons: [
      because(
        'data-center-account',
        'This account belongs to a Data Center product. Gatehouse does not govern it: use Crowd for these products.',
      ),
    ],
  },
  unknown: {
    governed: null,
    accountModel: null,
    singleSignOnBy: null,
    reasons: [because('deployment-unknown', 'Whether this account is of the cloud or of a Data Center is not known.')],
  },
};

/** Where Gatehouse ends (section 1 of the domain): cloud accounts are global, Data Center accounts local and not ours. */
export const boundaryOf = (deployment: Deployment): Boundary => boundaries[deployment];

/** Whether an organization has to be told of the boundary: it does when it runs both. */
export const showsBoundary = (deployments: readonly Deployment[]): boolean =>
  deployments.includes('data-center') && deployments.includes('cloud');
