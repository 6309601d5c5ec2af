import type { Json } from './json.ts';

/** `link`, `url`, `shareUrl`, `page_link`, `href`. Pictures and the way back have addresses too. */
const LINK = /^(?:(?:share|page|issue|entity|target|content|project|space|web)?(?:links?|urls?)|hrefs?)$/;

/** Only the path of a relative address is read. */
const BASE = 'https://relative.atlassian.net';

/** The addresses that a record's own fields for links hold; what is neither a whole one nor a path is none. */
export const linksOf = (record: { readonly [key: string]: Json }): URL[] =>
  Object.entries(record).flatMap(([name, value]) =>
    LINK.test(name.toLowerCase().replace(/[^a-z]/g, ''))
      ? [value].flat().flatMap((one) => (typeof one === 'string' ? linkOf(one) : []))
      : [],
  );

function linkOf(text: string): URL[] {
  if (URL.canParse(text)) return [new URL(text)];
  return text.startsWith('/') && URL.canParse(text, BASE) ? [new URL(text, BASE)] : [];
}
