import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { OrgId } from '../core/ids.ts';
import { PriceBook } from '../core/licence/index.ts';
import { ConfigFaults } from './config-faults.ts';
import { type KeyName, keys, type Values } from './config-keys.ts';
import { GroupMap } from './usecases/group-map.ts';

export { help } from './config-keys.ts';

/** The environment, checked and made into what the service works with. Frozen. */
export interface Config extends Values {
  readonly orgId: OrgId;
  readonly priceBook: PriceBook;
  readonly groupMap: GroupMap;
  readonly chromiumIds: readonly string[];
  /** Where extensions are sent back to after signing in. */
  readonly extensionRedirects: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration.
 * @throws ConfigFaults with every fault at once
 */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const values = Object.fromEntries(
    (Object.keys(keys) as KeyName[]).map((name) => [name, read(name, env, faults)]),
  ) as unknown as Values;
  const priceBook = readJson('GATEHOUSE_PRICE_BOOK', values.GATEHOUSE_PRICE_BOOK, PriceBook, faults);
  const groupMap = readJson('GATEHOUSE_GROUP_MAP', values.GATEHOUSE_GROUP_MAP, GroupMap, faults);
  if ((values.GATEHOUSE_JIRA_EMAIL === null) !== (values.GATEHOUSE_JIRA_TOKEN === null))
    faults.push('GATEHOUSE_JIRA_EMAIL and GATEHOUSE_JIRA_TOKEN belong together: set both or neither.');
  const ids = extensionIds(values.GATEHOUSE_EXTENSION_IDS ?? [], faults);
  if (values.GATEHOUSE_CA_FILE) readText('GATEHOUSE_CA_FILE', values.GATEHOUSE_CA_FILE, faults);
  if (faults.length > 0) throw new ConfigFaults(faults);
  return Object.freeze({
    ...values,
    orgId: OrgId.parse(values.GATEHOUSE_ORG_ID),
    priceBook: priceBook ?? [],
    groupMap: groupMap ?? [],
    ...ids,
  });
}

function read(name: KeyName, env: Environment, faults: string[]): unknown {
  const setting: { schema: z.ZodType; help: string; fallback?: string; optional?: true; secret?: true } = keys[name];
  // Proxy variables are written in lower case as often as not.
  let text = env[name] ?? (name.endsWith('_PROXY') && !name.startsWith('G') ? env[name.toLowerCase()] : undefined);
  const file = setting.secret ? env[`${name}_FILE`] : undefined;
  if ((text === undefined || text === '') && file) text = readText(`${name}_FILE`, file, faults)?.trim();
  if (text === undefined || text === '') text = setting.fallback;
  if (text === undefined) {
    if (!setting.optional && !file) faults.push(`${name} is missing. ${setting.help}`);
    return null;
  }
  const parsed = setting.schema.safeParse(text);
  if (parsed.success) return parsed.data;
  // What was set is not repeated: it may be a secret in the wrong place.
  faults.push(`${name} ${parsed.error.issues[0]?.message ?? 'is not valid'}. ${setting.help}`);
  return null;
}

function readText(name: string, path: string, faults: string[]): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    faults.push(`${name}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`);
    return undefined;
  }
}

/** JSON in place, or the path of a file with it. */
function readJson<S extends z.ZodType>(
  name: KeyName,
  value: string | null,
  schema: S,
  faults: string[],
): z.output<S> | null {
  if (value === null) return null;
  const inline = /^\s*[[{]/.test(value);
  const text = inline ? value : readText(name, value, faults);
  if (text === undefined) return null;
  const where = inline ? name : `${name} (${value})`;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    faults.push(`${where} is not valid JSON.`);
    return null;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) faults.push(`${where}: ${path.join('.') || 'it'} ${message}.`);
  return null;
}

/**
 * Chromium gives an extension `https://<id>.chromiumapp.org/`, Firefox `https://<SHA-1 of its id>.extensions.allizom.org/`
 * (MDN, identity.getRedirectURL).
 */
function extensionIds(ids: readonly string[], faults: string[]): Pick<Config, 'chromiumIds' | 'extensionRedirects'> {
  const chromiumIds = ids.filter((id) => /^[a-p]{32}$/.test(id));
  const firefoxIds = ids.filter((id) => /^[\w.-]*@[\w.-]+$|^\{[0-9a-f-]{36}\}$/i.test(id));
  if (chromiumIds.length + firefoxIds.length < ids.length)
    faults.push(
      'GATEHOUSE_EXTENSION_IDS must be 32 letters from a to p (Chromium), or name@place or {uuid} (Firefox).',
    );
  const sha1 = (id: string) => createHash('sha1').update(id).digest('hex');
  return {
    chromiumIds,
    extensionRedirects: [
      ...chromiumIds.map((id) => `https://${id}.chromiumapp.org/`),
      ...firefoxIds.map((id) => `https://${sha1(id)}.extensions.allizom.org/`),
    ],
  };
}
