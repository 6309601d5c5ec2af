import { z } from 'zod';
import { Effect } from '../../../licence/effect.ts';
import { Decision } from '../../../policy/decision.ts';
import { StopId } from '../../../policy/stop-id.ts';
import { MOST_DRAFT } from '../../limits.ts';
import { IntentOnPage } from '../intent-on-page.ts';
import { message } from '../message.ts';
import { aboutPrompt, ColorScheme } from '../prompt-frame.ts';

/**
 * What a prompt is about. `decision` is null when the check failed; `failure` then says how. `stopId` is null when nothing was recorded.
 */
export const PromptContent = z.object({
  intent: IntentOnPage,
  decision: Decision.nullable(),
  effect: Effect.nullable(),
  stopId: StopId.nullable(),
  failure: z.string().nullable(),
  scheme: ColorScheme,
  /** What was typed already, where the prompt has moved to a window of its own. */
  draft: z.string().max(MOST_DRAFT),
});
export type PromptContent = z.infer<typeof PromptContent>;

/** Takes the token: what to say. */
export const promptContent = message('promptContent', aboutPrompt, PromptContent.extend({ signedIn: z.boolean() }));
