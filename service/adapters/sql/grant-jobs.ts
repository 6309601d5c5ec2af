import type { Kysely } from 'kysely';
import { RequestId } from '../../../core/ids.ts';
import type { GrantJobReads, GrantJobs } from '../../../core/ports/grant-jobs.ts';
import type { Schema } from './schema.ts';

export function grantJobReads(db: Kysely<Schema>, org: string): GrantJobReads {
  const jobs = () => db.selectFrom('grant_jobs').where('org_id', '=', org);
  return {
    async owners() {
      const rows = await jobs().select('lease_owner').distinct().where('lease_owner', 'is not', null).execute();
      return rows.flatMap((row) => row.lease_owner ?? []);
    },
    async nextDue() {
      const row = await jobs()
        .select((eb) =>
          eb
            .case()
            .when('lease_until', '>', eb.ref('due_at'))
            .then(eb.ref('lease_until').$castTo<string>())
            .else(eb.ref('due_at'))
            .end()
            .as('at'),
        )
        .orderBy('at')
        .limit(1)
        .executeTakeFirst();
      return row?.at ?? null;
    },
    async waiting() {
      const row = await jobs()
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

export function grantJobWrites(db: Kysely<Schema>, org: string): GrantJobs {
  const free = { lease_owner: null, lease_until: null };
  const update = () => db.updateTable('grant_jobs').where('org_id', '=', org);
  return {
    async enqueue(id, at) {
      await db
        .insertInto('grant_jobs')
        .values({ org_id: org, request_id: id, due_at: at, ...free })
        .onConflict((conflict) => conflict.columns(['org_id', 'request_id']).doUpdateSet({ due_at: at, ...free }))
        .execute();
    },
    async lease(owner, now, until) {
      const due = await db
        .selectFrom('grant_jobs')
        .select('request_id')
        .where('org_id', '=', org)
        .where('due_at', '<=', now)
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst();
      if (!due) return null;
      await update().set({ lease_owner: owner, lease_until: until }).where('request_id', '=', due.request_id).execute();
      return RequestId.parse(due.request_id);
    },
    async renew(id, owner, until) {
      const result = await update()
        .set({ lease_until: until })
        .where('request_id', '=', id)
        .where('lease_owner', '=', owner)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async postpone(id, until) {
      await update()
        .set({ due_at: until, ...free })
        .where('request_id', '=', id)
        .execute();
    },
    async remove(id) {
      await db.deleteFrom('grant_jobs').where('org_id', '=', org).where('request_id', '=', id).execute();
    },
    async release(owners) {
      if (owners.length === 0) return;
      await update()
        .set(free)
        .where('lease_owner', 'in', [...owners])
        .execute();
    },
  };
}
