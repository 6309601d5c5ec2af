import { type Kysely, sql } from 'kysely';

/** Which stop an entry of the audit log is about, to find it by. Entries from before have no word about it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit add column stop_id text`.execute(db);
  await sql`create index audit_stop on audit (org_id, stop_id, seq)`.execute(db);
}
