import { getResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { credentials } from '../../mocks/cloud/credentials.ts';
import { publicApiHandlers } from '../../mocks/cloud/handlers.ts';
import { organization } from '../../mocks/cloud/seed.ts';
import { openStore, type Store } from '../../mocks/cloud/store.ts';

const org = `https://api.atlassian.com/admin/v1/orgs/${organization.orgId}`;
let store: Store;
beforeEach(() => {
  store = openStore();
});

async function get(path: string, key: string = credentials.orgApiKey): Promise<Response> {
  const request = new Request(org + path, { headers: { authorization: `Bearer ${key}` } });
  const response = await getResponse(publicApiHandlers(store), request);
  if (!response) throw new Error(`nothing answers ${path}`);
  return response;
}

describe('rate limits of the Organizations API', () => {
  it('stand on every answer', async () => {
    const { headers } = await get('');
    const left = Number(headers.get('x-ratelimit-remaining'));
    expect(Number(headers.get('x-ratelimit-limit'))).toBe(left + 1);
    expect(headers.get('x-ratelimit-reset')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(Number((await get('')).headers.get('x-ratelimit-remaining'))).toBe(left - 1);
  });

  it('start anew when the fake is reset', async () => {
    for (let i = 0; i < 10; i++) await get('/events');
    expect((await get('/events')).status).toBe(429);
    store.reset();
    expect((await get('/events')).status).toBe(200);
  });

  it('do not count calls without the key', async () => {
    for (let i = 0; i < 11; i++) expect((await get('/events', 'wrong')).status).toBe(401);
    expect((await get('/events')).status).toBe(200);
  });
});
