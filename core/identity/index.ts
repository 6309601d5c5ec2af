export { AccountFacts, unknownAccount } from './account.ts';
export { evidentAccountId, isPortalOnlyId, isWordLike, parseAccountId, supposedAccountId } from './account-id.ts';
export { type AccountIdKind, type DescribedId, describeAccountId } from './account-id-kind.ts';
export { type Address, addressKey, parseAddress } from './address.ts';
export { type Boundary, boundaryOf, type Deployment, showsBoundary } from './boundary.ts';
export { classifier, classify, type Identity } from './classify.ts';
export { type Controls, controlsByType, type Provisioning, type SignInControl } from './controls.ts';
export { accountForCustomer, type CustomerAccount, CustomerSettings, DomainAccess } from './customer-account.ts';
export {
  type AdminExperience,
  articleAccess,
  type CustomerFacts,
  type CustomerKind,
  customerFacts,
  type SpaceAccess,
} from './customers.ts';
export { ClaimScope, type DomainStanding, domainStanding, type PolicyReach, policyReach } from './domain-claims.ts';
export { type Confidence, type DuplicateHint, duplicateHints, PersonFacts } from './duplicates.ts';
export { type LabelKey, labelKeyOf } from './label.ts';
export { hasAtSign, isLikeAddress, mayBeAddress } from './like-address.ts';
export { isOneScript } from './one-script.ts';
export { entriesInText, peopleInText } from './people-in-text.ts';
export { type Sighting, type Standings, standingsOf } from './standings.ts';
export { EmailAddress, TargetRef } from './target-ref.ts';
export { AdminRole, IdentityType, SubState } from './types.ts';
export { IdentityView, labelOf, toView } from './view.ts';
export {
  account,
  asItStood,
  countOf,
  isNamed,
  kindOfWhom,
  leastOf,
  listed,
  MOST_TEXT,
  MOST_WHOM,
  others,
  somebody,
  type Whom,
  type WhomKind,
  whomIn,
  whomInWords,
} from './whom.ts';
