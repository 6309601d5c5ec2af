import { z } from 'zod';
import { TargetRef } from '../../identity/target-ref.ts';
import { IdentityView } from '../../identity/view.ts';
import { MOST_WHOM } from '../../identity/whom.ts';
import { AccountId, CloudId, GroupId } from '../../ids.ts';
import { Effect } from '../../licence/effect.ts';
import { Product } from '../../organization/product.ts';
import { Intent } from '../../policy/intent.ts';
import { anyone, route } from '../route.ts';

/** How many people one call may name: the same number for questions, previews, messages and requests. */
export const MAX_PEOPLE = MOST_WHOM;

/** md5 of the lower-cased e-mail, as gravatar avatar URLs carry it. */
export const EmailHash = z.string().regex(/^[0-9a-f]{32}$/);

export const resolveIdentities = route({
  method: 'POST',
  path: '/api/v1/identities/resolve',
  summary: 'Badge-level facts of the people a page shows',
  access: anyone,
  body: z.strictObject({
    accountIds: z.array(AccountId).max(MAX_PEOPLE),
    emailHashes: z.array(EmailHash).max(MAX_PEOPLE),
  }),
  response: z.object({
    /** One entry for each account id asked for; unknown ones have type `unknown`. */
    identities: z.array(IdentityView),
    /** Which account an e-mail hash belongs to; hashes that nobody or more than one has are left out. */
    byEmailHash: z.array(z.object({ emailHash: EmailHash, identity: IdentityView })),
  }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'too-large', 'too-many-requests', 'directory-not-ready'],
});

export { TargetRef };

/** Which of the groups that rules name in `targetGroups` each of an effect's targets is in; no other group is told. */
export const TargetGroups = z.object({
  /** The policy whose rules name the groups. Of another version, nothing follows from a group that is not listed. */
  policyVersion: z.number().int().positive(),
  /** In the order of the effect's targets; null for whoever's groups are not known. */
  groups: z.array(z.array(GroupId).nullable()),
});
export type TargetGroups = z.infer<typeof TargetGroups>;

export const previewEffect = route({
  method: 'POST',
  path: '/api/v1/effects/preview',
  summary: 'What an action would do to seats and cost, before it happens',
  access: anyone,
  body: z.strictObject({
    intent: Intent,
    /** Null when the page does not say: seats and cost are then not known. */
    product: Product.nullable(),
    /** Null only together with `siteHost`. */
    cloudId: CloudId.nullable(),
    siteHost: z.string().max(253).nullable(),
    /** Empty when the person acts for themselves (request access, join). */
    targets: z.array(TargetRef).max(MAX_PEOPLE),
  }),
  response: z.object({ effect: Effect, targetGroups: TargetGroups.nullable().default(null) }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-found', 'too-many-requests', 'directory-not-ready'],
});
