import { z } from 'zod';
import { IdentityView } from '../../identity/view.ts';
import { AccountId, CloudId } from '../../ids.ts';
import { Effect } from '../../licence/effect.ts';
import { Product } from '../../organization/product.ts';
import { Intent } from '../../policy/intent.ts';
import { anyone, route } from '../route.ts';

/** How many people one call may name. */
export const MAX_PEOPLE = 200;

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
    /** Which account an e-mail hash belongs to; hashes nobody in the directory has are left out. */
    byEmailHash: z.array(z.object({ emailHash: EmailHash, identity: IdentityView })),
  }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'too-large', 'too-many-requests', 'directory-not-ready'],
});

/** A person named by an action on a page: an address that was typed or an account that was picked. */
export const TargetRef = z
  .strictObject({ email: z.email().max(254).nullable(), accountId: AccountId.nullable() })
  .refine((target) => target.email !== null || target.accountId !== null, 'name the person by e-mail or account id');
export type TargetRef = z.infer<typeof TargetRef>;

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
  response: z.object({ effect: Effect }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-found', 'too-many-requests', 'directory-not-ready'],
});
