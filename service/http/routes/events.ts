import type { OpenAPIHono } from '@hono/zod-openapi';
import { LiveEvent } from '../../../core/contract/live.ts';
import { staff } from '../../../core/contract/route.ts';
import { paths } from '../../../core/contract/routes/index.ts';
import { whoIs } from '../../usecases/who-is.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { guard } from '../guard.ts';

/** How often a stream says that it lives: who hears nothing knows soon that the connection is dead. Milliseconds. */
const HEARTBEAT = 2000;
/** After so many heartbeats a stream looks whether its session still lives. */
const BEATS_A_LOOK = 8;
/** After how long a client comes back when the stream breaks. Milliseconds. */
const RETRY = 2000;

/** Server-sent events for staff (WHATWG HTML, section 9.2): which thing changed, within a moment of its commit. */
export function eventRoutes(
  app: OpenAPIHono<Env>,
  { heartbeat = HEARTBEAT, ...deps }: HttpDeps & { heartbeat?: number },
): void {
  app.get(paths.events, guard(deps, staff), (c) => {
    const token = (c.req.header('authorization') ?? '').slice('Bearer '.length);
    const ended = AbortSignal.any([deps.closing, c.req.raw.signal]);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const encoder = new TextEncoder();
        const close = () => {
          clearInterval(beat);
          unsubscribe();
          ended.removeEventListener('abort', close);
          try {
            controller.close();
          } catch (error) {
            // Closed by the reader a moment earlier.
            if (!(error instanceof TypeError)) throw error;
          }
        };
        const write = (text: string) => {
          // A reader that has not taken 1,000 events is gone in all but name.
          if ((controller.desiredSize ?? 0) < -1000) close();
          else controller.enqueue(encoder.encode(text));
        };
        const unsubscribe = deps.bus.subscribe((event) => write(`data: ${JSON.stringify(LiveEvent.parse(event))}\n\n`));
        let beats = 0;
        const beat = setInterval(() => {
          write(': alive\n\n');
          beats += 1;
          if (beats % BEATS_A_LOOK !== 0) return;
          void whoIs(deps.useCases, token)
            .then((caller) => caller ?? close())
            .catch((error: unknown) => {
              deps.log.error({ err: error }, 'a stream could not check its session');
              close();
            });
        }, heartbeat);
        ended.addEventListener('abort', close, { once: true });
        write(`retry: ${RETRY}\n\n`);
        if (ended.aborted) close();
      },
    });
    return c.body(stream, 200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // Proxies that gather answers would hold events back.
      'x-accel-buffering': 'no',
    });
  });
}
