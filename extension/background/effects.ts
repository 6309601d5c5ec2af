import type { IntentOnPage } from '../../core/contract/messages.ts';
import { previewEffect } from '../../core/contract/routes/identities.ts';
import { type Effect, isAboutSeats } from '../../core/licence/index.ts';
import { askValue } from './service.ts';

/** A held click waits no longer than this for the service. */
export const FACTS_DEADLINE_MS = 1500;

/**
 * Seats and cost of an intent, as the service knows them. Null when they are not known in time, for whatever reason:
 * callers say "unknown", never 0.
 */
export async function effectOf(intent: IntentOnPage, deadlineMs = FACTS_DEADLINE_MS): Promise<Effect | null> {
  if (!isAboutSeats(intent.intent)) return null;
  // A page that does not say which site it acts on (a sign-up page) has no seats to count.
  if (intent.cloudId === null && intent.siteHost === null) return null;
  const { layer, ...body } = intent;
  try {
    const { effect } = await askValue(previewEffect, { body, signal: AbortSignal.timeout(deadlineMs) });
    return effect;
  } catch (cause) {
    console.info(`Gatehouse: no seat facts for "${intent.intent}" seen by the ${layer} layer.`, cause);
    return null;
  }
}
