import { because, type Reason } from '../reason.ts';

export type CustomerKind = 'portal-only' | 'atlassian-account';
export type AdminExperience = 'centralized' | 'original';

export interface CustomerFacts {
  readonly isAtlassianAccount: boolean;
  /** Whether they can log in at the site's root address. */
  readonly reachesSiteRoot: boolean;
  /** Whether being a customer takes a licence. It does not, for either kind. */
  readonly takesLicence: boolean;
  readonly mayGetAppRoles: boolean;
  readonly listedInDirectory: true;
  readonly managedUnder: string;
  readonly managedBy: readonly ('org-admin' | 'site-admin' | 'user-access-admin')[];
  /** SAML single sign-on is configured for either kind, separately. */
  readonly singleSignOn: 'portal-customers' | 'users';
  readonly canBecome: CustomerKind | null;
}

/**
 * What a customer of Jira Service Management is and where they are looked after (section 2 of the domain; Atlassian: "manage your
 * organization's customers"). That customers are listed cannot be turned off.
 */
export function customerFacts(kind: CustomerKind, experience: AdminExperience): CustomerFacts {
  const original = experience === 'original';
  if (kind === 'portal-only')
    return {
      isAtlassianAccount: false,
      reachesSiteRoot: false,
      takesLicence: false,
      mayGetAppRoles: false,
      listedInDirectory: true,
      managedUnder: original
        ? 'Site > Jira Service Management'
        : 'Products > site > Jira Service Management > Portal-only customers',
      managedBy: original ? ['org-admin', 'site-admin'] : ['org-admin'],
      singleSignOn: 'portal-customers',
      canBecome: 'atlassian-account',
    };
  return {
    isAtlassianAccount: true,
    reachesSiteRoot: true,
    takesLicence: false,
    mayGetAppRoles: true,
    listedInDirectory: true,
    managedUnder: original ? 'Site > Users' : 'Directory > Users',
    managedBy: original ? ['org-admin', 'site-admin'] : ['org-admin', 'user-access-admin'],
    singleSignOn: 'users',
    canBecome: null,
  };
}

/** Who may read the Confluence space behind a knowledge base; null when nobody has looked. */
export type SpaceAccess = 'anonymous' | 'unlicensed' | 'licensed' | null;

/**
 * Whether a customer without a Confluence licence can read the articles (section 2 of the domain). A link to an article that they cannot
 * read, or that asks them to log in, may make them sign up a second account.
 */
export function articleAccess(space: SpaceAccess): {
  canRead: boolean | null;
  duplicateRisk: boolean | null;
  reasons: Reason[];
} {
  if (space === null)
    return {
      canRead: null,
      duplicateRisk: null,
      reasons: [because('space-access-unknown', 'Who may read the linked space has not been looked at.')],
    };
  const canRead = space !== 'licensed';
  return {
    canRead,
    duplicateRisk: space !== 'anonymous',
    reasons: [
      canRead
        ? because(`space-${space}`, 'Customers need no licence to read the articles of this space.')
        : because('space-licensed', 'The space lets only licensed people in: customers cannot read its articles.'),
      ...(space === 'anonymous'
        ? []
        : [because('may-sign-up-again', 'A link to an article can make a customer sign up a second account.')]),
    ],
  };
}
