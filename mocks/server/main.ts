import { parseArgs } from 'node:util';
import { startIdentityProvider } from '../identity-provider/provider.ts';
import { pages } from '../pages/index.ts';
import { startFakeCloud } from './fake-cloud.ts';

/** The fake Atlassian Cloud, and when `--idp-port` is given the identity provider, as a process of its own. */
const { values } = parseArgs({
  options: {
    'https-port': { type: 'string', default: '8443' },
    'proxy-port': { type: 'string', default: '8444' },
    'control-port': { type: 'string', default: '8445' },
    'idp-port': { type: 'string' },
    'state-file': { type: 'string' },
    'cert-dir': { type: 'string' },
    'idp-dir': { type: 'string' },
  },
});

const cloud = await startFakeCloud({
  httpsPort: Number(values['https-port']),
  proxyPort: Number(values['proxy-port']),
  controlPort: Number(values['control-port']),
  ...(values['state-file'] && { stateFile: values['state-file'] }),
  ...(values['cert-dir'] && { certDir: values['cert-dir'] }),
  pages,
});
const provider = values['idp-port']
  ? await startIdentityProvider({
      port: Number(values['idp-port']),
      clients: JSON.parse(process.env.GATEHOUSE_IDP_CLIENTS ?? '[]'),
      ...(values['idp-dir'] && { dir: values['idp-dir'] }),
    })
  : null;

const { httpsPort, proxyUrl, controlUrl, caFile } = cloud;
process.stdout.write(
  `${JSON.stringify({ httpsPort, proxyUrl, controlUrl, caFile, issuer: provider?.issuer ?? null })}\n`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await provider?.close();
    await cloud.close();
    process.exit(0);
  });
