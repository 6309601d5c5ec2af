import { type Kysely, sql } from 'kysely';

/** Finds the answers that were kept so long that nobody asks for them again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index idempotency_keys_at on idempotency_keys (org_id, at)`.execute(db);
}
