import type { Kysely } from 'kysely';
import { z } from 'zod';
import { AuditEvent } from '../../../core/audit/index.ts';
import type { IntentWindow, Transaction } from '../../../core/ports/store.ts';
import type { Schema } from './schema.ts';

/** What clients may send twice and must happen once. */
export const idempotency = (db: Kysely<Schema>, org: string): Transaction['idempotency'] => ({
  async find(subject, key) {
    const row = await db
      .selectFrom('idempotency_keys')
      .select(['body_hash', 'answer'])
      .where('org_id', '=', org)
      .where('subject', '=', subject)
      .where('key', '=', key)
      .executeTakeFirst();
    return row ? { bodyHash: row.body_hash, answer: JSON.parse(row.answer) } : null;
  },
  async keep(subject, key, { bodyHash, answer }, at) {
    await db
      .insertInto('idempotency_keys')
      .values({ org_id: org, subject, key, body_hash: bodyHash, answer: JSON.stringify(answer), at })
      .execute();
  },
  async countSince(subject, at) {
    const row = await db
      .selectFrom('idempotency_keys')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('org_id', '=', org)
      .where('subject', '=', subject)
      .where('at', '>=', at)
      .executeTakeFirstOrThrow();
    return row.count;
  },
  async forget(at) {
    await db.deleteFrom('idempotency_keys').where('org_id', '=', org).where('at', '<', at).execute();
  },
});

export const intents = (db: Kysely<Schema>, org: string): Transaction['intents'] => ({
  async record(subject, intent) {
    const result = await db
      .insertInto('intents')
      .values({ org_id: org, subject, id: intent.id, at: intent.at, document: JSON.stringify(intent) })
      .onConflict((conflict) => conflict.columns(['org_id', 'subject', 'id']).doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
  async isKnown(subject, { id }) {
    const row = await db
      .selectFrom('intents')
      .select('id')
      .where('org_id', '=', org)
      .where('subject', '=', subject)
      .where('id', '=', id)
      .executeTakeFirst();
    return row !== undefined;
  },
  async window(subject) {
    const row = await db
      .selectFrom('intent_windows')
      .selectAll()
      .where('org_id', '=', org)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row ? toWindow(row) : null;
  },
  async setWindow({ subject, since, kept, further }) {
    const values = { since, kept, further: JSON.stringify(further) };
    await db
      .insertInto('intent_windows')
      .values({ org_id: org, subject, ...values })
      .onConflict((conflict) => conflict.columns(['org_id', 'subject']).doUpdateSet(values))
      .execute();
  },
  async takeWindows(at) {
    const rows = await db
      .deleteFrom('intent_windows')
      .where('org_id', '=', org)
      .where('since', '<', at)
      .returningAll()
      .execute();
    return rows.map(toWindow);
  },
});

const toWindow = ({ subject, since, kept, further }: Schema['intent_windows']): IntentWindow => ({
  subject,
  since,
  kept,
  further: z.array(AuditEvent).parse(JSON.parse(further)),
});
