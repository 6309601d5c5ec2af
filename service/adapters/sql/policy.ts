import type { Kysely } from 'kysely';
import { Policy } from '../../../core/policy/index.ts';
import type { PolicyReads, Transaction } from '../../../core/ports/store.ts';
import type { Schema } from './schema.ts';

export function policyReads(db: Kysely<Schema>, org: string): PolicyReads {
  const policies = () => db.selectFrom('policies').select('document').where('org_id', '=', org);
  return {
    async current() {
      return read(await policies().orderBy('version', 'desc').limit(1).executeTakeFirst());
    },
    async ofVersion(version) {
      return read(await policies().where('version', '=', version).executeTakeFirst());
    },
  };
}

const read = (row: { document: string } | undefined): Policy | null =>
  row ? Policy.parse(JSON.parse(row.document)) : null;

export const policyWrites = (db: Kysely<Schema>, org: string): Transaction['policy'] => ({
  ...policyReads(db, org),
  async publish(policy, at) {
    const document = JSON.stringify(Policy.parse(policy));
    await db
      .insertInto('policies')
      .values({ org_id: org, version: policy.version, document, published_at: at })
      .execute();
  },
});
