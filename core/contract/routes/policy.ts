import { z } from 'zod';
import { CloudId, RuleId } from '../../ids.ts';
import { Product } from '../../organization/product.ts';
import { PolicyBundle } from '../../policy/bundle.ts';
import { Outcome } from '../../policy/decision.ts';
import { Intent } from '../../policy/intent.ts';
import { StopId } from '../../policy/stop-id.ts';
import { MOST_REASON } from '../../requests/most-reason.ts';
import { anyone, route } from '../route.ts';

export const getBundle = route({
  method: 'GET',
  path: '/api/v1/policy/bundle',
  summary: 'What an extension needs to decide by itself',
  access: anyone,
  response: PolicyBundle,
  status: 200,
  errors: ['not-signed-in', 'directory-not-ready'],
  etag: true,
});

/** How many people an act is about; `atLeast` when there are, or may be, others whom nobody counted. */
export const PeopleCount = z.union([
  z.number().int().nonnegative(),
  z.strictObject({ atLeast: z.number().int().nonnegative() }),
]);

/** How many rules one record or request names. */
export const MOST_RULES = 200;

/** Something a page was about to do and what came of it. */
export const RecordedIntent = z
  .strictObject({
    /** Made by the extension, so that sending twice records once. */
    id: z.uuid(),
    at: z.iso.datetime(),
    intent: Intent,
    product: Product.nullable(),
    cloudId: CloudId.nullable(),
    siteHost: z.string().max(253).nullable(),
    targets: PeopleCount,
    outcome: Outcome,
    ruleIds: z.array(RuleId).max(MOST_RULES),
    policyVersion: z.number().int().positive(),
    /** `page`: a recognised control; `guard`: a call seen in the page; `network`: a call or navigation that the network rules stopped. */
    layer: z.enum(['page', 'guard', 'network']),
    /** What the person was told it is called; left out when that follows from `id` (`stopIdOf`). */
    stopId: StopId.optional(),
    /**
     * On a line that stands for many: how many acts of this kind, by one person, ended like this after the room for lines of their own
     * was used up. It says what they have in common; what they do not is null.
     */
    further: z.number().int().positive().optional(),
    /** Set when the person went on after a warning, or with a justification; a warning asks for no text. */
    proceeded: z
      .strictObject({ justification: z.string().trim().min(1).max(MOST_REASON).nullable() })
      .nullable()
      .default(null),
  })
  .refine(({ further, proceeded }) => further === undefined || proceeded === null, {
    path: ['further'],
    message: 'Going on is a line of its own, never counted with others.',
  });
export type RecordedIntent = z.infer<typeof RecordedIntent>;

export const recordIntents = route({
  method: 'POST',
  path: '/api/v1/intents',
  summary: 'Record what pages were about to do',
  access: anyone,
  body: z.strictObject({ intents: z.array(RecordedIntent).min(1).max(100) }),
  response: z.object({ recorded: z.number().int().nonnegative() }),
  status: 202,
  errors: ['bad-request', 'not-signed-in', 'too-many-requests'],
});
