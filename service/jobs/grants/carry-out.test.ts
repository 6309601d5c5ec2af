import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountId, CloudId, GroupId, OrgId, RequestId } from '../../../core/ids.ts';
import { unknownSeats } from '../../../core/licence/index.ts';
import type { AccessGrants, GrantResult } from '../../../core/ports/access-grants.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { inProcessBus } from '../../adapters/live-bus.ts';
import { type Database, openDatabase } from '../../adapters/sql/open.ts';
import { sqlStore } from '../../adapters/sql/store.ts';
import { systemIds } from '../../adapters/system.ts';
import { carryOutNext, MAX_ATTEMPTS, pauseAfter } from './carry-out.ts';
import type { GrantContext } from './context.ts';

const orgId = OrgId.parse('org');
const group = { id: GroupId.parse('g'), name: 'users', directoryId: 'd', synced: false };
const noor = AccountId.parse('noor');
const target = {
  email: null,
  accountId: noor,
  name: 'Noor',
  standing: 'without-seat',
  identityType: 'managed',
} as const;
const start = '2026-11-21T09:00:00.000Z';
const site = { cloudId: CloudId.parse('c'), siteHost: 'acme.atlassian.net' };
const request: AccessRequest = {
  id: RequestId.parse('r'),
  orgId,
  number: 1,
  state: 'approved',
  intent: 'add-to-project',
  product: 'jira-software',
  ...site,
  siteChosenBy: null,
  container: null,
  requester: { subject: 's', accountId: null, name: 'Emma', email: '' },
  targets: [target],
  reason: 'why',
  ruleIds: [],
  ruleName: 'rule',
  policyVersion: 1,
  effect: {
    product: 'jira-software',
    ...site,
    targets: [target],
    seats: unknownSeats,
    seatsTaken: 1,
    seatsAfter: unknownSeats,
    cost: { known: false, why: 'x' },
    payer: 'Acme',
    reasons: [],
    confidence: 'unknown',
    lines: [],
  },
  group: { id: group.id, name: group.name },
  createdAt: start,
  updatedAt: start,
  decision: null,
  grant: { attempts: 0, failure: null, nextAttemptAt: null },
  byHand: null,
};

let database: Database;
let store: Store;
let now: string;
let answer: () => Promise<GrantResult<'added'>>;
let asked: string[];
let troubles: [string, string][];
const context = (owner = 'me'): GrantContext => ({
  settings: { orgId } as GrantContext['settings'],
  store,
  clock: { now: () => now },
  owner,
  leaseSeconds: 30,
  onLeaseTrouble: (id, error) => troubles.push([id, (error as Error).message]),
  syncDirectory: () => undefined,
  grants: {
    findByEmail: async () => ({ ok: true, value: null }),
    invite: async () => ({ ok: true, value: 'invited' }),
    addToGroup: async (_, accountId) => {
      asked.push(accountId);
      return answer();
    },
  } satisfies AccessGrants,
});
const pass = (seconds: number) => {
  now = new Date(Date.parse(now) + seconds * 1000).toISOString();
};
const refused = (refusal: 'unavailable' | 'rate-limited' | 'refused', retryAfterSeconds: number | null = null) => ({
  ok: false as const,
  refusal,
  detail: '',
  retryAfterSeconds,
});
const current = async () => {
  const found = await store.requests.get(request.id);
  if (!found) throw new Error('the request is there');
  return found;
};

beforeEach(async () => {
  now = start;
  asked = [];
  troubles = [];
  answer = async () => ({ ok: true, value: 'added' });
  database = await openDatabase(mkdtempSync(join(tmpdir(), 'gatehouse-grants-')));
  store = sqlStore(
    database,
    orgId,
    systemIds.sha256,
    inProcessBus(() => undefined),
  );
  await store.write(async (tx) => {
    const generation = await tx.directory.begin();
    const organization = { orgId, name: 'Acme', domains: [], sites: [] };
    await tx.directory.putDraft(generation, { organization, groups: [group], roles: [], seats: [] });
    await tx.directory.swap(generation, start);
    await tx.requests.insert(request, null);
    await tx.grantJobs.enqueue(request.id, start);
  });
});
afterEach(() => database.close());

describe('carryOutNext', () => {
  it('does a job once and then has none', async () => {
    expect(await carryOutNext(context())).toBe(true);
    expect((await current()).state).toBe('granted');
    expect(await carryOutNext(context())).toBe(false);
    expect(asked).toEqual([noor]);
  });

  it('leaves a job to whoever holds it, until the lease ends', async () => {
    let finish: () => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        finish = () => resolve({ ok: true, value: 'added' });
      });
    const first = carryOutNext(context('first'));
    while (asked.length === 0) await new Promise((done) => setTimeout(done, 1));
    const finishFirst = finish;
    expect(await carryOutNext(context('second'))).toBe(false);
    pass(31);
    answer = async () => ({ ok: true, value: 'added' });
    expect(await carryOutNext(context('second'))).toBe(true);
    expect((await current()).state).toBe('granted');
    // The first one wakes up late: the work is noted already and stays noted once.
    finishFirst();
    await first;
    const history = await store.audit.ofRequest(request.id);
    expect(history.filter(({ event }) => event.type === 'grant.finished')).toHaveLength(1);
  });

  describe('while Atlassian takes its time', () => {
    /** Carries out with a lease that is renewed every few milliseconds, until `happens` has led to word of trouble. */
    const carryOutSlowly = async (writing: Store['write'], happens: () => void) => {
      let finish: () => void = () => undefined;
      answer = () =>
        new Promise((resolve) => {
          finish = () => resolve({ ok: true, value: 'added' });
        });
      const job = carryOutNext({ ...context(), store: { ...store, write: writing }, leaseSeconds: 0.01 });
      await vi.waitUntil(() => asked.length > 0);
      happens();
      await vi.waitUntil(() => troubles.length > 0);
      return { job, finish };
    };

    it('tells that the lease could not be extended, and notes the grant all the same', async () => {
      let full = false;
      const writing: Store['write'] = async (work) => {
        if (full) throw new Error('the disk is full');
        return store.write(work);
      };
      const { job, finish } = await carryOutSlowly(writing, () => {
        full = true;
      });
      expect(troubles[0]).toEqual([request.id, 'the disk is full']);
      full = false;
      finish();
      await job;
      expect((await current()).state).toBe('granted');
    });

    it('tells that another process holds the job, and leaves the note to it', async () => {
      const takeOver = () => {
        // By a clock so late that no renewal stands in the way.
        void store.write((tx) => tx.grantJobs.lease('other', '2026-11-21T10:00:00.000Z', '2026-11-21T11:00:00.000Z'));
      };
      const { job, finish } = await carryOutSlowly(store.write, takeOver);
      expect(troubles[0]).toEqual([request.id, 'Somebody else holds the job by now.']);
      finish();
      await job;
      expect((await current()).state).toBe('granting');
    });
  });

  it('tries eight times with growing pauses, then says that it gave up', async () => {
    answer = async () => refused('unavailable');
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      await carryOutNext(context());
      const { state, grant } = await current();
      expect({ state, attempts: grant.attempts }).toEqual({ state: 'granting', attempts: attempt });
      expect(Date.parse(grant.nextAttemptAt ?? '') - Date.parse(now)).toBe(5000 * 2 ** (attempt - 1));
      pass(pauseAfter(attempt, null) - 1);
      expect(await carryOutNext(context())).toBe(false);
      pass(1);
    }
    await carryOutNext(context());
    const { state, grant } = await current();
    expect(state).toBe('grant-failed');
    expect(grant.failure).toMatch(/gave up after 8 attempts/);
    expect(asked).toHaveLength(MAX_ATTEMPTS);
    expect(await store.grantJobs.waiting()).toBe(0);
  });

  it('waits as long as it is told', async () => {
    answer = async () => refused('rate-limited', 900);
    await carryOutNext(context());
    expect((await current()).grant.nextAttemptAt).toBe('2026-11-21T09:15:00.000Z');
  });

  it('does not try again what was refused for good', async () => {
    answer = async () => refused('refused');
    await carryOutNext(context());
    expect(await current()).toMatchObject({ state: 'grant-failed', grant: { attempts: 1 } });
    expect(await carryOutNext(context())).toBe(false);
  });

  it('gives up on a job that ends the process each time', async () => {
    answer = async () => {
      throw new Error('the process would be gone');
    };
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      await expect(carryOutNext(context())).rejects.toThrow();
      pass(31);
    }
    await carryOutNext(context());
    expect((await current()).state).toBe('grant-failed');
    expect(asked).toHaveLength(MAX_ATTEMPTS);
  });

  it('drops the job of a request that nobody approved any more', async () => {
    await store.write((tx) => tx.requests.update({ ...request, state: 'denied' }));
    expect(await carryOutNext(context())).toBe(true);
    expect(asked).toEqual([]);
    expect(await store.grantJobs.waiting()).toBe(0);
  });
});
