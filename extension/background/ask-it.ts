import type { z } from 'zod';
import type { messages, RequestReceipt } from '../../core/contract/messages.ts';
import { RuleId } from '../../core/ids.ts';
import { deliver, type Fate } from './deliver.ts';
import { notSignedIn } from './failure.ts';
import { currentSubject, outbox } from './records.ts';
import { askValue } from './service.ts';

/** How long the prompt waits before it says that the request is kept. Delivery goes on regardless. */
const PATIENCE_MS = 6000;

export type AskInput = z.output<(typeof messages.ask.input)['shape']['input']>;

let running: Promise<Map<string, Fate>> | null = null;

/** Delivers what waits; rounds never overlap. Does nothing while nobody is signed in. */
export async function deliverNow(): Promise<Map<string, Fate>> {
  const subject = await currentSubject();
  if (subject === null) return new Map();
  // A round that is under way has read the box already and may miss what was just put in.
  while (running) await running.catch(() => null);
  running = deliver(outbox, askValue, subject).finally(() => {
    running = null;
  });
  return running;
}

/**
 * "Ask IT". The request is on disk before anything is sent; from then on it arrives exactly once, whatever happens to
 * the page, the worker or the network. Throws `not-signed-in` after keeping it: the words then say to sign in.
 */
export async function askIt(input: AskInput): Promise<RequestReceipt> {
  const { key, intent, reason, ruleIds, ruleName, policyVersion, stopId } = input;
  const { layer: _, ...act } = intent;
  const subject = await currentSubject();
  await outbox.add({
    kind: 'request',
    key,
    at: new Date().toISOString(),
    subject,
    body: {
      ...act,
      reason,
      ruleIds: ruleIds.map((id) => RuleId.parse(id)),
      ruleName,
      policyVersion,
      ...(stopId !== null && { stopId }),
    },
  });
  if (subject === null) throw notSignedIn();
  const fate = await Promise.race([deliverNow().then((fates) => fates.get(key)), after(PATIENCE_MS)]);
  if (fate === undefined) return { state: 'waiting' };
  if (fate.sent) return { state: 'sent', request: fate.answer.request, duplicate: fate.answer.duplicate };
  return { state: 'refused', message: fate.why };
}

const after = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
