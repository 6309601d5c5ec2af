import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { IdentityType } from '../../../core/identity/index.ts';
import type { PeoplePage, PeopleQuery } from '../../../core/ports/directory-store.ts';
import { toAccount } from './directory-rows.ts';
import { generationOf } from './generation.ts';
import type { Schema } from './schema.ts';
import { searchedFor } from './search-key.ts';

/** Where a page ended: the sort key of its last row. Opaque to clients. */
const Position = z.tuple([z.string(), z.string()]);

const toCursor = (position: z.infer<typeof Position>): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Null for a cursor that this service never gave: the list then starts over. */
function fromCursor(cursor: string): z.infer<typeof Position> | null {
  try {
    return Position.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString())).data ?? null;
  } catch {
    return null;
  }
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The directory by name, a page at a time; counts are for the same search whatever the type filter. */
export async function people(db: Kysely<Schema>, org: string, query: PeopleQuery): Promise<PeoplePage> {
  let search = db.selectFrom('accounts').where('org_id', '=', org).where('generation', '=', generationOf(org));
  if (query.q !== null && query.q.trim() !== '') {
    const patterns = searchedFor(query.q).map((text) => `%${escapeLike(text)}%`);
    search = search.where((eb) =>
      eb.or(
        patterns.map(
          (pattern) =>
            sql<boolean>`(name_key like ${pattern} escape '\\' or email like ${pattern} escape '\\' or email_in_letters like ${pattern} escape '\\' or account_id like ${pattern} escape '\\')`,
        ),
      ),
    );
  }
  const grouped = await search
    .select(['identity_type', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('identity_type')
    .execute();
  const found = new Map(grouped.map((row) => [row.identity_type, row.count]));
  const counts = z
    .record(IdentityType, z.number())
    .parse(Object.fromEntries(IdentityType.options.map((type) => [type, found.get(type) ?? 0])));

  let page = search
    .selectAll()
    .orderBy('name_key')
    .orderBy('account_id')
    .limit(query.limit + 1);
  if (query.type !== null) page = page.where('identity_type', '=', query.type);
  const position = query.cursor === null ? null : fromCursor(query.cursor);
  if (position) page = page.where(sql<boolean>`(name_key, account_id) > (${position[0]}, ${position[1]})`);
  const rows = await page.execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const total = query.type === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[query.type];
  return {
    accounts: shown.map((row) => ({ ...toAccount(row), emailInLetters: row.email_in_letters })),
    next: rows.length > query.limit && last ? toCursor([last.name_key, last.account_id]) : null,
    counts,
    total,
  };
}
