import type { Output } from '../../core/contract/client.ts';
import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { previewEffect } from '../../core/contract/routes/identities.ts';
import { isAboutSeats } from '../../core/licence/index.ts';
import { askValue } from './service.ts';

/** A held click waits no longer than this for the service. */
export const FACTS_DEADLINE_MS = 1500;

/** What the service knows of an intent. */
export type ServiceFacts = Output<typeof previewEffect>;

/**
 * Seats, cost and people of an intent, as the service knows them. Null when they are not known in time, for whatever reason:
 * callers say "unknown", never 0. Also asked about what is no matter of seats, when it names somebody.
 */
export async function serviceFacts(intent: IntentOnPage, deadlineMs = FACTS_DEADLINE_MS): Promise<ServiceFacts | null> {
  if (!isAboutSeats(intent.intent) && intent.targets.length === 0) return null;
  // A page that does not say which site it acts on (a sign-up page) has no seats to count.
  if (intent.cloudId === null && intent.siteHost === null) return null;
  const { layer, container: _, ...body } = intent;
  try {
    return await askValue(previewEffect, { body, signal: AbortSignal.timeout(deadlineMs) });
  } catch (cause) {
    console.info(`Gatehouse: no facts of the service for "${intent.intent}" seen by the ${layer} layer.`, cause);
    return null;
  }
}
