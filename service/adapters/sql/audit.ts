import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { type AuditEntry, AuditEvent, append, type Sha256 } from '../../../core/audit/index.ts';
import type { AuditReads, AuditWrites } from '../../../core/ports/audit-store.ts';
import type { Schema } from './schema.ts';

type Row = Pick<Schema['audit'], 'seq' | 'prev_hash' | 'hash' | 'event'>;
const columns = ['seq', 'prev_hash', 'hash', 'event'] as const;

const toEntry = (row: Row): AuditEntry => ({
  seq: row.seq,
  prevHash: row.prev_hash,
  hash: row.hash,
  event: AuditEvent.parse(JSON.parse(row.event)),
});

export function auditReads(db: Kysely<Schema>, connection: DatabaseSync, org: string): AuditReads {
  const audit = () => db.selectFrom('audit').where('org_id', '=', org);
  return {
    async list({ type, stop, before, limit }) {
      let query = audit().select(columns).orderBy('seq', 'desc').limit(limit);
      if (type !== null) query = query.where('type', '=', type);
      if (stop !== null) query = query.where('stop_id', '=', stop);
      if (before !== null) query = query.where('seq', '<', before);
      return (await query.execute()).map(toEntry);
    },
    async ownerOf(stop) {
      const row = await audit()
        .select(columns)
        .where('stop_id', '=', stop)
        .where('type', 'in', ['intent.recorded', 'intent.proceeded'])
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst();
      const actor = row && toEntry(row).event.actor;
      return actor?.kind === 'person' ? actor.subject : null;
    },
    async ofRequest(id) {
      return (await audit().select(columns).where('request_id', '=', id).orderBy('seq').execute()).map(toEntry);
    },
    *walk() {
      const statement = connection.prepare(
        'select seq, prev_hash, hash, event from audit where org_id = ? order by seq',
      );
      for (const row of statement.iterate(org)) yield unchecked(row as unknown as Row);
    },
    async head() {
      return (await audit().select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? null;
    },
  };
}

/**
 * An entry as it stands in the file. A row that somebody edited into something that is no event must reach the check
 * of the chain, which then names it, instead of failing here.
 */
function unchecked(row: Row): AuditEntry {
  const event = parsed(row.event) as AuditEvent;
  return { seq: row.seq, prevHash: row.prev_hash, hash: row.hash, event };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON any more: the text itself cannot hash to what the entry says, so the check reports this entry.
    return text;
  }
}

export const auditWrites = (db: Kysely<Schema>, connection: DatabaseSync, org: string, sha256: Sha256): AuditWrites => {
  const reads = auditReads(db, connection, org);
  return {
    ...reads,
    async append(event) {
      const entry = append(await reads.head(), AuditEvent.parse(event), sha256);
      await db
        .insertInto('audit')
        .values({
          org_id: org,
          seq: entry.seq,
          at: event.at,
          type: event.type,
          request_id: 'requestId' in event ? event.requestId : null,
          stop_id: 'stopId' in event ? (event.stopId ?? null) : null,
          prev_hash: entry.prevHash,
          hash: entry.hash,
          event: JSON.stringify(entry.event),
        })
        .execute();
      return entry;
    },
  };
};
