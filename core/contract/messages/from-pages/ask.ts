import { z } from 'zod';
import { StopId } from '../../../policy/stop-id.ts';
import { MOST_REASON } from '../../limits.ts';
import { MOST_RULES } from '../../routes/policy.ts';
import { IntentOnPage } from '../intent-on-page.ts';
import { message } from '../message.ts';
import { RequestReceipt } from '../request-receipt.ts';

/** "Ask IT". `key` is a UUID made when the prompt opened: however often it is sent, one request comes of it. */
export const ask = message(
  'ask',
  z.strictObject({
    key: z.uuid(),
    intent: IntentOnPage,
    reason: z.string().trim().min(1).max(MOST_REASON),
    ruleIds: z.array(z.string()).max(MOST_RULES).readonly(),
    ruleName: z.string().max(200),
    policyVersion: z.number().int().positive(),
    /** Null when the stop was not recorded. */
    stopId: StopId.nullable(),
  }),
  RequestReceipt,
);
