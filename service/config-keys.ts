import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { parseAddress } from '../core/identity/index.ts';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const port = z.coerce.number('must be a port number').int().min(0).max(65535);
const minutes = z.coerce.number('must be a number of minutes').min(0.05).max(1440);
const hostName = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be host names such as acme.atlassian.net, without https://');
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** Browsers and providers keep no secret on http://, except on the machine itself. */
const webAddress = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    message: 'must be a whole address that starts with https://',
    abort: true,
  })
  .refine((text) => new URL(text).protocol === 'https:' || LOOPBACK.has(new URL(text).hostname), {
    message: 'must start with https:// (http:// is accepted for 127.0.0.1 only)',
    abort: true,
  });
const origin = webAddress.refine(
  (text) => new URL(text).origin === text.replace(/\/$/, ''),
  'must be an address without a path',
);
const issuer = webAddress.refine(
  (text) => !text.includes('/.well-known/'),
  'must be the issuer itself, without /.well-known/openid-configuration',
);
const proxy = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^(https?|socks[45]?):$/.test(new URL(text).protocol),
    'must be a whole address',
  );
/** Goes into a header as it is. */
const token = z.string().regex(/^[\x21-\x7e]+$/, 'must be the key alone, without blanks or quotation marks around it');
const address = z
  .string()
  .refine((text) => parseAddress(text) !== null, 'must be an e-mail address such as emma@acme.example');
const folder = z.string().transform((path) => (isAbsolute(path) ? path : resolve(path)));
const yes = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const csv = (item: z.ZodType<string, string>) => z.string().transform(list).pipe(z.array(item));

export interface Key<S extends z.ZodType = z.ZodType> {
  readonly help: string;
  readonly schema: S;
  /** As it would stand in the environment. */
  readonly fallback?: string;
  /** Likewise: what a setting looks like whose shape nobody guesses. */
  readonly example?: string;
  readonly optional?: true;
  /** May also be given as a file: the key with `_FILE`. Never printed. */
  readonly secret?: true;
}
const key = <S extends z.ZodType, const K extends Omit<Key<S>, 'schema'>>(schema: S, rest: K): K & { schema: S } => ({
  ...rest,
  schema,
});

/** Every setting, with what `--help` says about it. */
export const keys = {
  GATEHOUSE_PORT: key(port, { help: 'Port to listen on.', fallback: '8787' }),
  GATEHOUSE_HOST: key(z.string(), { help: 'Address to listen on.', fallback: '127.0.0.1' }),
  GATEHOUSE_PUBLIC_URL: key(origin, {
    help: 'Address that browsers use. Default: http://HOST:PORT.',
    example: 'https://gatehouse.example.com',
    optional: true,
  }),
  GATEHOUSE_DATA_DIR: key(folder, { help: 'Folder for the database.', fallback: '.gatehouse/data' }),
  GATEHOUSE_PANEL_DIR: key(folder, { help: 'Folder of the built panel.', fallback: 'dist/panel' }),
  GATEHOUSE_LOG_LEVEL: key(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), {
    help: 'How much is logged: fatal, error, warn, info, debug, trace or silent.',
    fallback: 'info',
  }),
  GATEHOUSE_ORG_ID: key(z.string().regex(/^[\w-]{1,128}$/, 'must be the id alone'), {
    help: 'Id of the Atlassian organization: in admin.atlassian.com what follows /o/ in the address.',
    example: '2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01',
  }),
  GATEHOUSE_ORG_API_KEY: key(token, {
    help: 'Organization API key (admin.atlassian.com > Settings > API keys). Never leaves the service.',
    secret: true,
  }),
  GATEHOUSE_SITES: key(csv(hostName).pipe(z.array(z.string()).min(1, 'must name at least one site')), {
    help: 'Sites to look after, with commas between.',
    example: 'acme.atlassian.net,acme-labs.atlassian.net',
  }),
  GATEHOUSE_JIRA_EMAIL: key(address, {
    help: 'Account of a Jira administrator; with a token it tells seats, apps, customers and guests.',
    optional: true,
  }),
  GATEHOUSE_JIRA_TOKEN: key(token, { help: 'API token of that account.', optional: true, secret: true }),
  GATEHOUSE_OIDC_ISSUER: key(issuer, {
    help: 'OpenID Connect provider that people sign in with.',
    example: 'https://login.example.com',
  }),
  GATEHOUSE_OIDC_CLIENT_ID: key(z.string().min(1), { help: 'Client id of Gatehouse at the provider.' }),
  GATEHOUSE_OIDC_CLIENT_SECRET: key(z.string().min(1), { help: 'Its client secret.', secret: true }),
  GATEHOUSE_OIDC_SCOPES: key(z.string().min(1), {
    help: 'Scopes to ask the provider for; groups is added when the provider offers it.',
    fallback: 'openid profile email',
  }),
  GATEHOUSE_OIDC_TRUST_EMAIL: key(yes, {
    help: 'yes: the provider verifies every address though it leaves out email_verified.',
    fallback: 'no',
  }),
  GATEHOUSE_GROUPS_CLAIM: key(z.string().min(1), { help: 'Claim that lists groups.', fallback: 'groups' }),
  GATEHOUSE_ADMIN_GROUP: key(z.string().min(1), { help: 'Group of admins.', fallback: 'gatehouse-admins' }),
  GATEHOUSE_REVIEWER_GROUP: key(z.string().min(1), { help: 'Group of reviewers.', fallback: 'gatehouse-reviewers' }),
  GATEHOUSE_AUDITOR_GROUP: key(z.string().min(1), { help: 'Group of auditors.', fallback: 'gatehouse-auditors' }),
  GATEHOUSE_BOOTSTRAP_ADMIN: key(address, {
    help: 'Address that is an admin until somebody of the admin group has signed in.',
    optional: true,
  }),
  GATEHOUSE_EXTENSION_IDS: key(csv(z.string()), {
    help: 'Ids of the extension: 32 letters for Chromium, name@place or {uuid} for Firefox.',
    example: 'abcdefghijklmnopabcdefghijklmnop,gatehouse@example.com',
    fallback: '',
  }),
  GATEHOUSE_ALLOWED_ORIGINS: key(csv(origin), {
    help: 'Further web origins that may call the API, e.g. of Forge.',
    example: 'https://panel.example.com',
    fallback: '',
  }),
  GATEHOUSE_FRAME_ANCESTORS: key(csv(z.string().regex(/^https?:\/\/[^\s;,'"]+$/, 'must be web addresses')), {
    help: 'Addresses that may frame the panel.',
    example: 'https://acme.atlassian.net',
    fallback: '',
  }),
  GATEHOUSE_TRUST_PROXY: key(yes, { help: 'yes: believe X-Forwarded-For of a proxy in front.', fallback: 'no' }),
  GATEHOUSE_PRICE_BOOK: key(z.string(), {
    help: 'Price book: JSON, or the path of a JSON file.',
    example:
      '[{"id":"jira-standard","product":"jira-software","plan":"standard","currency":"USD","period":"month","mode":"flat","bands":[{"from":1,"to":null,"unitPrice":"8.00"}],"source":"our contract","validFrom":"2026-01-01","verified":true}]',
    fallback: '[]',
  }),
  GATEHOUSE_GROUP_MAP: key(z.string(), {
    help: 'Which group gives what: JSON, or the path of a JSON file.',
    example: '[{"product":"jira-software","siteHost":"acme.atlassian.net","groupName":"jira-users"}]',
    fallback: '[]',
  }),
  GATEHOUSE_SYNC_MINUTES: key(minutes, { help: 'How often the directory is read.', fallback: '15' }),
  GATEHOUSE_LEASE_SECONDS: key(z.coerce.number('must be a number of seconds').min(1).max(600), {
    help: 'After how long a dead process’s grants are taken over.',
    fallback: '30',
  }),
  GATEHOUSE_CA_FILE: key(folder, {
    help: 'PEM file of a certificate authority to trust, e.g. of an inspecting proxy.',
    optional: true,
  }),
  HTTPS_PROXY: key(proxy, {
    help: 'Proxy for https:// addresses.',
    example: 'http://proxy.example.com:3128',
    optional: true,
  }),
  HTTP_PROXY: key(proxy, {
    help: 'Proxy for http:// addresses.',
    example: 'http://proxy.example.com:3128',
    optional: true,
  }),
  NO_PROXY: key(z.string(), { help: 'Hosts reached without a proxy.', optional: true }),
} as const satisfies Record<string, Key>;

export type Keys = typeof keys;
export type KeyName = keyof Keys;
type ValueOf<K> = K extends { schema: infer S extends z.ZodType; optional: true }
  ? z.output<S> | null
  : K extends { schema: infer S extends z.ZodType }
    ? z.output<S>
    : never;
export type Values = { readonly [N in KeyName]: ValueOf<Keys[N]> };

/** What `--help` prints. */
export function help(): string {
  const lines = Object.entries(keys as Record<string, Key>).map(
    ([name, { help: text, fallback, optional, secret }]) => {
      const kind = optional ? 'optional' : fallback === undefined ? 'required' : `default: ${fallback || '(none)'}`;
      const file = secret ? ` Or ${name}_FILE.` : '';
      return `  ${name.padEnd(30)} ${text}${file} [${kind}]`;
    },
  );
  return `Gatehouse policy service. Settings come from the environment:\n\n${lines.join('\n')}\n`;
}
