import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { isAtlassianHost } from './hosts.ts';

/**
 * An HTTP proxy (CONNECT, RFC 9110 section 9.3.6) that leads Atlassian's hosts to the fake and refuses every other with 403.
 * Browsers and the service reach the fake through it under the real names, and nothing else can be reached.
 */
export function createProxy(httpsPort: number): Server {
  const server = createServer((request, response) => {
    response.writeHead(403, { 'content-type': 'text/plain' });
    response.end(`This proxy leads to the fake Atlassian Cloud over HTTPS only, not to ${request.url}.\n`);
  });
  const open = new Set<Duplex>();
  server.on('connect', (request, client: Duplex, head: Buffer) => {
    // Any port, and a host with the dot of the root: both lead to the same place, as at an edge that does not look.
    const host = (request.url ?? '').replace(/:\d+$/, '').replace(/\.$/, '');
    client.on('error', () => client.destroy());
    if (!isAtlassianHost(host.toLowerCase())) {
      client.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const upstream = connect(httpsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.once('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
  });
  // `close` waits for tunnels, which nobody else ends: `closeAllConnections` does not know them.
  const close = server.close.bind(server);
  server.close = (done) => {
    for (const socket of open) socket.destroy();
    return close(done);
  };
  return server;
}
