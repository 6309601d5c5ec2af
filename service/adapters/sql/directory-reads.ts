import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { addressKey } from '../../../core/identity/index.ts';
import { CloudId, OrgId } from '../../../core/ids.ts';
import { DomainStatus, Organization, Product } from '../../../core/organization/index.ts';
import type { DirectoryGroup, DirectoryReads } from '../../../core/ports/directory-store.ts';
import { accountIdOf, idList, toAccount, toGroup, toRole, toSeats } from './directory-rows.ts';
import { generationOf } from './generation.ts';
import { people } from './people.ts';
import type { Schema } from './schema.ts';

const inList = (values: readonly string[]) => sql<string>`(select value from json_each(${idList(values)}))`;

export function directoryReads(db: Kysely<Schema>, org: string): DirectoryReads {
  const generation = generationOf(org);
  const accounts = () =>
    db.selectFrom('accounts').selectAll().where('org_id', '=', org).where('generation', '=', generation);
  return {
    async state() {
      const row = await db.selectFrom('directory_state').selectAll().where('org_id', '=', org).executeTakeFirst();
      return {
        generation: row?.generation ?? 0,
        running: row?.running === 1,
        finishedAt: row?.finished_at ?? null,
        failure: row?.failure ?? null,
        accounts: row?.accounts ?? null,
        groups: row?.groups ?? null,
      };
    },
    async organization() {
      const state = await db.selectFrom('directory_state').selectAll().where('org_id', '=', org).executeTakeFirst();
      if (!state?.organization_name || state.generation === 0) return null;
      // Each statement looks the generation up itself: a swap between two of them never leaves one with nothing.
      const domains = await db
        .selectFrom('domains')
        .selectAll()
        .where('org_id', '=', org)
        .where('generation', '=', generation)
        .orderBy('name')
        .execute();
      const sites = await db
        .selectFrom('sites')
        .selectAll()
        .where('org_id', '=', org)
        .where('generation', '=', generation)
        .orderBy('host')
        .execute();
      return Organization.parse({
        orgId: OrgId.parse(org),
        name: state.organization_name,
        domains: domains.map((row) => ({ name: row.name, status: DomainStatus.parse(row.status) })),
        sites: sites.map((row) => ({
          cloudId: CloudId.parse(row.cloud_id),
          host: row.host,
          products: z.array(Product).parse(JSON.parse(row.products)),
        })),
      });
    },
    async accountsById(ids) {
      return (await accounts().where('account_id', 'in', inList(ids)).execute()).map(toAccount);
    },
    async accountsByEmail(emails) {
      return (
        await accounts()
          .where('email', 'in', inList(emails.map(addressKey)))
          .execute()
      ).map(toAccount);
    },
    async accountsByEmailHash(hashes) {
      const rows = await accounts().where('email_hash', 'in', inList(hashes)).execute();
      return rows.flatMap((row) => (row.email_hash === null ? [] : [{ ...toAccount(row), emailHash: row.email_hash }]));
    },
    async groupsOf(ids) {
      const rows = await db
        .selectFrom('memberships')
        .innerJoin('groups', (join) =>
          join
            .onRef('groups.org_id', '=', 'memberships.org_id')
            .onRef('groups.generation', '=', 'memberships.generation')
            .onRef('groups.group_id', '=', 'memberships.group_id'),
        )
        .select(['memberships.account_id', 'groups.group_id', 'groups.name', 'groups.directory_id', 'groups.synced'])
        .where('memberships.org_id', '=', org)
        .where('memberships.generation', '=', generation)
        .where('memberships.account_id', 'in', inList(ids))
        .orderBy('groups.name')
        .execute();
      const found = new Map(ids.map((id) => [id, [] as DirectoryGroup[]]));
      for (const row of rows) found.get(accountIdOf(row))?.push(toGroup(row));
      return found;
    },
    async groups() {
      const rows = await db
        .selectFrom('groups')
        .selectAll()
        .where('org_id', '=', org)
        .where('generation', '=', generation)
        .orderBy('name')
        .execute();
      return rows.map(toGroup);
    },
    async roles() {
      const rows = await db
        .selectFrom('group_roles')
        .selectAll()
        .where('org_id', '=', org)
        .where('generation', '=', generation)
        .execute();
      return rows.map(toRole);
    },
    async seats() {
      const rows = await db
        .selectFrom('seats')
        .selectAll()
        .where('org_id', '=', org)
        .where('generation', '=', generation)
        .orderBy('cloud_id')
        .orderBy('product')
        .execute();
      return rows.map(toSeats);
    },
    people: (query) => people(db, org, query),
  };
}
