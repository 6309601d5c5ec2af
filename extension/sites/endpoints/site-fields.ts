import { arisIn } from '../ari.ts';
import { plainHost } from '../plain-address.ts';
import { isRecord, jsonIn, listOf } from './body.ts';
import { isOnHost } from './endpoint.ts';
import type { Json } from './json.ts';

/** `cloudId`, `site_ids`, `tenantId`, `sites`, `targetCloudId`, `id` in a `site`; not where somebody comes from, nor a `website`. */
const ID =
  /^(?!source|origin|from|refer|parent|current|previous).*(?<!web|compo|oppo|prerequi)(?:cloud|site|workspace|tenant)s?(?:ids?)?$/;
/** `siteUrl`, `hostname`, `links`, `host` in a `site`: what holds an address. Avatars and the way back have some too. */
const HOST =
  /^(?=.)(?:cloud|site|tenant|instance|base|target|destination|share|page|jira|confluence)*(?:urls?|hosts?|hostnames?|domains?|links?|names?)?$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

/** The sites that fields of a body name by their ids, wherever in it; null for what is no id. Hosts and resources are read apart. */
export const sitesIn = (body: Json): (string | null)[] =>
  wordsIn(body, ID).flatMap((word) => {
    if (uuid.test(word)) return [word.toLowerCase()];
    return word === '' || siteHostOf(word).length > 0 || arisIn(word).length > 0 ? [] : [null];
  });

/** The hosts of sites that fields of a body name, by themselves or in addresses. */
export const hostsIn = (body: Json): string[] => wordsIn(body, HOST).flatMap(siteHostOf);

/**
 * The words of the fields whose names, or their records' with their own, are of a kind. Without recursion: a page chooses how deep a
 * body is.
 */
function wordsIn(body: Json, kind: RegExp): string[] {
  const found: string[] = [];
  const open: [name: string, counts: boolean, value: Json][] = [['', false, body]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [name, counts, value] = next;
    if (typeof value === 'number' && counts) found.push(String(value));
    else if (typeof value === 'string') {
      if (counts) found.push(...value.split(/[\s,;]+/));
      open.push([name, counts, jsonIn(value)]);
    } else if (isRecord(value))
      for (const [field, inner] of Object.entries(value)) {
        const letters = lettersOf(field);
        open.push([letters, kind.test(letters) || (name !== '' && kind.test(`${name}${letters}`)), inner]);
      }
    else for (const inner of listOf(value)) open.push([name, counts, inner]);
  }
  return found;
}

function siteHostOf(word: string): string[] {
  const address = word.includes('://') ? word : `https://${word}`;
  const host = URL.canParse(address) ? plainHost(new URL(address).hostname) : '';
  return isOnHost(['site'], host) ? [host] : [];
}
