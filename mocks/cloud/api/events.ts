import { HttpResponse, http, type RequestHandler } from 'msw';
import type { FakeEvent } from '../state.ts';
import { byId, type Store } from '../store.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { badCursor, noEvent, orgError } from './errors.ts';
import { type RateLimit, v1, withKey } from './organization-key.ts';

/** The published limits: 10 a minute for each path of the log, 50 for the stream. */
const limit = (kind: string, perMinute = 10): RateLimit => ({ kind, perMinute });

/** The organization's audit log: `events` newest first, `events-stream` oldest first with a cursor that can be asked again. */
export const eventHandlers = (store: Store): RequestHandler[] => {
  const answer = (request: Request, fallback: number, stream: boolean) => {
    const query = new URL(request.url).searchParams;
    const size = Number(query.get('limit') ?? fallback);
    if (!Number.isInteger(size) || size < 1 || size > 500)
      return orgError(400, 'ADMIN-400-4', 'limit must be from 1 to 500');
    const scope = stream ? 'stream' : 'events';
    const offset = decodeCursor(scope, query.get('cursor'));
    if (offset === null) return badCursor();
    const from = Number(query.get('from') ?? 0);
    const to = Number(query.get('to') ?? Number.MAX_SAFE_INTEGER);
    if (Number.isNaN(from) || Number.isNaN(to))
      return orgError(400, 'ADMIN-400-4', 'from and to are milliseconds since 1970');
    const action = stream ? null : query.get('action');
    const within = store.state.events.filter(
      (event) =>
        Date.parse(event.time) >= from && Date.parse(event.time) <= to && (action === null || event.action === action),
    );
    const ordered = stream ? within : within.toReversed();
    const page = ordered.slice(offset, offset + size);
    const more = offset + size < ordered.length;
    // A stream's cursor stays good at the end: asked later it gives what has come since.
    const next = more || stream ? { next: encodeCursor(scope, offset + page.length) } : {};
    return HttpResponse.json({
      data: page.map((event) => toEvent(store, event, stream)),
      meta: { next: more ? encodeCursor(scope, offset + page.length) : null, page_size: page.length },
      links: { self: encodeCursor(scope, offset), ...next },
    });
  };
  return [
    http.get(`${v1}/:orgId/events`, (call) =>
      withKey(store, call, () => answer(call.request, 30, false), limit('events')),
    ),
    http.get(`${v1}/:orgId/events-stream`, (call) =>
      withKey(store, call, () => answer(call.request, 200, true), limit('events-stream', 50)),
    ),
    http.get(`${v1}/:orgId/events/:eventId`, (call) => {
      const describe = () => {
        const event = store.state.events.find(({ id }) => id === call.params.eventId);
        return event ? HttpResponse.json({ data: toEvent(store, event, false) }) : noEvent();
      };
      return withKey(store, call, describe, limit('event'));
    }),
  ];
};

function toEvent(store: Store, event: FakeEvent, stream: boolean) {
  const actor = event.actorId === null ? null : byId(store.state, event.actorId);
  return {
    id: event.id,
    type: 'events',
    attributes: {
      time: event.time,
      ...(stream && { processedAt: event.time }),
      action: event.action,
      actor: actor ? { id: actor.accountId, name: actor.name, email: actor.email, links: {} } : null,
      context: event.context,
      container: event.container,
      location: { ip: '203.0.113.7', countryName: 'Unknown', regionName: 'Unknown', city: 'Unknown' },
    },
    message: { content: event.action, format: 'simple' },
    links: {},
  };
}
