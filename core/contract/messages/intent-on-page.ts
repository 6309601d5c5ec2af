import { z } from 'zod';
import { CloudId } from '../../ids.ts';
import { Product } from '../../organization/product.ts';
import { Intent } from '../../policy/intent.ts';
import { MAX_PEOPLE, TargetRef } from '../routes/identities.ts';

/** Something somebody is about to do on a page, as a content script or the network rules saw it. */
export const IntentOnPage = z.strictObject({
  intent: Intent,
  product: Product.nullable(),
  cloudId: CloudId.nullable(),
  siteHost: z.string().nullable(),
  /** Key of the project or space it happens in; null when neither page nor call says so, or in a way that is no key. */
  container: z.string().min(1).max(255).nullable(),
  targets: z.array(TargetRef).max(MAX_PEOPLE),
  /** Where it was seen; `guard` and `page` sightings of the same click are recorded once. */
  layer: z.enum(['page', 'guard', 'network']),
});
export type IntentOnPage = z.infer<typeof IntentOnPage>;
