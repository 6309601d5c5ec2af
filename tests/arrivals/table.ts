import { escapes } from './escapes.ts';
import { callWays, openWays, postWays, type Sending, windowWays } from './ways.ts';

/**
 * Where a way is tried. `frame`: many at once in a frame of a page; `window`: in a window of its own, which it may leave;
 * `page`: in the page's own world, alone, because it may break the page; `elsewhere`: on a page of another site, which the
 * extension has no permission for.
 */
type Place = 'frame' | 'window' | 'page' | 'elsewhere';

/** A way to send a request: one row of what is tried. */
export interface Way {
  readonly name: string;
  /** Who must hold what only a body tells: nobody can where only the `network` is asked. */
  readonly layer: 'network' | 'guard';
  readonly place: Place;
  readonly methods: readonly ('GET' | 'POST' | 'PUT')[];
  /** What only a body tells apart arrives this way. What an address tells never may. */
  readonly open: boolean;
  /** A call that nobody holds gets through. */
  readonly reaches: boolean;
  /** An expression that sends, and nothing outside its own text is known to it. */
  readonly script: (sending: Sending) => string;
}

type Run = (sending: Sending) => unknown;

const network = (place: Place, methods: Way['methods'], runs: Readonly<Record<string, Run>>, prefix = ''): Way[] =>
  Object.entries(runs).map(([name, run]) => ({
    name: prefix + name,
    layer: 'network',
    place,
    methods,
    open: true,
    reaches: true,
    script: (sending) => `(${run.toString()})(${JSON.stringify(sending)})`,
  }));

/** What the scripts of `escapes.ts` are given: `call()`, `path`, `wait(ms)`, `send(view)`. */
const helpers = ({ address, method, marker }: Sending): string => `
  const path = ${JSON.stringify(address)};
  const call = () => [path, { method: '${method}', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(marker)} }];
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const { apply } = Reflect;
  const send = async (view) => { try { await Promise.race([apply(view.fetch, view.window ?? window, call()), wait(500)]); } catch {} };`;

/** Every way that is tried, whoever must hold it. */
export const ways: readonly Way[] = [
  ...network('frame', ['POST', 'PUT'], callWays),
  ...network('frame', ['POST'], postWays),
  ...network('frame', ['GET'], openWays),
  ...network('window', ['GET'], windowWays),
  ...network(
    'elsewhere',
    ['POST'],
    {
      'fetch without leave': callWays.fetch,
      sendBeacon: postWays.sendBeacon,
      'form into an iframe': postWays['form into an iframe'],
    },
    'another site: ',
  ),
  ...escapes.map(
    ({ class: kind, name, script, open, reaches }): Way => ({
      name: `${kind}: ${name}`,
      layer: 'guard',
      place: 'page',
      methods: ['POST'],
      open,
      reaches,
      script: (sending) => `(async () => {${helpers(sending)} try { ${script} } catch {} })()`,
    }),
  ),
];
