import type { Json } from './json.ts';

/** `link`, `url`, `shareUrl`, `page_link`, `href`, `uri`. Pictures and the way back have addresses too. */
const LINK =
  /^(?:(?:share|page|issue|entity|target|content|project|space|web|item|object|resource|short|destination)?(?:links?|ur[il]s?)|hrefs?|destination|target)$/;
/** Where something is, which may be said by an address. */
const WHERE = /^(?:pages?|locations?|paths?|spaces?|projects?|issues?|containers?)$/;
/** A host, and maybe a path, without what stands before it. */
const BARE = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:atlassian\.net|jira\.com)\.?(?:[:/?#]|$)/i;

/** Only the path of a relative address is read. */
const BASE = 'https://relative.atlassian.net';

/** The addresses that a record's own fields for links hold; what is neither a whole one nor a path is none. */
export const linksOf = (record: { readonly [key: string]: Json }): URL[] => addressesIn(record, [LINK]);

/** The same, and those in fields that say where something is. */
export const addressesOf = (record: { readonly [key: string]: Json }): URL[] => addressesIn(record, [LINK, WHERE]);

const addressesIn = (record: { readonly [key: string]: Json }, kinds: readonly RegExp[]): URL[] =>
  Object.entries(record).flatMap(([name, value]) =>
    kinds.some((kind) => kind.test(name.toLowerCase().replace(/[^a-z]/g, '')))
      ? [value].flat().flatMap((one) => (typeof one === 'string' ? linkOf(one.trim()) : []))
      : [],
  );

function linkOf(text: string): URL[] {
  if (BARE.test(text)) return linkOf(`https://${text}`);
  if (URL.canParse(text)) return [new URL(text)];
  return text.startsWith('/') && URL.canParse(text, BASE) ? [new URL(text, BASE)] : [];
}
