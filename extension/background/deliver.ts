import { CallError, type Output } from '../../core/contract/client.ts';
import type { RequestReceipt } from '../../core/contract/messages/index.ts';
import { recordIntents } from '../../core/contract/routes/policy.ts';
import { submitRequest } from '../../core/contract/routes/requests.ts';
import { isForService, type Outbox, type OutboxEntry, type Owner } from '../platform/outbox.ts';
import { say } from '../words/say.ts';

export type Submitted = Output<typeof submitRequest>;

export type Waiting = Extract<RequestReceipt, { state: 'waiting' }>;

/** What became of a request in one round of delivery. */
export type Fate =
  | { readonly state: 'sent'; readonly answer: Submitted }
  | Extract<RequestReceipt, { state: 'refused' | 'reached' }>
  | Waiting;

/** Asks the service as the person whose round it is, whoever signs in meanwhile. */
export type Ask = typeof import('./service.ts')['askValue'];

const MOST_INTENTS = 100;

/** A service that answers so often with trouble is in trouble itself: the rest waits for the next round. */
const MOST_TROUBLE = 3;

/**
 * Sends what waits, requests before records and each oldest first. Where nothing can arrive (the service is not reached, wants a pause,
 * or no longer knows the session) the round ends. What the service stumbles over alone waits for the next round with its words, behind
 * everything else, and holds nothing back. What it refuses for good is marked with its words and shown to the person, never dropped.
 * An entry is removed only after the service confirmed it; when the worker dies in between, the idempotency key makes the second
 * sending the same one.
 * @param owner whose things are sent, those for their service; records of nobody go along
 * @returns the fate of each request of theirs, by its key
 */
export async function deliver(
  outbox: Pick<Outbox, 'all' | 'remove' | 'refuse' | 'begin' | 'stumble'>,
  ask: Ask,
  { subject, serviceUrl }: Owner & { readonly subject: string },
): Promise<Map<string, Fate>> {
  const fates = new Map<string, Fate>();
  const mine = (await outbox.all()).filter(
    (entry) =>
      entry.refused === null &&
      isForService(entry, serviceUrl) &&
      (entry.subject === subject || (entry.kind === 'intent' && entry.subject === null)),
  );
  const queue = batches(mine);
  const leave = (left: readonly OutboxEntry[], why: Waiting['why']): void => {
    for (const { key, kind } of left) if (kind === 'request') fates.set(key, { state: 'waiting', why });
  };
  let troubles = 0;
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    const [first, ...others] = batch;
    try {
      const answer = await sendBatch(batch, ask, outbox);
      await outbox.remove(batch.map(({ seq }) => seq));
      if (first?.kind === 'request') fates.set(first.key, answer === null ? takenBack() : { state: 'sent', answer });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const waits = endsRound(error);
      if (waits !== null) {
        leave([...batch, ...queue.flat()], waits);
        return fates;
      }
      // One record in trouble must not take its neighbours with it.
      if (others.length > 0) queue.unshift(...batch.map((single) => [single]));
      else if (first?.kind === 'request' && error.code === 'idempotency-conflict') {
        // The key served before, for other words of the same prompt.
        await outbox.remove([first.seq]);
        fates.set(first.key, { state: 'reached' });
      } else if (first && isFinal(error)) {
        await outbox.refuse(first.seq, error.message);
        fates.set(first.key, { state: 'refused', message: error.message });
      } else if (first) {
        await outbox.stumble([first.seq], error.message);
        leave(batch, 'trouble');
        troubles += 1;
      }
      if (troubles === MOST_TROUBLE) {
        leave(queue.flat(), 'trouble');
        return fates;
      }
    }
  }
  return fates;
}

/** Requests go one by one, records together; what was in trouble before comes last, and whose trouble is oldest first. */
function batches(entries: readonly OutboxEntry[]): OutboxEntry[][] {
  const records = entries.filter(({ kind, trouble }) => kind === 'intent' && trouble === null);
  const together: OutboxEntry[][] = [];
  for (let at = 0; at < records.length; at += MOST_INTENTS) together.push(records.slice(at, at + MOST_INTENTS));
  const requests = entries.filter(({ kind, trouble }) => kind === 'request' && trouble === null);
  const inTrouble = entries
    .filter(({ trouble }) => trouble !== null)
    .toSorted((one, other) => Date.parse(one.trouble?.at ?? '') - Date.parse(other.trouble?.at ?? ''));
  return [...requests.map((entry) => [entry]), ...together, ...inTrouble.map((entry) => [entry])];
}

const takenBack = (): Fate => ({ state: 'refused', message: say('failure.taken-back') });

/** @returns the answer to a request; null for records, and for a request that was taken back before it was sent */
async function sendBatch(
  batch: readonly OutboxEntry[],
  ask: Ask,
  outbox: Pick<Outbox, 'begin'>,
): Promise<Submitted | null> {
  const [first] = batch;
  if (first?.kind === 'request') {
    const now = await outbox.begin(first.seq);
    return now?.kind === 'request' ? ask(submitRequest, { body: now.body, idempotencyKey: now.key }) : null;
  }
  const intents = batch.flatMap((entry) => (entry.kind === 'intent' ? [entry.body] : []));
  await ask(recordIntents, { body: { intents } });
  return null;
}

/** Why nothing else would arrive now either; null when it is about the one that was sent. */
function endsRound({ code, status }: CallError): Waiting['why'] | null {
  if (code === 'not-signed-in') return 'not-signed-in';
  if (code === 'unreachable') return 'unreachable';
  return status === 429 ? 'trouble' : null;
}

/** The service understood and said no: asking again in the same words will not help. */
const isFinal = (error: CallError): boolean => !error.retryable && error.code !== 'unexpected-answer';
