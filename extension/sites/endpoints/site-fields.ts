import { arisIn } from '../ari.ts';
import { plainHost } from '../plain-address.ts';
import { isRecord, jsonIn, listOf } from './body.ts';
import { isOnHost } from './endpoint.ts';
import type { Json } from './json.ts';
import { isProse } from './people-fields.ts';
import { comesFrom } from './product-fields.ts';

/** `cloudId`, `site_ids`, `tenantUuid`, `sites`, `targetCloudId`, `cloudIdList`, `id` in a `site`; not a `website`. */
const ID =
  /(?<!web|compo|oppo|prerequi)(?:cloud|site|workspace|tenant)s?(?:(?:uu|gu)?ids?|identifiers?|ref(?:erence)?s?|aris?|values?|list|byid|to(?:add|invite|assign|join))*$/;
/** What may be a site's, or something else's: an id there is one that nobody knows. A word of a site anywhere in a name is enough … */
const MAY_BE_SITE = /(?<!web|compo|oppo|prerequi)(?:cloud|site|workspace|tenant)|instance/;
/** … unless another word says whose id it is instead. */
const OTHER_WORD =
  /user|member|account|admin|owner|person|people|group|team|org|role|product|project|page|board|content|item|session|trace|request|correlation|visit|event|experiment|flag|anonymous|device|hash|digest|token|nonce|message|template/;
/** What only holds the fields of the record that it is in. */
const HOLDS =
  /^(?:data|info|details?|inputs?|nodes?|edges?|items?|entry|entries|values?|context|attributes|fields|object|list)$/;
/** Addresses that say nothing of where something is done: pictures, the way back, what somebody wrote. */
const ELSEWHERE =
  /avatar|icon|image|picture|photo|logo|thumbnail|return|continue|redirect|callback|(?:go)?back$|^self$|website|message|comment|description|notes?$|notetext/;
/** What no host of a site is without: most texts of a body are done with here. */
const HAS_HOST = /\.(?:net|com)/i;
const MAY_BE_HOST = /\.(?:net|com)|%/i;
/** What stands between words, and in no address. */
const BETWEEN = /[\s,;<>|"'`(){}[\]]+/;
/** A line or tab within an address is none to a browser. */
const BROKEN = /^\s*https?:\S*[\t\n\r]/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** Names are looked at by their ends: those of records count for each of their fields. */
const lettersOf = (name: string): string =>
  name
    .slice(-100)
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const NOT_ASCII = /[^ -~\s]/;
/** Compatible letters of longer words stand as they are: to compare them costs more than a word is long. */
const LONGEST = 500;

/** A word without the signs that a browser leaves out of a host, or takes for others. */
function plainWord(word: string): string {
  if (!NOT_ASCII.test(word)) return word;
  const compatible = word.length > LONGEST ? word : word.normalize('NFKC');
  return compatible.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replaceAll('。', '.');
}

interface Field {
  readonly name: string;
  /** The name, in letters alone, of the record that it is of. */
  readonly of: string;
  /** Whether an id in it is that of a site: by its name, or by its record's with its own. */
  readonly kind: 'site' | 'maybe' | null;
  readonly value: Json;
}

/**
 * The sites that a body names, wherever in it: by their ids in fields for these, and null for what is no id there, and for the host of
 * another site than it is sent to, in whatever field: nobody here knows that one's id. Resources are read apart. Without recursion:
 * a page chooses how deep a body is.
 * @param called the host that the call is sent to
 */
export function sitesIn(body: Json, called: string): (string | null)[] {
  const found: (string | null)[] = [];
  const open: Field[] = [{ name: '', of: '', kind: null, value: body }];
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    const { name, of, kind, value } = field;
    if (typeof value === 'number') found.push(...(kind === 'site' ? [null] : []));
    else if (typeof value === 'string') {
      const inside = jsonIn(value);
      if (inside !== null) open.push({ ...field, value: inside });
      else if ((kind !== null || MAY_BE_HOST.test(value) || NOT_ASCII.test(value)) && !isProse(name))
        for (const word of value.split(BETWEEN).concat(BROKEN.test(value) ? value : []))
          found.push(...siteOf(plainWord(word), kind, called));
    } else if (isRecord(value))
      for (const [own, inner] of Object.entries(value)) {
        const letters = lettersOf(own);
        if (comesFrom(own)) continue;
        // Whole sites by their ids or hosts: `{ "<cloud id>": true }`.
        if (inner !== false) found.push(...siteOf(plainWord(own), uuid.test(own) ? kind : null, called));
        if (ELSEWHERE.test(letters)) continue;
        if (HOLDS.test(letters) && typeof inner === 'object') open.push({ name: own, of, kind, value: inner });
        else open.push({ name: own, of: letters, kind: kindOf(letters, `${of}${letters}`), value: inner });
      }
    else for (const inner of listOf(value)) open.push({ ...field, value: inner });
  }
  return found;
}

/** Of a field by its name, or by its record's with its own. */
const kindOf = (...names: readonly string[]): Field['kind'] => {
  if (names.some((letters) => ID.test(letters))) return 'site';
  return names.some((letters) => MAY_BE_SITE.test(letters)) && !names.some((letters) => OTHER_WORD.test(letters))
    ? 'maybe'
    : null;
};

function siteOf(word: string, kind: Field['kind'], called: string): (string | null)[] {
  const hosts = siteHostsOf(word);
  if (hosts.length > 0) return hosts.every((host) => host === called) ? [] : [null];
  if (kind === null || word === '' || arisIn(word).length > 0) return [];
  if (!uuid.test(word)) return kind === 'site' ? [null] : [];
  return [kind === 'site' ? word.toLowerCase() : null];
}

/** What begins like an address, or has a path: an `@` in it stands behind the name of who logs in, and is no address for mail. */
const ADDRESS = /^(?!mailto:)(?:https?|wss?|ftp):|^(?!mailto:).*?[/\\]/i;

/** The hosts of sites in a text that is one, or an address on it. Whoever has an address for mail there is somebody. */
function siteHostsOf(word: string): string[] {
  const spellings = decodings(word);
  return spellings.some((text) => HAS_HOST.test(text))
    ? spellings
        .filter((text) => !text.includes('@') || ADDRESS.test(text))
        .map(hostOf)
        .filter((host) => isOnHost(['site'], host))
    : [];
}

/** As a browser reads it, which forgives signs left out or doubled, with a scheme of its own or none. */
function hostOf(text: string): string {
  const address = text.replace(/^[\w.-]+=/, '').replace(/^[a-z][a-z\d+.-]*:(?=[/\\])/i, 'https:');
  const [url] = [address, `https://${address.replace(/^[/\\]+/, '')}`]
    .filter((one) => URL.canParse(one))
    .map((one) => new URL(one))
    .filter(({ hostname }) => hostname !== '');
  return url === undefined ? '' : plainHost(url.hostname);
}

/** A text as it stands and decoded, as often as it is encoded, within reason. */
function decodings(text: string): string[] {
  const found = [text];
  try {
    for (let plain = text; plain.includes('%') && found.length < 4; found.push(plain))
      plain = plainWord(decodeURIComponent(plain));
  } catch {
    return found; // A stray percent sign: the text stands for itself.
  }
  return found;
}
