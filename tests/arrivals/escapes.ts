/**
 * Ways around the guard, by class: each is what a page may do to get at functions of the browser that nobody guards, or to turn the
 * guard's own against it. Every one is a function body that gets `send(view)`, which makes the call with `view`'s own `fetch`, and
 * `wait(ms)`; it runs in the page's world.
 */
export interface Escape {
  readonly name: string;
  readonly class: string;
  readonly script: string;
  /** Calls that only their body tells apart, which arrive this way; address-decided calls never do, thanks to the network rules. */
  readonly open: boolean;
  /** A call that nobody holds gets through; false where the way breaks the page or the call itself. */
  readonly reaches: boolean;
}

const way = (kind: string, name: string, script: string, open = false, reaches = true): Escape => ({
  class: kind,
  name,
  script,
  open,
  reaches,
});

/** What a fresh frame is once the page can see it. */
const frame = (make: string): string => `${make}; const frame = document.querySelector('iframe#e'); `;
const atOnce = 'await send(frame.contentWindow);';
const loaded = 'await wait(600); await send(document.querySelector("iframe#e").contentWindow);';
const plain = `const e = document.createElement('iframe'); e.id = 'e'; document.body.append(e)`;
const html = `'<iframe id="e"></iframe>'`;

export const escapes: readonly Escape[] = [
  way(
    'restored natives',
    'Reflect.apply replaced',
    `let got; const real = Reflect.apply; Reflect.apply = (f, t, a) => { if (String(f).includes('fetch')) got = f; return real(f, t, a); }; await fetch('/plain'); Reflect.apply = real; await send({ fetch: got ?? fetch });`,
  ),
  way(
    'restored natives',
    'Function.prototype.call and apply replaced',
    `let got; for (const name of ['call', 'apply', 'bind']) { const real = Function.prototype[name]; Function.prototype[name] = function (...a) { if (this.name === 'fetch') got = this; return Reflect.apply(real, this, a); }; } await fetch('/plain'); await send({ fetch: got ?? fetch });`,
  ),
  way(
    'restored natives',
    'deleted from the window',
    `delete window.fetch; await send({ fetch: window.fetch ?? Window.prototype.fetch ?? (() => {}) });`,
    false,
    false,
  ),
  way(
    'prototype pollution',
    'traps on Object.prototype',
    `let got; for (const trap of ['getOwnPropertyDescriptor', 'has', 'ownKeys', 'get', 'apply']) Object.prototype[trap] = function (t) { if (typeof t === 'function') got = t; return undefined; }; try { Object.getOwnPropertyDescriptor(fetch, 'name'); 'x' in fetch; } catch {} for (const trap of ['getOwnPropertyDescriptor', 'has', 'ownKeys', 'get', 'apply']) delete Object.prototype[trap]; await send({ fetch: got ?? fetch });`,
  ),
  way(
    'prototype pollution',
    'iterators replaced',
    `const [path, init] = call(); const real = Object.getPrototypeOf([][Symbol.iterator]()); const next = real.next; real.next = function () { return { done: true, value: undefined }; }; const sent = fetch(path, init).catch(() => {}); real.next = next; await sent; await wait(300);`,
  ),
  way(
    'prototype pollution',
    'expressions and texts replaced',
    `RegExp.prototype.exec = () => null; RegExp.prototype.test = () => false; String.prototype.includes = () => false; String.prototype.indexOf = () => -1; String.prototype.toUpperCase = () => 'GET'; await send(window);`,
  ),
  way(
    'prototype pollution',
    'URL and JSON replaced',
    `window.URL = class { hostname = 'x'; pathname = '/' }; JSON.parse = () => ({ query: 'x' }); await send(window);`,
  ),
  way(
    'prototype pollution',
    'Promise replaced',
    `Promise.prototype.then = function (f) { f?.({ allow: true }); return this; }; Object.defineProperty(Promise.prototype, 'constructor', { get() { return { [Symbol.species]: class { constructor(run) { run(() => {}, () => {}); } } }; } }); void send(window); await new Promise((r) => setTimeout(r, 500)).constructor;`,
  ),
  way(
    'prototype pollution',
    'WeakMap and Map replaced',
    `WeakMap.prototype.get = () => undefined; Map.prototype.get = () => undefined; await send(window); `,
  ),
  way(
    'answers twice',
    'a method that changes',
    `let asked = 0; const [path, init] = call(); await fetch(path, { ...init, get method() { asked += 1; return asked === 1 ? 'GET' : 'POST'; } });`,
    false,
    false,
  ),
  way(
    'answers twice',
    'a proxy for options',
    `let asked = 0; const [path, init] = call(); await fetch(path, new Proxy(init, { get: (t, k) => k === 'method' && asked++ === 0 ? 'GET' : t[k] }));`,
    false,
    false,
  ),
  way(
    'answers twice',
    'an address that changes',
    `let asked = 0; const [path, init] = call(); await fetch({ toString: () => (asked++ === 0 ? '/plain' : path) }, init);`,
    false,
    false,
  ),
  way(
    'answers twice',
    'a body that changes',
    `let asked = 0; const [path, init] = call(); await fetch(path, { ...init, body: { toString: () => (asked++ === 0 ? '{"recipients":[]}' : init.body) } });`,
    false,
    false,
  ),
  way(
    'answers twice',
    'bytes that change while they wait',
    `const [path, init] = call(); const good = new TextEncoder().encode(init.body); const sent = fetch(path, { ...init, body: good }); good.fill(32); await sent;`,
  ),
  way(
    'answers twice',
    'XMLHttpRequest opened anew inside open',
    `const [path, init] = call(); const x = new XMLHttpRequest(); let inner = 0; x.open('POST', path, true, { toString() { if (!inner++) x.open('GET', '/plain'); return 'u'; } }); x.send(init.body); await wait(300);`,
  ),
  way(
    'answers twice',
    'no async argument',
    `const [path, init] = call(); const x = new XMLHttpRequest(); x.open('POST', path, undefined); try { x.send(init.body); } catch {}`,
  ),
  way(
    'polluted arguments',
    'an item on Array.prototype',
    `const [path, init] = call(); Array.prototype[1] = { method: 'GET' }; try { await fetch(new Request(path, init)); } finally { delete Array.prototype[1]; }`,
  ),
  way(
    'bodies',
    'a stream',
    `const [path, init] = call(); await fetch(path, { ...init, duplex: 'half', body: new Blob([init.body]).stream() });`,
  ),
  way(
    'bodies',
    'longer than anybody reads',
    `const [path, init] = call(); await fetch(path, { ...init, body: init.body + ' '.repeat(1 << 20) });`,
  ),
  way('bodies', 'a request made before', `const [path, init] = call(); await fetch(new Request(path, init));`),
  way('bodies', 'a beacon', `const [path, init] = call(); navigator.sendBeacon(path, init.body); await wait(300);`),
  way(
    'forged ports',
    'a port of the page',
    `const c = new MessageChannel(); document.dispatchEvent(new MessageEvent('gatehouse-port', { ports: [c.port2] })); c.port1.onmessage = ({ data }) => c.port1.postMessage({ id: data.id, outcome: 'allow' }); await send(window);`,
  ),
  way(
    'forged ports',
    'window.event while an answer arrives',
    `let port; const look = () => { const t = window.event?.currentTarget ?? window.event?.target; if (t instanceof MessagePort) port = t; }; await send(window).then(look, look); await Promise.resolve().then(look); if (port) { const answer = (id) => port.dispatchEvent(new MessageEvent('message', { data: { id, outcome: 'allow' } })); const sent = send(window); for (let id = 0; id < 50; id += 1) answer(id); await sent; }`,
  ),
  way(
    'forged ports',
    'MessageEvent.prototype.data replaced',
    `Object.defineProperty(MessageEvent.prototype, 'data', { get() { return { id: 1, outcome: 'allow' }; } }); await send(window);`,
  ),
  way(
    'synthetic events',
    'a submit event that is stopped',
    `const [path, init] = call(); const f = document.createElement('form'); f.method = 'post'; f.action = path; f.enctype = 'text/plain'; const i = document.createElement('input'); const [a, b] = [init.body.slice(0, 3), init.body.slice(3)]; i.name = init.body; f.append(i); document.body.append(f); f.addEventListener('submit', (e) => e.stopImmediatePropagation()); window.addEventListener('submit', (e) => e.stopImmediatePropagation(), true); f.requestSubmit(); await wait(400);`,
  ),
  way(
    'synthetic events',
    'a form whose fields are called like methods',
    `const [path, init] = call(); const f = document.createElement('form'); f.method = 'post'; f.action = path; f.enctype = 'text/plain'; for (const name of ['getAttribute', 'method', 'action', init.body]) { const i = document.createElement('input'); i.name = name; f.append(i); } document.body.append(f); HTMLFormElement.prototype.submit.call(f); await wait(400);`,
  ),
  way(
    'synthetic events',
    'a form in a shadow tree',
    `const [path, init] = call(); const host = document.createElement('div'); document.body.append(host); const f = document.createElement('form'); f.method = 'post'; f.action = path; f.enctype = 'text/plain'; const i = document.createElement('input'); i.name = init.body; f.append(i); host.attachShadow({ mode: 'open' }).append(f); f.requestSubmit(); await wait(400);`,
    true,
  ),
  way('inserters', 'append', frame(plain) + atOnce),
  way('inserters', 'append, later', frame(plain) + loaded),
  way('html', 'innerHTML', frame(`document.body.innerHTML += ${html}`) + atOnce),
  way('html', 'insertAdjacentHTML', frame(`document.body.insertAdjacentHTML('beforeend', ${html})`) + atOnce),
  way(
    'html',
    'a fragment of a range',
    frame(`document.body.append(document.createRange().createContextualFragment(${html}))`) + atOnce,
  ),
  way(
    'html',
    'adopted from a parser',
    frame(
      `document.body.append(document.adoptNode(new DOMParser().parseFromString(${html}, 'text/html').body.firstChild))`,
    ) + atOnce,
  ),
  way(
    'html',
    'document.write',
    `document.open(); document.write('<body>' + ${html} + '<form id="f"></form>'); document.close(); await send(document.querySelector('iframe#e').contentWindow);`,
  ),
  way('views', 'window.frames', `${plain}; await send(window[window.length - 1]);`),
  way('views', 'contentDocument.defaultView', `${frame(plain)}await send(frame.contentDocument.defaultView);`),
  way(
    'views',
    'a frame in a frame',
    frame(plain) +
      `const inner = frame.contentDocument.createElement('iframe'); frame.contentDocument.body.append(inner); await send(inner.contentWindow);`,
  ),
  way(
    'shadow',
    'a frame in a closed shadow tree',
    `const host = document.createElement('div'); document.body.append(host); const e = document.createElement('iframe'); host.attachShadow({ mode: 'closed' }).append(e); await send(e.contentWindow);`,
  ),
  way(
    'attributes',
    'srcdoc, loaded',
    frame(`const e = document.createElement('iframe'); e.id = 'e'; e.srcdoc = '<p>x'; document.body.append(e)`) +
      loaded,
  ),
  way(
    'srcs',
    'an address of the site, loaded',
    frame(`const e = document.createElement('iframe'); e.id = 'e'; e.src = '/plain'; document.body.append(e)`) + loaded,
  ),
  way(
    'srcs',
    'a blob, loaded',
    frame(
      `const e = document.createElement('iframe'); e.id = 'e'; e.src = URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' })); document.body.append(e)`,
    ) + loaded,
  ),
  way(
    'srcs',
    'javascript:',
    frame(`const e = document.createElement('iframe'); e.id = 'e'; e.src = 'javascript:1'; document.body.append(e)`) +
      atOnce,
    true,
  ),
  way(
    'attributes',
    'srcdoc, at once',
    frame(`const e = document.createElement('iframe'); e.id = 'e'; e.srcdoc = '<p>x'; document.body.append(e)`) +
      atOnce,
    true,
  ),
  way(
    'srcs',
    'an address of the site, at once',
    frame(`const e = document.createElement('iframe'); e.id = 'e'; e.src = '/plain'; document.body.append(e)`) + atOnce,
    true,
  ),
  way(
    'srcs',
    'an object',
    `const e = document.createElement('object'); e.data = 'about:blank'; document.body.append(e); await wait(300); await send(e.contentWindow ?? window);`,
  ),
  way(
    'request',
    'a dedicated worker',
    `const [path, init] = call(); const w = new Worker(URL.createObjectURL(new Blob(['onmessage = ({ data: [u, i] }) => fetch(u, i)']))); w.postMessage([path, init]); await wait(600); w.terminate();`,
    true,
  ),
];
