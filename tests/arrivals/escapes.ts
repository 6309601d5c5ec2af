import { HAND_OVER } from '../../extension/guard/channel.ts';

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
/** Until then anybody may send from it; an empty frame has loaded already. */
const whenLoaded = `await Promise.race([new Promise((done) => document.querySelector('iframe#e').addEventListener('load', done)), wait(1500)]); `;
const loaded = `${whenLoaded}await send(document.querySelector("iframe#e").contentWindow);`;
const plain = `const e = document.createElement('iframe'); e.id = 'e'; document.body.append(e)`;
const html = `'<iframe id="e"></iframe>'`;

/** A relative address leads wherever the base of its document says. */
const bases = `const rel = new URL(path).pathname; const init = call()[1]; const base = (href, of = document) => { const b = of.querySelector('base') ?? of.head.appendChild(of.createElement('base')); b.href = href; }; `;
/** A form that goes nowhere by itself. */
const forms = `${bases}const formOf = (of = document) => { const f = of.createElement('form'); f.method = 'post'; f.action = '/arrivals/frame'; f.enctype = 'text/plain'; const i = of.createElement('input'); i.name = init.body; f.append(i); of.body.append(f); return f; }; `;
/** One whose address carries the mark, so that it counts when it arrives with nothing in it. */
const marked = `${forms}const f = formOf(); f.action = path + '?m=' + encodeURIComponent(init.body); const sent = async () => { f.requestSubmit(f.querySelector('button')); await wait(600); }; `;
const heardByNobody = `f.addEventListener('submit', (event) => event.stopPropagation()); `;
const putBack = `customElements.define('x-back', class extends HTMLElement { disconnectedCallback() { document.body.append(f); } }); f.append(document.createElement('x-back')); `;
const frameInside = `const e = document.createElement('iframe'); document.body.append(e); const w = e.contentWindow; `;
/** As `send`, for a frame that is there. */
const from = (view: string): string =>
  `try { await Promise.race([${view}.fetch(...call()), wait(500)]); } catch {} await wait(200);`;
/** Takes the guard's port out of the event that brings it, and hands over one that everything is allowed by. */
const thief = `const steal = (target, view) => target.addEventListener('${HAND_OVER}', function taken(event) { if (!event.ports?.length) return; event.stopImmediatePropagation(); target.removeEventListener('${HAND_OVER}', taken, true); const c = new MessageChannel(); c.port1.onmessage = ({ data }) => { if (data.id) c.port1.postMessage({ id: data.id, outcome: 'allow' }); }; view.document.dispatchEvent(new MessageEvent('${HAND_OVER}', { ports: [c.port2] })); }, true); `;
/** A frame about to load an address of the site: its window is there already, and stays. */
const toCome = `const e = document.createElement('iframe'); e.id = 'e'; e.src = '/arrivals/frame'; document.body.append(e); const w = e.contentWindow; `;
/** A page that keeps looking has a frame's new document before anything else runs in it. */
const seenFirst = (first: string): string =>
  `const e = document.createElement('iframe'); document.body.append(e); const before = e.contentDocument; const c = new MessageChannel(); c.port1.onmessage = () => { const d = e.contentDocument; if (d === before) return c.port2.postMessage(0); const w = e.contentWindow; ${first} }; c.port2.postMessage(0); e.contentWindow.location.replace('/arrivals/frame'); await wait(1200); `;

export const escapes: readonly Escape[] = [
  way(
    'restored natives',
    'Reflect.apply replaced',
    `let got; const real = Reflect.apply; Reflect.apply = (f, t, a) => { if (String(f).includes('fetch')) got = f; return real(f, t, a); }; await fetch('/arrivals/frame'); Reflect.apply = real; await send({ fetch: got ?? fetch });`,
  ),
  way(
    'restored natives',
    'Function.prototype.call and apply replaced',
    `let got; for (const name of ['call', 'apply', 'bind']) { const real = Function.prototype[name]; Function.prototype[name] = function (...a) { if (this.name === 'fetch') got = this; return Reflect.apply(real, this, a); }; } await fetch('/arrivals/frame'); await send({ fetch: got ?? fetch });`,
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
    `let asked = 0; const [path, init] = call(); await fetch({ toString: () => (asked++ === 0 ? '/arrivals/frame' : path) }, init);`,
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
    `const [path, init] = call(); const x = new XMLHttpRequest(); let inner = 0; x.open('POST', path, true, { toString() { if (!inner++) x.open('GET', '/arrivals/frame'); return 'u'; } }); x.send(init.body); await wait(300);`,
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
    false,
    // Browsers stream by HTTP/2 only, which the fake cloud does not speak; `guard/body.test.ts` holds that a stream is asked about.
    false,
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
    `const c = new MessageChannel(); document.dispatchEvent(new MessageEvent('${HAND_OVER}', { ports: [c.port2] })); c.port1.onmessage = ({ data }) => c.port1.postMessage({ id: data.id, outcome: 'allow' }); await send(window);`,
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
    frame(
      `const e = document.createElement('iframe'); e.id = 'e'; e.src = '/arrivals/frame'; document.body.append(e)`,
    ) + loaded,
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
    frame(
      `const e = document.createElement('iframe'); e.id = 'e'; e.src = '/arrivals/frame'; document.body.append(e)`,
    ) + atOnce,
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
  way(
    'request',
    'a subclass of Request',
    `const [path, init] = call(); await fetch(new (class extends Request {})(path, init));`,
  ),
  way(
    'request',
    'a subclass of XMLHttpRequest',
    `const [path, init] = call(); const x = new (class extends XMLHttpRequest {})(); x.open('POST', path); x.send(init.body); await wait(300);`,
  ),
  way(
    'request',
    'code that is imported',
    `const [path, init] = call(); window.sent = [path, init]; await import(URL.createObjectURL(new Blob(['export default fetch(...sent)'], { type: 'text/javascript' }))); await wait(300);`,
  ),
  way(
    'request',
    'a worker in a worker',
    `const inner = 'onmessage = ({ data: [u, i] }) => fetch(u, i)'; const outer = 'const w = new Worker(URL.createObjectURL(new Blob([' + JSON.stringify(inner) + ']))); onmessage = ({ data }) => w.postMessage(data)'; const w = new Worker(URL.createObjectURL(new Blob([outer]))); w.postMessage(call()); await wait(800); w.terminate();`,
    true,
  ),
  way(
    'request',
    'a shared worker',
    `const text = 'onconnect = ({ ports: [p] }) => { p.onmessage = ({ data: [u, i] }) => fetch(u, i); }'; const { port } = new SharedWorker(URL.createObjectURL(new Blob([text]))); port.postMessage(call()); await wait(800);`,
    true,
  ),
  way(
    'request',
    'a service worker',
    `await navigator.serviceWorker.register('/arrivals/service.js', { scope: '/arrivals/' }); const { active } = await navigator.serviceWorker.ready; const { port2 } = new MessageChannel(); const [url, { method, body }] = call(); active.postMessage({ url, method, body }, [port2]); await wait(800);`,
    true,
  ),
  way(
    'forms',
    'a button that names the address',
    `const [path, init] = call(); const f = document.createElement('form'); const i = document.createElement('input'); i.name = init.body; const b = document.createElement('button'); b.formAction = path; b.formMethod = 'post'; b.formEnctype = 'text/plain'; f.append(i, b); document.body.append(f); b.click(); await wait(400);`,
  ),
  way(
    'forms',
    'a button outside its form',
    `const [path, init] = call(); const f = document.createElement('form'); f.id = 'f'; const i = document.createElement('input'); i.name = init.body; f.append(i); const b = document.createElement('button'); b.setAttribute('form', 'f'); b.formAction = path; b.formMethod = 'post'; b.formEnctype = 'text/plain'; document.body.append(f, b); b.click(); await wait(400);`,
  ),
  way(
    'html',
    'a frame in foreign content of a picture',
    frame(
      `document.body.insertAdjacentHTML('beforeend', '<svg><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" id="e"></iframe></foreignObject></svg>')`,
    ) + atOnce,
  ),
  way(
    'html',
    'a frame that is written into',
    `${frame(plain)}frame.contentDocument.open(); frame.contentDocument.write('<p>x'); frame.contentDocument.close(); ${atOnce}`,
  ),
  way(
    'html',
    'a script written into a frame',
    `${frame(plain)}window.sent = call(); frame.contentDocument.write('<script>fetch(...parent.sent)<' + '/script>'); frame.contentDocument.close(); await wait(400);`,
  ),
  way(
    'html',
    'a document made by a style sheet',
    frame(
      `const xsl = '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><body><iframe id="e"/></body></xsl:template></xsl:stylesheet>'; const parse = (t) => new DOMParser().parseFromString(t, 'text/xml'); const p = new XSLTProcessor(); p.importStylesheet(parse(xsl)); document.body.append(p.transformToFragment(parse('<a/>'), document))`,
    ) + atOnce,
  ),
  way('open', 'a window about to load', `const w = window.open('/arrivals/frame'); await send(w); w.close();`, true),
  way('open', 'a blank window', `const w = window.open('about:blank'); await send(w); w.close();`),
  way(
    'open',
    'a blank window, later',
    `const w = window.open('about:blank'); await wait(500); await send(w); w.close();`,
  ),
  way(
    'views',
    'a beacon of a frame',
    `${frame(plain)}const [path, init] = call(); frame.contentWindow.navigator.sendBeacon(path, init.body); await wait(300);`,
  ),
  way(
    'realms mixed',
    'XMLHttpRequest opened here, sent by a frame',
    `${bases}${frameInside}const x = new w.XMLHttpRequest(); XMLHttpRequest.prototype.open.call(x, 'POST', path); x.send(init.body); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'XMLHttpRequest opened by a frame, sent here',
    `${bases}${frameInside}const x = new XMLHttpRequest(); w.XMLHttpRequest.prototype.open.call(x, 'POST', path); x.send(init.body); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'XMLHttpRequest opened harmlessly here, then by a frame',
    `${bases}${frameInside}const x = new XMLHttpRequest(); x.open('POST', '/arrivals/frame'); w.XMLHttpRequest.prototype.open.call(x, 'POST', path); x.send(init.body); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'XMLHttpRequest sent, then opened by a frame and sent again',
    `${bases}${frameInside}const x = new XMLHttpRequest(); x.open('GET', '/arrivals/frame'); x.send(); await wait(300); w.XMLHttpRequest.prototype.open.call(x, 'POST', path); try { x.send(init.body); } catch {} await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'XMLHttpRequest of a frame with its own base',
    `${bases}${frameInside}base(rel, w.document); const x = new w.XMLHttpRequest(); XMLHttpRequest.prototype.open.call(x, 'POST', '?x'); XMLHttpRequest.prototype.send.call(x, init.body); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'fetch on a frame with its own base',
    `${bases}${frameInside}base(rel, w.document); fetch.call(w, '?x', init); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'fetch of a frame, here',
    `${bases}${frameInside}base(rel); w.fetch.call(window, '?x', init); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'fetch of a frame that nothing counts from, here',
    `${bases}const e = document.createElement('iframe'); e.id = 'e'; e.src = URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' })); document.body.append(e); ${whenLoaded}e.contentWindow.fetch.call(window, rel, init).catch(() => {}); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'a beacon on a frame with its own base',
    `${bases}${frameInside}base(rel, w.document); navigator.sendBeacon.call(w.navigator, '?x', init.body); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'a beacon of a frame, here',
    `${bases}${frameInside}base(rel); w.navigator.sendBeacon.call(navigator, '?x', init.body); await wait(500);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'a form of a frame with its own base',
    `${forms}${frameInside}base(rel, w.document); const f = formOf(w.document); f.setAttribute('action', '?x'); HTMLFormElement.prototype.submit.call(f); await wait(600);`,
    false,
    false,
  ),
  way(
    'realms mixed',
    'a form that a frame made, here',
    `${forms}${frameInside}const f = formOf(w.document); f.setAttribute('action', '?x'); document.body.append(f); base(rel); w.HTMLFormElement.prototype.submit.call(f); await wait(600);`,
    false,
    false,
  ),
  way(
    'answers twice',
    'XMLHttpRequest opened anew while its body becomes a text',
    `${bases}const x = new XMLHttpRequest(); x.open('POST', '/arrivals/frame'); let n = 0; x.send({ toString() { if (n++ === 0) x.open('POST', path); return init.body; } }); await wait(400);`,
  ),
  way(
    'answers twice',
    'a base that changes while options are read',
    `${bases}fetch('?x', { ...init, get headers() { base(rel); return { 'content-type': 'application/json' }; } }); await wait(500);`,
    false,
    false,
  ),
  way(
    'answers twice',
    'a base that changes while a signal is read',
    `${bases}fetch('?x', { ...init, get signal() { base(rel); return undefined; } }); await wait(500);`,
    false,
    false,
  ),
  way(
    'answers twice',
    'a base that changes while a beacon becomes a text',
    `${bases}navigator.sendBeacon('?x', { toString() { base(rel); return init.body; } }); await wait(500);`,
    false,
    false,
  ),
  way(
    'answers twice',
    'a base that changes between open and send',
    `${bases}const x = new XMLHttpRequest(); x.open('POST', '?x'); base(rel); x.send(init.body); await wait(500);`,
    false,
    false,
  ),
  way(
    'forms',
    'an address that its own handler sets',
    `${forms}const f = formOf(); f.addEventListener('submit', () => { f.action = path; }); f.requestSubmit(); await wait(600);`,
  ),
  way(
    'forms',
    'a method that its own handler sets',
    `${forms}const f = formOf(); f.action = path; f.method = 'get'; f.addEventListener('submit', () => { f.method = 'post'; }); f.requestSubmit(); await wait(600);`,
  ),
  way(
    'forms',
    'a button whose address a handler sets',
    `${forms}const f = formOf(); const b = document.createElement('button'); b.formAction = '/arrivals/frame'; f.append(b); f.addEventListener('submit', () => { b.formAction = path; }); b.click(); await wait(600);`,
  ),
  way(
    'forms',
    'a base that its own handler sets',
    `${forms}const f = formOf(); f.setAttribute('action', '?x'); f.addEventListener('submit', () => base(rel)); f.requestSubmit(); await wait(600);`,
    false,
    false,
  ),
  way(
    'forms',
    'an address that a handler sets which lets nobody hear of it',
    `${forms}const f = formOf(); window.addEventListener('submit', (event) => { event.stopImmediatePropagation(); f.action = path; }, true); f.requestSubmit(); await wait(600);`,
  ),
  way(
    'forms',
    'a form that comes back when it is taken away',
    `${forms}const f = formOf(); f.action = path; customElements.define('x-back', class extends HTMLElement { disconnectedCallback() { document.body.append(f); } }); f.append(document.createElement('x-back')); f.requestSubmit(); await wait(600);`,
    false,
    false,
  ),
  ...Object.entries({
    'a form to a new tab': `f.target = '_blank'; `,
    'a form to a new tab, says its button': `const b = document.createElement('button'); b.formTarget = '_blank'; f.append(b); `,
    'a form to a new tab, says the base': `document.head.append(Object.assign(document.createElement('base'), { target: '_blank' })); `,
    'a form to a tab of another group': `f.target = 'other'; f.rel = 'noopener'; `,
    'a form to a tab that is told nothing': `f.target = 'other'; f.rel = 'noreferrer'; `,
  }).flatMap(([name, code]) => [
    way('forms', name, `${marked}${code}await sent();`),
    way('forms', `${name}, heard of by nobody else`, `${marked}${code}${heardByNobody}await sent();`),
  ]),
  way('forms', 'a form that its page puts back', `${marked}${putBack}await sent();`),
  way(
    'forms',
    'a form that its page puts back, heard of by nobody else',
    `${marked}${heardByNobody}${putBack}await sent();`,
    true,
  ),
  way(
    'listeners taken away',
    'a document opened anew',
    `${forms}document.open(); document.write('<body></body>'); document.close(); const f = formOf(); f.action = path; f.requestSubmit(); await wait(600);`,
  ),
  way(
    'listeners taken away',
    'a document that is written when it was done',
    `${forms}document.writeln('<body></body>'); document.close(); const f = formOf(); f.action = path; f.requestSubmit(); await wait(600);`,
  ),
  way(
    'listeners taken away',
    'a document of a frame opened anew',
    `${forms}${frameInside}w.document.open(); w.document.write('<body></body>'); w.document.close(); const f = formOf(w.document); f.action = path; f.requestSubmit(); await wait(600);`,
  ),
  way(
    'listeners taken away',
    'a document opened by a function of a frame',
    `${forms}${frameInside}const { open, write } = w.Document.prototype; open.call(document); write.call(document, '<body></body>'); document.close(); const f = formOf(); f.action = path; f.requestSubmit(); await wait(600);`,
  ),
  way(
    'frames without scripts',
    'an empty one of the site',
    `const e = document.createElement('iframe'); e.sandbox = 'allow-same-origin'; document.body.append(e); ${from('e.contentWindow')}`,
    true,
  ),
  way(
    'frames without scripts',
    'a page of the site',
    `const e = document.createElement('iframe'); e.sandbox = 'allow-same-origin'; e.src = '/arrivals/frame'; document.body.append(e); await wait(600); ${from('e.contentWindow')}`,
    true,
  ),
  way(
    'frames about to load for as long as the page likes',
    'one that is out of sight',
    `const e = document.createElement('iframe'); e.loading = 'lazy'; e.src = '/arrivals/frame'; e.style.marginTop = '99999px'; document.body.append(e); await wait(1200); ${from('e.contentWindow')}`,
    true,
  ),
  way(
    'frames about to load for as long as the page likes',
    'one that waits for its style sheet',
    `const e = document.createElement('iframe'); e.src = URL.createObjectURL(new Blob(['<?xml-stylesheet type="text/xsl" href="#s"?><a/>'], { type: 'application/xml' })); document.body.append(e); await wait(800); ${from('e.contentWindow')}`,
    true,
  ),
  ...Object.entries({
    'a fragment of nothing': `e.src = 'about:blank#x'; document.body.append(e);`,
    'an address without an answer': `e.src = '/arrivals/nothing'; document.body.append(e);`,
    'a file to keep': `e.src = '/arrivals/file'; document.body.append(e);`,
    'one that the page stops': `e.src = '/arrivals/frame'; document.body.append(e); e.contentWindow.stop();`,
  }).map(([name, code]) =>
    way(
      'frames that never load',
      name,
      `const e = document.createElement('iframe'); ${code} await wait(1200); ${from('e.contentWindow')}`,
      true,
    ),
  ),
  ...Object.entries({
    'an address of the site': toCome,
    'an address that comes later': `const e = document.createElement('iframe'); e.id = 'e'; e.src = 'javascript:void 0'; document.body.append(e); const w = e.contentWindow; e.src = '/arrivals/frame'; `,
    srcdoc: `const e = document.createElement('iframe'); e.id = 'e'; e.srcdoc = '<p>x'; document.body.append(e); const w = e.contentWindow; `,
    'a blob': `const e = document.createElement('iframe'); e.id = 'e'; e.src = URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' })); document.body.append(e); const w = e.contentWindow; `,
    html: `document.body.insertAdjacentHTML('beforeend', '<iframe id="e" src="/arrivals/frame"></iframe>'); const e = document.querySelector('#e'); const w = e.contentWindow; `,
    'an object': `const e = document.createElement('object'); e.type = 'text/html'; e.data = '/arrivals/frame'; document.body.append(e); const w = e.contentWindow; `,
    'a window': `const w = window.open('/arrivals/frame'); const e = { get contentWindow() { return w; } }; `,
  }).map(([name, make]) =>
    way(
      'a listener left on a window about to load',
      name,
      `${thief}${make}steal(w, w); await wait(1200); await send(e.contentWindow);`,
    ),
  ),
  ...Object.entries({
    fetch: ['const kept = w.fetch;', 'await send({ fetch: kept });'],
    'fetch, of a frame that is gone': ['const kept = w.fetch;', 'e.remove(); await send({ fetch: kept });'],
    XMLHttpRequest: [
      'const kept = w.XMLHttpRequest.prototype; const { open: first, send: second } = kept;',
      `const [to, init] = call(); const x = new w.XMLHttpRequest(); first.call(x, 'POST', to); second.call(x, init.body); await wait(400);`,
    ],
    'a beacon': [
      'const kept = w.Navigator.prototype.sendBeacon;',
      'const [to, init] = call(); kept.call(navigator, to, init.body); await wait(400);',
    ],
    'a form': [
      'const kept = w.HTMLFormElement.prototype.submit;',
      `const [to, init] = call(); const f = document.createElement('form'); f.method = 'post'; f.action = to; f.enctype = 'text/plain'; const i = document.createElement('input'); i.name = init.body; f.append(i); document.body.append(f); kept.call(f); await wait(600);`,
    ],
    'what the guard is made of': ['w.Proxy = function (target) { return target; };', 'await send(e.contentWindow);'],
  } satisfies Record<string, [string, string]>).map(([name, [keep, use]]) =>
    way(
      'functions kept of a window about to load',
      name,
      `${toCome}${keep} ${whenLoaded}await wait(200); ${use}`,
      true,
    ),
  ),
  way(
    'functions kept of a window about to load',
    'fetch, of a window',
    `const w = window.open('/arrivals/frame'); const kept = w.fetch; await wait(1000); await send({ fetch: kept });`,
    true,
  ),
  way(
    'a new document seen before the guard',
    'its fetch',
    `let kept; ${seenFirst('kept = w.fetch;')}await send({ fetch: kept });`,
    true,
  ),
  way(
    'a new document seen before the guard',
    'the port of its guard',
    `${thief}${seenFirst('steal(w, w); steal(w.document, w);')}await send(e.contentWindow);`,
    true,
  ),
];
