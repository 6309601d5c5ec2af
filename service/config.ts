import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { OrgId } from '../core/ids.ts';
import { PriceBook } from '../core/licence/index.ts';
import { ConfigFaults } from './config-faults.ts';
import { type Key, type KeyName, keys, type Values } from './config-keys.ts';
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

/** What is set in our name and read by nobody, each with the setting that may have been meant. */
export function unknownSettings(env: Environment): string[] {
  const known = new Set(
    (Object.keys(keys) as KeyName[]).flatMap((name) => ((keys[name] as Key).secret ? [name, `${name}_FILE`] : [name])),
  );
  return Object.keys(env)
    .filter((name) => /^GATEHOUSE_/i.test(name) && !known.has(name))
    .map((name) => {
      const meant = [...known].find((one) => one.startsWith(name.toUpperCase()) || name.toUpperCase().startsWith(one));
      const asked = meant === undefined ? '' : ` Did you mean ${meant}?`;
      return `${name} is no setting of Gatehouse.${asked} Run with --help for all settings.`;
    });
}

function read(name: KeyName, env: Environment, faults: string[]): unknown {
  const setting: Key = keys[name];
  // Proxy variables are written in lower case as often as not.
  let text = env[name] ?? (name.endsWith('_PROXY') && !name.startsWith('G') ? env[name.toLowerCase()] : undefined);
  const file = setting.secret ? env[`${name}_FILE`] : undefined;
  if (text && file) {
    faults.push(`${name} and ${name}_FILE are both set: keep one of them.`);
    return null;
  }
  if ((text === undefined || text === '') && file) text = readText(`${name}_FILE`, file, faults)?.trim();
  if (text === undefined || text === '') text = setting.fallback;
  if (text === undefined) {
    if (!setting.optional && !file) faults.push(`${name} is missing. ${explained(setting)}`);
    return null;
  }
  if (PLACEHOLDER.test(text.trim())) {
    faults.push(`${name} still holds a placeholder: put a value of yours there. ${explained(setting)}`);
    return null;
  }
  const parsed = setting.schema.safeParse(text);
  if (parsed.success) return parsed.data;
  // What was set is not repeated: it may be a secret in the wrong place.
  const [issue] = parsed.error.issues;
  faults.push(`${name} ${issue ? inWords(issue) : 'is not valid'}. ${explained(setting)}`);
  return null;
}

/** What set-up guides write where a value belongs. */
const PLACEHOLDER = /^(…|\.{3}|<.*>)$/;

const explained = ({ help, example }: Key): string => (example ? `${help} Example: ${example}` : help);

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'that is a folder',
  EACCES: 'the user that Gatehouse runs as may not read it',
};

function readText(name: string, path: string, faults: string[]): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const why = Object.hasOwn(unreadable, code) ? `: ${unreadable[code]}` : '';
    faults.push(`${name}: ${path} cannot be read (${code}${why}).`);
    return undefined;
  }
}

/** JSON in place, or the path of a file with it. */
function readJson<S extends z.ZodType>(
  name: 'GATEHOUSE_PRICE_BOOK' | 'GATEHOUSE_GROUP_MAP',
  value: string | null,
  schema: S,
  faults: string[],
): z.output<S> | null {
  if (value === null) return null;
  const inline = /^\s*[[{]/.test(value);
  const text = inline ? value : readText(name, value, faults);
  if (text === undefined) return null;
  const where = inline ? name : `${name} (${value})`;
  const wrong = (what: string): null => {
    faults.push(`${where} ${what}. Example: ${keys[name].example}`);
    return null;
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong('is not valid JSON');
  }
  if (!Array.isArray(json)) return wrong('must be a list in square brackets');
  const parsed = schema.safeParse(json);
  return parsed.success ? parsed.data : wrong(`cannot be used: ${entryFaults(parsed.error.issues)}`);
}

/** So many faults of a file are told at once. */
const MOST_FAULTS = 5;

/** "entry 1, bands is missing; …" */
function entryFaults(issues: readonly z.core.$ZodIssue[]): string {
  const told = issues.slice(0, MOST_FAULTS).map((issue) => {
    const [entry, ...field] = issue.path;
    const place = typeof entry === 'number' ? [`entry ${entry + 1}`, ...field] : issue.path;
    return `${place.join(', ')} ${inWords(issue)}`.trim();
  });
  const more = issues.length - told.length;
  return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

/** What is wrong with a value, to follow its name. */
function inWords(issue: z.core.$ZodIssue): string {
  if (/^(must|is|has) /.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${issue.expected}`;
  if (issue.code === 'unrecognized_keys') return `has what nobody knows: ${issue.keys.join(', ')}`;
  return `(${issue.message.replace(/\.$/, '')})`;
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
      `GATEHOUSE_EXTENSION_IDS must be 32 letters from a to p (Chromium), or name@place or {uuid} (Firefox). Example: ${keys.GATEHOUSE_EXTENSION_IDS.example}`,
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
