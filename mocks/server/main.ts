import { forgePages } from '../forge/pages.ts';
import { startIdentityProvider } from '../identity-provider/provider.ts';
import { pages } from '../pages/index.ts';
import { startFakeCloud } from './fake-cloud.ts';
import { readOptions, type ServerOptions } from './options.ts';
import type { PagesHandler } from './pages-handler.ts';

/**
 * The fake Atlassian Cloud, and when `--idp-port` is given the identity provider, as a process of its own. Prints one line
 * of JSON with its addresses when it is ready; ends on SIGTERM and SIGINT.
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  const cloud = await startFakeCloud({
    httpsPort: options['https-port'],
    proxyPort: options['proxy-port'],
    controlPort: options['control-port'],
    ...(options['state-file'] && { stateFile: options['state-file'] }),
    ...(options['cert-dir'] && { certDir: options['cert-dir'] }),
    pages: pagesWith(options),
  });
  const provider =
    options['idp-port'] === undefined
      ? null
      : await startIdentityProvider({
          port: options['idp-port'],
          clients: options.clients,
          ...(options['idp-dir'] && { dir: options['idp-dir'] }),
        });

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      await Promise.all([provider?.close(), cloud.close()]);
      process.exit(0);
    });

  const { httpsPort, proxyUrl, controlUrl, caFile } = cloud;
  const ready = { httpsPort, proxyUrl, controlUrl, caFile, issuer: provider?.issuer ?? null };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

/** The product pages, and what Jira frames in its settings when the service is known. */
function pagesWith(options: ServerOptions): PagesHandler {
  const { 'forge-service': serviceUrl, 'forge-panel': panelDir } = options;
  if (serviceUrl === undefined || panelDir === undefined) return pages;
  const frame = forgePages({ serviceUrl, panelDir });
  return async (request, context) => (await frame(request)) ?? pages(request, context);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
