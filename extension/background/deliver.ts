import { CallError, type Output } from '../../core/contract/client.ts';
import { recordIntents } from '../../core/contract/routes/policy.ts';
import { submitRequest } from '../../core/contract/routes/requests.ts';
import type { Outbox, OutboxEntry } from '../platform/outbox.ts';

export type Submitted = Output<typeof submitRequest>;

/** What became of a request in one round of delivery. */
export type Fate = { readonly sent: true; readonly answer: Submitted } | { readonly sent: false; readonly why: string };

type Ask = typeof import('./service.ts').askValue;

const MOST_INTENTS = 100;

/**
 * Sends what waits, requests before records and each oldest first, and stops at the first thing that may work later: nothing is lost,
 * and no record in trouble holds back what somebody asked for.
 * What the service refuses for good is marked with its words and shown to the person, never dropped. An entry is
 * removed only after the service confirmed it; when the worker dies in between, the idempotency key makes the second
 * sending the same one.
 * @returns the fate of each request that got an answer, by its key
 */
export async function deliver(
  outbox: Pick<Outbox, 'all' | 'remove' | 'refuse'>,
  ask: Ask,
  subject: string,
): Promise<Map<string, Fate>> {
  const fates = new Map<string, Fate>();
  const mine = (await outbox.all()).filter(
    (entry) => entry.refused === null && (entry.subject === null || entry.subject === subject),
  );
  const queue = batches(mine);
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    try {
      const answer = await sendBatch(batch, ask);
      await outbox.remove(batch.map(({ seq }) => seq));
      const [first] = batch;
      if (answer !== null && first) fates.set(first.key, { sent: true, answer });
    } catch (error) {
      if (!isFinal(error)) return fates;
      const [entry, ...others] = batch;
      // One bad record must not take its neighbours with it.
      if (others.length > 0) queue.unshift(...batch.map((single) => [single]));
      else if (entry) {
        await outbox.refuse(entry.seq, error.message);
        fates.set(entry.key, { sent: false, why: error.message });
      }
    }
  }
  return fates;
}

/** Requests go one by one, records together. */
function batches(entries: readonly OutboxEntry[]): OutboxEntry[][] {
  const records = entries.filter(({ kind }) => kind === 'intent');
  const together: OutboxEntry[][] = [];
  for (let at = 0; at < records.length; at += MOST_INTENTS) together.push(records.slice(at, at + MOST_INTENTS));
  return [...entries.filter(({ kind }) => kind === 'request').map((entry) => [entry]), ...together];
}

async function sendBatch(batch: readonly OutboxEntry[], ask: Ask): Promise<Submitted | null> {
  const [first] = batch;
  if (first?.kind === 'request') return ask(submitRequest, { body: first.body, idempotencyKey: first.key });
  const intents = batch.flatMap((entry) => (entry.kind === 'intent' ? [entry.body] : []));
  await ask(recordIntents, { body: { intents } });
  return null;
}

/** The service understood and said no: asking again in the same words will not help. */
const isFinal = (error: unknown): error is CallError =>
  error instanceof CallError &&
  !error.retryable &&
  error.code !== 'not-signed-in' &&
  error.code !== 'unexpected-answer';
