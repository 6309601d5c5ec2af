import { sql } from 'kysely';

/** The directory generation in force; 0, which has no rows, before the first sync has finished. */
export const generationOf = (org: string) =>
  sql<number>`coalesce((select generation from directory_state where org_id = ${org}), 0)`;
