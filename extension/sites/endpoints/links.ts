import type { Json } from './json.ts';

const LINK = /^(?:links?|urls?)$/i;

/** The addresses that a record's own fields for links hold; what is no whole address is none. */
export const linksOf = (record: { readonly [key: string]: Json }): URL[] =>
  Object.entries(record).flatMap(([name, value]) =>
    LINK.test(name)
      ? [value].flat().flatMap((one) => (typeof one === 'string' && URL.canParse(one) ? [new URL(one)] : []))
      : [],
  );
