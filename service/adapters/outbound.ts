import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';

export interface OutboundOptions {
  readonly httpProxy: string | null;
  readonly httpsProxy: string | null;
  readonly noProxy: string | null;
  /** PEM file of a certificate authority to trust beside the usual ones, e.g. a company's inspecting proxy. */
  readonly caFile: string | null;
}

/** The way out of the service: one pool that knows the proxy and the extra certificate authority. */
export interface Outbound {
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

export function createOutbound(options: OutboundOptions): Outbound {
  const ca = options.caFile === null ? undefined : [...rootCertificates, readFileSync(options.caFile, 'utf8')];
  const tls = ca === undefined ? {} : { connect: { ca }, requestTls: { ca }, proxyTls: { ca } };
  const dispatcher = new EnvHttpProxyAgent({
    ...tls,
    ...(options.httpProxy === null ? {} : { httpProxy: options.httpProxy }),
    ...(options.httpsProxy === null ? {} : { httpsProxy: options.httpsProxy }),
    ...(options.noProxy === null ? {} : { noProxy: options.noProxy }),
  });
  return {
    // undici's fetch and the global one differ in type only; ours must be the one that takes this dispatcher.
    fetch: ((input: string | URL, init?: RequestInit) =>
      undiciFetch(input, { ...(init as object), dispatcher })) as unknown as typeof fetch,
    close: () => dispatcher.destroy(),
  };
}
