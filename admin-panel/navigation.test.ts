import { describe, expect, it } from 'vitest';
import { RequestId } from '../core/ids.ts';
import { addressOf, type Place, queue, readPlace } from './navigation.ts';

describe('addresses', () => {
  const places: Place[] = [
    queue,
    { page: 'queue', tab: 'done', only: 'denied', trail: ['a b', 'c&d'] },
    { page: 'request', id: RequestId.parse('id/with?odd#marks%') },
    { page: 'people', q: 'o’neil & co', type: 'portal-only', trail: ['cursor'] },
    { page: 'audit', type: 'request.denied', stop: '', trail: ['12'] },
    { page: 'audit', type: null, stop: 'k7qf & 2m9d', trail: [] },
  ];
  it.each(
    places.map((place) => [addressOf(place), place] as const),
  )('%s leads back to the same place', (address, place) => {
    expect(readPlace(address)).toEqual(place);
  });

  it('starts at the open queue and shows the plain list for filters it does not know', () => {
    expect(readPlace('')).toEqual(queue);
    expect(readPlace('#/requests?tab=tomorrow')).toEqual(queue);
    expect(readPlace('#/people?type=martian')).toEqual({ page: 'people', q: '', type: null, trail: [] });
  });

  it('says when there is no such page, and survives broken escapes', () => {
    expect(readPlace('#/settings')).toEqual({ page: 'nowhere' });
    expect(readPlace('#/requests/1/2')).toEqual({ page: 'nowhere' });
    expect(readPlace('#/requests/%E0%A4%A')).toEqual({ page: 'nowhere' });
  });
});
