import { z } from 'zod';
import { AuditEvent } from '../core/audit/index.ts';
import { IdentityType } from '../core/identity/index.ts';
import { RequestId } from '../core/ids.ts';

export const QueueTab = z.enum(['open', 'granting', 'failed', 'done']);
export type QueueTab = z.infer<typeof QueueTab>;

/** Which kind of done; only with the tab `done`. */
export const DoneState = z.enum(['granted', 'denied', 'withdrawn', 'expired']);
export type DoneState = z.infer<typeof DoneState>;

const auditTypes = AuditEvent.options.map((option) => option.shape.type.value);

/** Cursors of the pages before this one, oldest first; the last one is this page's. Empty on the first page. */
export type Trail = readonly string[];

export type Place =
  | { readonly page: 'queue'; readonly tab: QueueTab; readonly only: DoneState | null; readonly trail: Trail }
  | { readonly page: 'request'; readonly id: RequestId }
  | { readonly page: 'people'; readonly q: string; readonly type: IdentityType | null; readonly trail: Trail }
  | { readonly page: 'audit'; readonly type: AuditEvent['type'] | null; readonly stop: string; readonly trail: Trail }
  | { readonly page: 'nowhere' };

export const queue: Place = { page: 'queue', tab: 'open', only: null, trail: [] };

/**
 * Reads a place out of the fragment of an address. The whole state of lists stands there, so that reload, "back", bookmarks
 * and links in a chat show the same list in every host. What it does not understand falls back to the plain list.
 */
export function readPlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?');
  const query = new URLSearchParams(search);
  const trail = query.getAll('after').filter((cursor) => cursor !== '');
  const [first = '', id, ...rest] = path.split('/').filter((part) => part !== '');
  if (rest.length > 0) return { page: 'nowhere' };
  if (id !== undefined) {
    const requestId = RequestId.safeParse(decoded(id));
    return first === 'requests' && requestId.success ? { page: 'request', id: requestId.data } : { page: 'nowhere' };
  }
  switch (first) {
    case '':
    case 'requests': {
      const tab = QueueTab.safeParse(query.get('tab')).data ?? 'open';
      return { page: 'queue', tab, only: tab === 'done' ? one(DoneState, query.get('state')) : null, trail };
    }
    case 'people':
      return { page: 'people', q: query.get('q') ?? '', type: one(IdentityType, query.get('type')), trail };
    case 'audit':
      return {
        page: 'audit',
        type: auditTypes.find((type) => type === query.get('type')) ?? null,
        stop: query.get('stop') ?? '',
        trail,
      };
    default:
      return { page: 'nowhere' };
  }
}

/** The address of a place, starting with `#`. */
export function addressOf(place: Place): string {
  const query = new URLSearchParams();
  const withQuery = (path: string, trail: Trail) => {
    for (const cursor of trail) query.append('after', cursor);
    const text = query.toString();
    return text === '' ? `#${path}` : `#${path}?${text}`;
  };
  switch (place.page) {
    case 'queue':
      if (place.tab !== 'open') query.set('tab', place.tab);
      if (place.only) query.set('state', place.only);
      return withQuery('/requests', place.trail);
    case 'request':
      return `#/requests/${encodeURIComponent(place.id)}`;
    case 'people':
      if (place.q !== '') query.set('q', place.q);
      if (place.type) query.set('type', place.type);
      return withQuery('/people', place.trail);
    case 'audit':
      if (place.type) query.set('type', place.type);
      if (place.stop !== '') query.set('stop', place.stop);
      return withQuery('/audit', place.trail);
    case 'nowhere':
      return '#/';
  }
}

const one = <T extends z.ZodType>(schema: T, text: string | null): z.output<T> | null =>
  schema.safeParse(text).data ?? null;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
