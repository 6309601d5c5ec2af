import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { AuditEvent } from '../../../core/audit/index.ts';
import { OrgId, RequestId } from '../../../core/ids.ts';
import { itOnlyAccess } from '../../../core/policy/index.ts';
import type { SameWish } from '../../../core/ports/request-store.ts';
import type { Store } from '../../../core/ports/store.ts';
import { exampleRequest } from '../../../tests/tools/request-fixture.ts';
import { wishOf } from '../../usecases/wish-of.ts';
import { inProcessBus } from '../live-bus.ts';
import { systemIds } from '../system.ts';
import { type Database, openDatabase } from './open.ts';
import { sqlStore } from './store.ts';

const at = '2026-11-21T08:00:00.000Z';
const MANY = 50;

const fail = (error: unknown): never => {
  throw error;
};

let folder: string;
let database: Database;
let store: Store;
/** Rows that each query has read since it was last emptied. */
let read: number[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-rows-'));
  database = await openDatabase(folder);
  store = sqlStore(database, 'org', systemIds.sha256, inProcessBus(fail));
  await store.write(async (tx) => {
    for (let n = 1; n <= MANY; n++) {
      await tx.audit.append(ended);
      const id = RequestId.parse(`request-${n}`);
      await tx.requests.insert(exampleRequest({ id, number: n }), wish);
      await tx.grantJobs.enqueue(id, at);
      await tx.policy.publish(itOnlyAccess(n), at);
    }
  });
});
beforeEach(() => {
  read = [];
  const { all } = StatementSync.prototype;
  vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (this: StatementSync, ...values) {
    const rows = all.apply(this, values);
    read.push(rows.length);
    return rows;
  });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const ended: AuditEvent = {
  type: 'session.ended',
  orgId: OrgId.parse('org'),
  at,
  actor: { kind: 'system', name: 'test' },
};
const wish = wishOf(exampleRequest()) as SameWish;

it.each<[string, (store: Store) => Promise<unknown>]>([
  ['appends to the log', ({ write }) => write((tx) => tx.audit.append(ended))],
  ['finds the same wish', ({ write }) => write((tx) => tx.requests.findOpen(wish, ['in-review']))],
  ['takes the next grant', ({ write }) => write((tx) => tx.grantJobs.lease('me', at, at))],
  ['looks when the next grant is due', ({ grantJobs }) => grantJobs.nextDue()],
  ['takes the policy in force', ({ policy }) => policy.current()],
])('%s without reading what came before', async (_, act) => {
  expect(await act(store)).toBeTruthy();
  expect(read.length).toBeGreaterThan(0);
  expect(Math.max(...read)).toBe(1);
});
