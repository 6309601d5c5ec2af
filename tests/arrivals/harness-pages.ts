import type { PagesHandler } from '../../mocks/server/pages-handler.ts';

const html = (text: string, headers: Record<string, string> = {}) =>
  new Response(`<!doctype html><meta charset="utf-8"><title>Arrivals</title>${text}`, {
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  });
const script = (text: string) => new Response(text, { headers: { 'content-type': 'text/javascript' } });

/** Sends what it is told, and says so. */
const send = `const send = async ({url, method, body}) =>
  fetch(url, {method, credentials: 'include', mode: 'no-cors', ...(method === 'GET' ? {} : {body})}).then(() => 'sent', () => 'stopped')`;

/** Pages of the measurement, on every host of the fake beside the pages proper: none of them is reached by a script of ours. */
export const withHarnessPages =
  (pages: PagesHandler): PagesHandler =>
  async (request, context) => {
    const url = new URL(request.url);
    switch (url.pathname) {
      case '/arrivals/top':
        return html(`<iframe name="clean" src="/arrivals/frame"></iframe>`);
      case '/arrivals/frame':
        return html('');
      case '/arrivals/nothing':
        return new Response(null, { status: 204 });
      case '/arrivals/file':
        return html('', { 'content-disposition': 'attachment; filename="file.html"' });
      case '/arrivals/worker.js':
        return script(`${send}; onmessage = async ({data}) => postMessage(await send(data));`);
      case '/arrivals/shared.js':
        return script(
          `${send}; onconnect = ({ports: [port]}) => { port.onmessage = async ({data}) => port.postMessage(await send(data)); };`,
        );
      case '/arrivals/service.js':
        return script(
          `${send}; oninstall = () => skipWaiting(); onactivate = (event) => event.waitUntil(clients.claim());
onmessage = async ({data, ports: [port]}) => port.postMessage(await send(data));`,
        );
      case '/arrivals/redirect':
        return new Response(null, {
          status: Number(url.searchParams.get('status')),
          headers: { location: url.searchParams.get('to') ?? '/', 'access-control-allow-origin': '*' },
        });
      case '/arrivals/report':
        return html('<img src="https://acme.atlassian.net/arrivals/none.png">', {
          'content-security-policy': `img-src 'none'; report-uri ${url.searchParams.get('to')}`,
        });
      case '/arrivals/refresh':
        return html(
          `<meta http-equiv="refresh" content="0;url=${(url.searchParams.get('to') ?? '').replaceAll('"', '%22')}">`,
        );
      default:
        return pages(request, context);
    }
  };
