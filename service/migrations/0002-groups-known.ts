import { type Kysely, sql } from 'kysely';

/** Whether Atlassian said which groups an account is in. Rows from before say nothing, which is "not known", until the next sync. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table accounts add column groups_known bigint`.execute(db);
}
