import { arisIn } from '../ari.ts';
import { plainHost } from '../plain-address.ts';
import { isRecord, jsonIn, listOf } from './body.ts';
import { isOnHost } from './endpoint.ts';
import type { Json } from './json.ts';
import { isProse } from './people-fields.ts';
import { comesFrom } from './product-fields.ts';

/** `cloudId`, `site_ids`, `tenantId`, `sites`, `targetCloudId`, `id` in a `site`; not a `website`. */
const ID = /(?<!web|compo|oppo|prerequi)(?:cloud|site|workspace|tenant)s?(?:ids?)?$/;
/** What may be a site, or something else that runs. */
const MAY_BE_SITE = /instances?(?:ids?)?$/;
/** Addresses that say nothing of where something is done: pictures, the way back, what somebody wrote. */
const ELSEWHERE =
  /avatar|icon|image|picture|photo|logo|thumbnail|return|continue|redirect|callback|(?:go)?back$|^self$|website|message|comment|description|notes?$|notetext/;
/** What no host of a site is without: most texts of a body are done with here. */
const MAY_BE_HOST = /\.(?:net|com)|%2e|[。．｡]/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

interface Field {
  readonly name: string;
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
  const open: Field[] = [{ name: '', kind: null, value: body }];
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    const { name, kind, value } = field;
    if (typeof value === 'number') found.push(...(kind === 'site' ? [null] : []));
    else if (typeof value === 'string') {
      const inside = jsonIn(value);
      if (inside !== null) open.push({ ...field, value: inside });
      else if ((kind !== null || MAY_BE_HOST.test(value)) && !isProse(name))
        for (const word of value.split(/[\s,;]+/)) found.push(...siteOf(word, kind, called));
    } else if (isRecord(value))
      for (const [own, inner] of Object.entries(value)) {
        const letters = lettersOf(own);
        if (comesFrom(own) || ELSEWHERE.test(letters)) continue;
        open.push({ name: own, kind: kindOf(letters) ?? kindOf(`${lettersOf(name)}${letters}`), value: inner });
      }
    else for (const inner of listOf(value)) open.push({ ...field, value: inner });
  }
  return found;
}

const kindOf = (letters: string): Field['kind'] =>
  ID.test(letters) ? 'site' : MAY_BE_SITE.test(letters) ? 'maybe' : null;

function siteOf(word: string, kind: Field['kind'], called: string): (string | null)[] {
  const host = siteHostOf(word);
  if (host !== null) return host === called ? [] : [null];
  if (kind === null || word === '' || arisIn(word).length > 0) return [];
  if (!uuid.test(word)) return kind === 'site' ? [null] : [];
  return [kind === 'site' ? word.toLowerCase() : null];
}

/** The host of a site in a text that is one, or an address on it. Whoever has an address for mail there is somebody. */
function siteHostOf(word: string): string | null {
  if (!MAY_BE_HOST.test(word) || word.includes('@')) return null;
  const address = word.includes('://') ? word : `https://${word.replace(/^\/\//, '')}`;
  const host = URL.canParse(address) ? plainHost(new URL(address).hostname) : '';
  return isOnHost(['site'], host) ? host : null;
}
