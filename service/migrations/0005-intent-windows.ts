import { type Kysely, sql } from 'kysely';

/** How many records of one person the log has taken in their current while, and what it has counted instead since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table intent_windows (
    org_id text not null, subject text not null, since text not null, kept bigint not null, further text not null,
    primary key (org_id, subject))`.execute(db);
  await sql`create index intent_windows_since on intent_windows (org_id, since)`.execute(db);
}
