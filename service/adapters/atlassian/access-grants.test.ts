import { describe, expect, it } from 'vitest';
import { accessGrants } from './access-grants.ts';
import type { OrganizationApi } from './organization-api.ts';

const finding = (...ids: string[]) =>
  accessGrants({
    search: async () => ({ data: ids.map((accountId) => ({ accountId })) }),
  } as unknown as OrganizationApi);

describe('looking an address up at Atlassian', () => {
  it('finds its account, or nobody', async () => {
    expect(await finding('a').findByEmail('a@x.example')).toEqual({ ok: true, value: 'a' });
    expect(await finding('a', 'a').findByEmail('a@x.example')).toEqual({ ok: true, value: 'a' });
    expect(await finding().findByEmail('a@x.example')).toEqual({ ok: true, value: null });
  });

  it('leaves it to a person when there are several, whichever comes first', async () => {
    for (const ids of [
      ['a', 'b'],
      ['b', 'a'],
    ])
      expect(await finding(...ids).findByEmail('a@x.example')).toMatchObject({ ok: false, refusal: 'refused' });
  });
});
