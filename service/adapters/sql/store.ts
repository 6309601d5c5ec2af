import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { Sha256 } from '../../../core/audit/index.ts';
import type { LiveEvent } from '../../../core/contract/live.ts';
import type { LiveBus } from '../../../core/ports/live.ts';
import type { Reads, Store, Transaction } from '../../../core/ports/store.ts';
import { auditReads, auditWrites } from './audit.ts';
import { directoryReads } from './directory-reads.ts';
import { directoryWrites } from './directory-writes.ts';
import { grantJobReads, grantJobWrites } from './grant-jobs.ts';
import { idempotency, intents } from './once.ts';
import type { Database } from './open.ts';
import { policyReads, policyWrites } from './policy.ts';
import { requestReads, requestWrites } from './requests.ts';
import type { Schema } from './schema.ts';
import { sessionReads, sessionWrites } from './sessions.ts';
import { Writer } from './writer.ts';

/** The store of one organization. The organization is fixed here, so that no caller can ask for another's rows. */
export function sqlStore(
  database: Database,
  org: string,
  sha256: Sha256,
  bus: LiveBus,
): Store & { idle(): Promise<void> } {
  const writer = new Writer(database.writeConnection);
  return {
    ...reads(database.read, database.readConnection, org),
    async write(work) {
      const announced: LiveEvent[] = [];
      const tx = transaction(database.write, database.writeConnection, org, sha256, (event) => announced.push(event));
      const value = await writer.run(() => work(tx));
      for (const event of announced) bus.publish(event);
      return value;
    },
    idle: () => writer.idle(),
  };
}

const reads = (db: Kysely<Schema>, connection: DatabaseSync, org: string): Reads => ({
  requests: requestReads(db, org),
  audit: auditReads(db, connection, org),
  sessions: sessionReads(db, org),
  directory: directoryReads(db, org),
  policy: policyReads(db, org),
  grantJobs: grantJobReads(db, org),
});

const transaction = (
  db: Kysely<Schema>,
  connection: DatabaseSync,
  org: string,
  sha256: Sha256,
  announce: (event: LiveEvent) => void,
): Transaction => ({
  requests: requestWrites(db, org),
  audit: auditWrites(db, connection, org, sha256),
  sessions: sessionWrites(db, org),
  directory: directoryWrites(db, org),
  policy: policyWrites(db, org),
  grantJobs: grantJobWrites(db, org),
  idempotency: idempotency(db, org),
  intents: intents(db, org),
  announce,
});
