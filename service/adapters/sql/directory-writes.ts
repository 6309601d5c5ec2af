import type { Kysely } from 'kysely';
import type { DirectoryWrites } from '../../../core/ports/directory-store.ts';
import { directoryReads } from './directory-reads.ts';
import { fromAccount, fromSeats } from './directory-rows.ts';
import { generationOf } from './generation.ts';
import type { Schema } from './schema.ts';

const generationTables = [
  'accounts',
  'groups',
  'memberships',
  'group_roles',
  'domains',
  'sites',
  'seats',
] as const satisfies (keyof Schema)[];

/** Rows an insert takes at once: SQLite allows 32,766 parameters a statement. */
const CHUNK = 1000;

export function directoryWrites(db: Kysely<Schema>, org: string): DirectoryWrites {
  const reads = directoryReads(db, org);
  const insert = async <T extends (typeof generationTables)[number]>(table: T, rows: Schema[T][]) => {
    for (let from = 0; from < rows.length; from += CHUNK)
      await db
        .insertInto(table)
        .values(rows.slice(from, from + CHUNK) as never)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  };
  const state = () => db.updateTable('directory_state').where('org_id', '=', org);
  return {
    ...reads,
    async begin() {
      await db
        .insertInto('directory_state')
        .values({
          org_id: org,
          generation: 0,
          running: 1,
          finished_at: null,
          failure: null,
          organization_name: null,
          accounts: null,
          groups: null,
        })
        .onConflict((conflict) => conflict.column('org_id').doUpdateSet({ running: 1 }))
        .execute();
      const { generation } = await reads.state();
      for (const table of generationTables)
        await db.deleteFrom(table).where('org_id', '=', org).where('generation', '!=', generation).execute();
      return generation + 1;
    },
    async putAccounts(generation, accounts) {
      await insert(
        'accounts',
        accounts.map((account) => fromAccount(org, generation, account)),
      );
      const memberships = accounts.flatMap((account) =>
        account.groupIds.map((id) => ({
          org_id: org,
          generation,
          account_id: account.facts.accountId,
          group_id: id,
        })),
      );
      await insert('memberships', memberships);
    },
    async putDraft(generation, { organization, groups, roles, seats }) {
      const key = { org_id: org, generation };
      await insert(
        'groups',
        groups.map((group) => ({
          ...key,
          group_id: group.id,
          name: group.name,
          directory_id: group.directoryId,
          synced: group.synced === null ? null : Number(group.synced),
        })),
      );
      await insert(
        'group_roles',
        roles.map((role) => ({
          ...key,
          group_id: role.groupId,
          product: role.product,
          cloud_id: role.cloudId,
          role: role.role,
          is_default: Number(role.isDefault),
        })),
      );
      await insert(
        'domains',
        organization.domains.map((domain) => ({ ...key, name: domain.name, status: domain.status })),
      );
      await insert(
        'sites',
        organization.sites.map((site) => ({
          ...key,
          cloud_id: site.cloudId,
          host: site.host,
          products: JSON.stringify(site.products),
        })),
      );
      await insert(
        'seats',
        seats.map((row) => fromSeats(org, generation, row)),
      );
      await state().set({ organization_name: organization.name }).execute();
    },
    async swap(generation, at) {
      const count = async (table: 'accounts' | 'groups') =>
        (
          await db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll<number>().as('count'))
            .where('org_id', '=', org)
            .where('generation', '=', generation)
            .executeTakeFirstOrThrow()
        ).count;
      const [accounts, groups] = [await count('accounts'), await count('groups')];
      await state().set({ generation, running: 0, finished_at: at, failure: null, accounts, groups }).execute();
      for (const table of generationTables)
        await db.deleteFrom(table).where('org_id', '=', org).where('generation', '!=', generation).execute();
    },
    async fail(why) {
      await state().set({ running: 0, failure: why }).execute();
    },
    async addMembership(accountId, groupId) {
      await db
        .insertInto('memberships')
        .values({ org_id: org, generation: generationOf(org), account_id: accountId, group_id: groupId })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async setSeats(seats) {
      await db
        .updateTable('seats')
        .set({ used: seats.seats.used, total: seats.seats.total })
        .where('org_id', '=', org)
        .where('generation', '=', generationOf(org))
        .where('cloud_id', '=', seats.cloudId)
        .where('product', '=', seats.product)
        .execute();
    },
  };
}
