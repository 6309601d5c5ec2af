/** What a way needs to know to send one request. Runs in the page: nothing outside its own text is known to it. */
export interface Sending {
  readonly address: string;
  readonly method: string;
  /** In the body where there is one, and in the query of ways that have none of their own. */
  readonly marker: string;
}

type Way = (sending: Sending) => unknown;

/** Ways of a document to send a call. Each ends when it has sent, or was stopped. */
export const callWays = {
  fetch: ({ address, method, marker }) =>
    fetch(address, { method, mode: 'no-cors', credentials: 'include', body: marker }),
  'fetch of a Request': ({ address, method, marker }) => fetch(new Request(address, { method, body: marker })),
  'fetch that outlives': ({ address, method, marker }) => fetch(address, { method, body: marker, keepalive: true }),
  'fetch of FormData': ({ address, method, marker }) => {
    const body = new FormData();
    body.set('marker', marker);
    return fetch(address, { method, body });
  },
  'fetch of a Blob': ({ address, method, marker }) => fetch(address, { method, body: new Blob([marker]) }),
  XMLHttpRequest: ({ address, method, marker }) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open(method, address);
      request.onloadend = done;
      request.send(marker);
    }),
  'XMLHttpRequest that blocks': ({ address, method, marker }) => {
    const request = new XMLHttpRequest();
    request.open(method, address, false);
    request.send(marker);
  },
  'fetch of a blank frame': ({ address, method, marker }) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    return frame.contentWindow?.fetch(address, { method, body: marker });
  },
} satisfies Record<string, Way>;

/** Ways that can only POST. */
export const postWays = {
  sendBeacon: ({ address, marker }) => navigator.sendBeacon(address, marker),
  'form in its window': ({ address, marker }) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inside = frame.contentDocument as Document;
    const form = inside.body.appendChild(inside.createElement('form'));
    Object.assign(form, { method: 'post', action: address });
    form.append(Object.assign(inside.createElement('input'), { name: 'marker', value: marker }));
    form.submit();
  },
  'form into an iframe': ({ address, marker }) => {
    const target = document.body.appendChild(document.createElement('iframe'));
    target.name = marker;
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { method: 'post', action: address, target: marker });
    form.append(Object.assign(document.createElement('input'), { name: 'marker', value: marker }));
    form.submit();
  },
  'form into an object': async ({ address, marker }) => {
    const target = document.createElement('object');
    Object.assign(target, { name: marker, data: '/arrivals/frame', type: 'text/html' });
    document.body.append(target);
    await new Promise((done) => setTimeout(done, 300));
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { method: 'post', action: address, target: marker });
    form.append(Object.assign(document.createElement('input'), { name: 'marker', value: marker }));
    form.submit();
  },
  'form of plain text': ({ address, marker }) => {
    const target = document.body.appendChild(document.createElement('iframe'));
    target.name = marker;
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { method: 'post', action: address, target: marker, enctype: 'text/plain' });
    form.append(Object.assign(document.createElement('input'), { name: 'marker', value: marker }));
    form.submit();
  },
  'srcdoc frame': ({ address, marker }) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script>fetch(${JSON.stringify(address)}, {method: 'POST', body: ${JSON.stringify(marker)}, credentials: 'include'})</script>`;
    document.body.append(frame);
  },
  'blob: frame': ({ address, marker }) => {
    const frame = document.createElement('iframe');
    const text = `<script>fetch(${JSON.stringify(address)}, {method: 'POST', body: ${JSON.stringify(marker)}, credentials: 'include'})</script>`;
    frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
    document.body.append(frame);
  },
  'data: frame': ({ address, marker }) => {
    const frame = document.createElement('iframe');
    const text = `<script>fetch(${JSON.stringify(address)}, {method: 'POST', mode: 'no-cors', body: ${JSON.stringify(marker)}, credentials: 'include'})</script>`;
    frame.src = `data:text/html,${encodeURIComponent(text)}`;
    document.body.append(frame);
  },
  'sandboxed frame': ({ address, marker }) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-forms');
    frame.srcdoc = `<form method="post" target="_self"><input name="marker"></form><script>
      document.forms[0].action = ${JSON.stringify(address)}; document.forms[0].marker.value = ${JSON.stringify(marker)}; document.forms[0].submit()</script>`;
    document.body.append(frame);
  },
  worker: ({ address, marker }) =>
    new Promise((done) => {
      const worker = new Worker('/arrivals/worker.js');
      worker.onmessage = done;
      worker.postMessage({ url: new URL(address, location.href).href, method: 'POST', body: marker });
    }),
  'shared worker': ({ address, marker }) =>
    new Promise((done) => {
      const { port } = new SharedWorker('/arrivals/shared.js');
      port.onmessage = done;
      port.postMessage({ url: address, method: 'POST', body: marker });
    }),
  'service worker': async ({ address, marker }) => {
    await navigator.serviceWorker.register('/arrivals/service.js', { scope: '/arrivals/' });
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    await new Promise((done) => {
      port1.onmessage = done;
      active?.postMessage({ url: address, method: 'POST', body: marker }, [port2]);
    });
  },
  'redirect that keeps the method (307)': ({ address, marker }) => {
    const to = encodeURIComponent(new URL(address, location.href).href);
    return fetch(`/arrivals/redirect?status=307&to=${to}`, { method: 'POST', body: marker });
  },
  'redirect that keeps the method (308)': ({ address, marker }) => {
    const to = encodeURIComponent(new URL(address, location.href).href);
    return fetch(`/arrivals/redirect?status=308&to=${to}`, { method: 'POST', body: marker });
  },
  'ping of a link': ({ address, marker }) => {
    // It sends no text of the page's own: the marker stands in the address.
    const [before = '', ...fragment] = address.split('#');
    const link = document.createElement('a');
    link.ping = `${before}${before.includes('?') ? '&' : '?'}ping=${marker}${fragment.length === 0 ? '' : `#${fragment.join('#')}`}`;
    Object.assign(link, { href: '/arrivals/frame', target: '_blank' });
    document.body.append(link);
    link.click();
  },
  'report of a content policy': ({ address, marker }) => {
    const frame = document.createElement('iframe');
    const to = new URL(address, location.href).href.replace(/[;,]/g, encodeURIComponent);
    frame.src = `/arrivals/report?marker=${marker}&to=${encodeURIComponent(to)}`;
    document.body.append(frame);
  },
} satisfies Record<string, Way>;

/** Ways to open a page inside another, or to have its bytes fetched as if it were opened. The marker stands in the address. */
export const openWays = {
  iframe: ({ address }) => {
    document.body.appendChild(document.createElement('iframe')).src = address;
  },
  object: ({ address }) => {
    document.body.appendChild(document.createElement('object')).data = address;
  },
  embed: ({ address }) => {
    document.body.appendChild(document.createElement('embed')).src = address;
  },
  image: ({ address }) => {
    document.body.appendChild(document.createElement('img')).src = address;
  },
  script: ({ address }) => {
    document.body.appendChild(document.createElement('script')).src = address;
  },
  'fetch without leave': ({ address }) => fetch(address, { mode: 'no-cors', credentials: 'include' }),
  prefetch: ({ address }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: address }));
  },
  'style sheet': ({ address }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }));
  },
} satisfies Record<string, Way>;

/** Ways to open a page in a window, which the measurement gives them. */
export const windowWays = {
  link: ({ address }) => {
    document.body.appendChild(Object.assign(document.createElement('a'), { href: address })).click();
  },
  'window.open': ({ address }) => void window.open(address, '_self'),
  location: ({ address }) => location.assign(address),
  'form that asks': ({ address }) => {
    const url = new URL(address);
    const form = document.body.appendChild(document.createElement('form'));
    form.action = address;
    for (const [name, value] of url.searchParams)
      form.append(Object.assign(document.createElement('input'), { name, value }));
    form.submit();
  },
  'refresh of a page': ({ address }) => location.assign(`/arrivals/refresh?to=${encodeURIComponent(address)}`),
  redirect: ({ address }) => location.assign(`/arrivals/redirect?status=302&to=${encodeURIComponent(address)}`),
} satisfies Record<string, Way>;
