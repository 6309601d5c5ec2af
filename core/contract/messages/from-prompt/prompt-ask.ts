import { z } from 'zod';
import { MOST_REASON } from '../../limits.ts';
import { message } from '../message.ts';
import { aboutPrompt } from '../prompt-frame.ts';
import { RequestReceipt } from '../request-receipt.ts';

/** "Ask IT", about what was stopped and nothing else. However often it is sent, one request comes of it. */
export const promptAsk = message(
  'promptAsk',
  aboutPrompt.extend({ reason: z.string().trim().min(1).max(MOST_REASON) }),
  RequestReceipt,
);
