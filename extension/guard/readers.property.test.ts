import '../../tests/tools/page-interfaces.ts';
import { describe, expect, it } from 'vitest';
import { calls, decidedByBody } from '../../tests/arrivals/intents.ts';
import { spellingsOf } from '../../tests/arrivals/spellings.ts';
import { endpointAt } from '../sites/endpoints.ts';
import { aimOf } from './address.ts';

/** The fake reads each of these spellings as the plain address: so must the guard, which asks, and the tables, which judge. */
describe.each([...calls, ...decidedByBody].map((request) => [request.url, request] as const))('%s', (url, request) => {
  const plain = endpointAt(request.method, new URL(url))?.name;

  it('is asked about and recognised in every spelling that leads there', () => {
    expect(plain).toBeDefined();
    const missed = spellingsOf(url, 300, 1).filter(({ address }) => {
      const place = aimOf(request.method, address, () => url).place;
      return place === null || endpointAt(request.method, new URL(place.url))?.name !== plain;
    });
    expect(missed).toEqual([]);
  });
});
