import { parseArgs } from 'node:util';
import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65_535);
const Arguments = z.object({
  'https-port': Port.default(8443),
  'proxy-port': Port.default(8444),
  'control-port': Port.default(8445),
  'idp-port': Port.optional(),
  'state-file': z.string().min(1).optional(),
  'cert-dir': z.string().min(1).optional(),
  'idp-dir': z.string().min(1).optional(),
  /** Address of the policy service and folder of the built panel: with both, Jira's settings frame the panel. */
  'forge-service': z.url().optional(),
  'forge-panel': z.string().min(1).optional(),
});
const Clients = z.array(
  z.strictObject({
    client_id: z.string().min(1),
    client_secret: z.string().min(16),
    redirect_uris: z.array(z.url()).min(1),
  }),
);

export type ServerOptions = z.output<typeof Arguments> & { readonly clients: z.output<typeof Clients> };

/** `--name=value` arguments and `GATEHOUSE_IDP_CLIENTS` (JSON) checked. Throws an error that names every fault. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): ServerOptions {
  const options = Object.fromEntries(Object.keys(Arguments.shape).map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...argv], options });
  const parsed = Arguments.safeParse(values);
  const clients = Clients.safeParse(json(env.GATEHOUSE_IDP_CLIENTS ?? '[]'));
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `--${issue.path.join('.')}: ${issue.message}`),
    ...(clients.error?.issues ?? []).map((issue) => `GATEHOUSE_IDP_CLIENTS ${issue.path.join('.')}: ${issue.message}`),
  ];
  if (!parsed.success || !clients.success) throw new Error(faults.join('\n'));
  return { ...parsed.data, clients: clients.data };
}

/** `undefined` for what is no JSON, which then fails like a wrong value. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
