import { type Kysely, sql } from 'kysely';

/** Addresses as people write them, for search; only those whose canonical spelling is another. Filled by the next sync. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table accounts add column email_in_letters text`.execute(db);
}
