/** What the page's `<meta>`s say, by name; null for those that are missing or empty. All are read in one look at the page. */
export function metasOf(document: Document): (name: string) => string | null {
  const contents = new Map<string, string>();
  // The first of two with one name counts, as it does for browsers.
  for (const { name, content } of [...document.getElementsByTagName('meta')].reverse())
    contents.set(name, content.trim());
  return (name) => contents.get(name) || null;
}

/** The keys that are true in a record of JSON; null for what is none. */
export function truthyKeys(json: string | null): readonly string[] | null {
  if (json === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null; // The page's own data is broken: the same as not said.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.entries(value)
    .filter(([, on]) => on === true)
    .map(([key]) => key);
}
