import type { z } from 'zod';
import type { messages, RequestReceipt } from '../../core/contract/messages/index.ts';
import { RuleId } from '../../core/ids.ts';
import { say } from '../words/say.ts';
import { deliver, type Fate } from './deliver.ts';
import { Failure } from './failure.ts';
import { later } from './later.ts';
import { currentOwner, outbox } from './records.ts';
import { askValueAs } from './service.ts';
import { sessionNow } from './session-now.ts';

/** How long the prompt waits before it says that the request is kept. Delivery goes on regardless. */
const PATIENCE_MS = 6000;

export type AskInput = z.output<(typeof messages.ask.input)['shape']['input']>;

type Fates = ReadonlyMap<string, Fate>;

let running: Promise<Fates> = Promise.resolve(new Map());
let next: Promise<Fates> | null = null;

/**
 * Delivers what waits; rounds never overlap. Does nothing while nobody is signed in.
 * @returns the fate of each request that was waiting when this was called, by its key
 */
export function deliverNow(): Promise<Fates> {
  // A round that is under way may or may not have read the box yet: it can miss what was just put in, and it can have taken it along.
  // One that is still to begin is everybody's.
  next ??= running.then(async (before) => {
    const begun = round();
    running = begun.catch(() => new Map());
    next = null;
    return new Map([...before, ...(await begun)]);
  });
  return next;
}

/** One session for the whole round: what one person asked is never sent as another who signs in meanwhile, or to another service. */
async function round(): Promise<Fates> {
  const session = await sessionNow();
  if (session === null) return new Map();
  return deliver(outbox, (route, input) => askValueAs(session, route, input), {
    subject: session.me.subject,
    serviceUrl: session.serviceUrl,
  });
}

/**
 * "Ask IT". The request is on disk before anything is sent; from then on it arrives exactly once, whatever happens to
 * the page, the worker or the network, unless its person takes it back first. Throws `not-signed-in` when nobody is signed in: nothing
 * is kept then, for nobody could say later whose it is.
 */
export async function askIt(input: AskInput): Promise<RequestReceipt> {
  const { key, intent, reason, ruleIds, ruleName, policyVersion, stopId } = input;
  const { layer: _, ...act } = intent;
  const { subject, serviceUrl } = await currentOwner();
  if (subject === null) throw new Failure('not-signed-in', say('failure.not-signed-in-ask'));
  await outbox.add({
    kind: 'request',
    key,
    at: new Date().toISOString(),
    subject,
    serviceUrl,
    body: {
      ...act,
      reason,
      ruleIds: ruleIds.map((id) => RuleId.parse(id)),
      ruleName,
      policyVersion,
      ...(stopId !== null && { stopId }),
    },
  });
  const delivered = deliverNow().then(
    // Of a person who is not signed in any more nothing is sent.
    (fates): Fate => fates.get(key) ?? { state: 'waiting', why: 'not-signed-in' },
    (error: unknown): Fate => {
      later(error);
      return inTrouble;
    },
  );
  const fate = await Promise.race([delivered, after(PATIENCE_MS)]);
  if (fate.state !== 'sent') return fate;
  return { state: 'sent', request: fate.answer.request, duplicate: fate.answer.duplicate };
}

const inTrouble: Fate = { state: 'waiting', why: 'trouble' };

const after = (ms: number): Promise<Fate> => new Promise((resolve) => setTimeout(() => resolve(inTrouble), ms));
