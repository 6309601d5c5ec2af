import { type Place, queue } from '../navigation.ts';

/** The parts of the panel, each with the list that it opens with. */
export const sections: readonly { name: string; place: Place; pages: readonly Place['page'][] }[] = [
  { name: 'Review queue', place: queue, pages: ['queue', 'request'] },
  { name: 'People', place: { page: 'people', q: '', type: null, trail: [] }, pages: ['people'] },
  { name: 'Audit log', place: { page: 'audit', type: null, stop: '', trail: [] }, pages: ['audit'] },
];

export const sectionOf = (place: Place): string =>
  sections.find(({ pages }) => pages.includes(place.page))?.name ?? 'Gatehouse';
