import { EventSourceParserStream } from 'eventsource-parser/stream';
import { LiveEvent } from '../../core/contract/live.ts';
import { paths } from '../../core/contract/routes/index.ts';
import type { HostFetch } from '../host/host.ts';

export interface LiveListener {
  /** The stream is open. Whatever changed before now was not told. */
  onOpen(): void;
  onEvent(event: LiveEvent): void;
  /** The stream ended; it is tried again unless the listener ends it. */
  onLost(): void;
}

/** The service sends a heartbeat every two seconds; this long without a byte means that the connection is dead. */
const SILENCE_MS = 4500;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Follows the service's server-sent events until the signal aborts. Reads them through `send` and not `EventSource`, which
 * cannot carry the session's header. Comes back after every loss, with growing pauses; stops when it is refused (4xx).
 * @param network tells `offline` and `online`, as a window does: a lost network is noticed at once, and so is its return
 */
export async function followLive(
  send: HostFetch,
  listener: LiveListener,
  signal: AbortSignal,
  network: EventTarget,
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const end = await readStream(send, listener, signal, network);
    if (signal.aborted) return;
    listener.onLost();
    if (end === 'refused') return;
    pause = end === 'had-opened' ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
    // Spread, so that a restarted service is not met by every panel at once.
    await sleep(pause * (0.75 + Math.random() / 2), signal, network);
  }
}

type End = 'had-opened' | 'never-opened' | 'refused';

async function readStream(
  send: HostFetch,
  listener: LiveListener,
  signal: AbortSignal,
  network: EventTarget,
): Promise<End> {
  const silence = new AbortController();
  network.addEventListener('offline', () => silence.abort(), { once: true, signal: silence.signal });
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const heard = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      controller.enqueue(chunk);
    },
  });
  let opened = false;
  try {
    const response = await send(paths.events, {
      headers: { accept: 'text/event-stream' },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || !response.body)
      return response.status >= 400 && response.status < 500 && response.status !== 429 ? 'refused' : 'never-opened';
    opened = true;
    listener.onOpen();
    const messages = response.body
      .pipeThrough(heard)
      .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
      .pipeThrough(new EventSourceParserStream());
    for await (const { data } of readAll(messages)) {
      const event = parse(data);
      if (event) listener.onEvent(event);
    }
  } catch (cause) {
    // A stream that breaks is the ordinary end of a stream: the network went, or the service was restarted.
    if (!(cause instanceof TypeError) && !(cause instanceof DOMException)) throw cause;
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
  return opened ? 'had-opened' : 'never-opened';
}

/** Events of a newer service that this panel does not know are passed over. */
function parse(data: string): LiveEvent | null {
  try {
    return LiveEvent.safeParse(JSON.parse(data)).data ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** Streams are not async iterable in every browser we serve. */
async function* readAll<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

const sleep = (ms: number, signal: AbortSignal, network: EventTarget): Promise<void> =>
  new Promise((resolve) => {
    const over = new AbortController();
    const wake = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake, { signal: over.signal });
    network.addEventListener('online', wake, { signal: over.signal });
  });
