import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_ASKED, MOST_OPEN } from '../../core/contract/limits.ts';
import { routes } from '../../core/contract/routes/index.ts';
import { RequestId } from '../../core/ids.ts';
import type { Client } from './service-client.ts';
import { type ServiceStage, startServiceStage, until } from './service-stage.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await startServiceStage();
});
afterAll(() => stage.close());

const share = (n: string) => ({
  intent: 'share-with-new-person' as const,
  targets: [{ email: `${n}@outside.example`, accountId: null }] as never,
});
const detail = (client: Client, id: string) => client.fetch(routes.getRequest, { params: { id: RequestId.parse(id) } });

describe('one person', () => {
  it('has their open requests before all others, and is told how many are left out', async () => {
    const [emma, ravi] = await Promise.all([stage.as('emma'), stage.as('ravi')]);
    const first = await emma.ask(share('first-of-many'));
    for (let n = 0; n < MOST_OPEN; n++) {
      const { request } = await emma.ask(share(`many-${n}`));
      await emma.fetch(routes.withdrawRequest, { params: { id: request.id } });
    }
    const { requests, more } = await emma.fetch(routes.listOwnRequests, {});
    expect(requests).toHaveLength(MOST_OPEN);
    expect(requests.slice(0, 2).map(({ number, state }) => [number - first.request.number, state])).toEqual([
      [0, 'in-review'],
      [MOST_OPEN, 'withdrawn'],
    ]);
    expect(more).toBe(1);
    const { earlier, moreEarlier } = await detail(ravi, requests[1]?.id ?? '');
    expect(earlier[0]?.number).toBe(first.request.number);
    expect([earlier.length, moreEarlier]).toEqual([20, MOST_OPEN - 20]);
  });

  it('may ask often, not without end, and has an end of open requests', async () => {
    const olga = await stage.as('olga');
    const database = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
    const old = () => database.exec("update idempotency_keys set at = '2020-01-01T00:00:00.000Z'");
    for (let n = 0; n < MOST_OPEN; n++) await olga.ask(share(`open-${n}`));
    await expect(olga.ask(share('one-more'))).rejects.toMatchObject({
      code: 'wrong-state',
      message: expect.stringContaining('Wait until IT has dealt with some'),
    });
    // Another word about an open one is no new request.
    for (let n = MOST_OPEN; n < MOST_ASKED; n++) await olga.ask({ ...share('open-0'), reason: `Again ${n}` });
    await expect(olga.ask({ ...share('open-0'), reason: 'Once more' })).rejects.toMatchObject({
      code: 'too-many-requests',
      message: expect.stringContaining('in an hour'),
    });
    old();
    const key = randomUUID();
    expect((await olga.ask({ ...share('open-0'), reason: 'Later' }, key)).duplicate).toBe(true);
    const kept = () => database.prepare('select key from idempotency_keys').all();
    await stage.restart();
    await until(async () => kept().length === 1);
    expect(kept()).toEqual([{ key }]);
    database.close();
  });

  it('fills no list: long texts of people nobody could read are short there', async () => {
    const [liam, ravi] = await Promise.all([stage.as('liam'), stage.as('ravi')]);
    const text = '漢'.repeat(300);
    const { request } = await liam.ask({
      intent: 'invite',
      targets: [{ email: null, accountId: null, text }] as never,
    });
    const { requests } = await ravi.fetch(routes.listRequests, { query: { limit: 1 } });
    expect(requests).toMatchObject([{ id: request.id, effect: { targets: [] } }]);
    expect(requests[0]?.targets[0]?.text).toBe(`${'漢'.repeat(40)}…`);
    expect((await detail(ravi, request.id)).request.targets[0]?.text).toBe(text);
  });
});
