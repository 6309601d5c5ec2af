/** What an Atlassian resource identifier names. */
export interface Ari {
  /** Who owns the resource, as written: nearly always an app. */
  readonly owner: string;
  /** The site, where the identifier says it. */
  readonly cloudId: string | null;
  /** Whether it names a site in a way that is no id. */
  readonly isOddSite: boolean;
}

/** Every form: `ari:cloud:jira::site/<cloudId>`, `ari:cloud:jira:<cloudId>:issue/1`, `ari:cloud:loom::workspace/<id>`, `ari:cloud:x`, `ari:cloud-gov:…`. */
const form =
  /ari:cloud(?:-[a-z]+)*:([^\s:/?&"'<>\\]+)(?::([^\s:/?&"'<>\\]*))?(?::([a-z0-9_-]+)\/([^\s:/?&"'<>\\]+))?/gi;
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** Colons and slashes may be percent-encoded, also twice. */
export const plainAris = (text: string): string =>
  text.includes('%') ? text.replace(/%(?:25)*3a/gi, ':').replace(/%(?:25)*2f/gi, '/') : text;

/** Every resource identifier in a text, in its order. */
export const arisIn = (text: string): Ari[] =>
  [...plainAris(text).matchAll(form)].map(([, owner = '', place = '', kind = '', id = '']) => {
    const site = kind.toLowerCase() === 'site' ? id : place;
    const isId = uuid.test(site);
    return { owner, cloudId: isId ? site.toLowerCase() : null, isOddSite: site !== '' && !isId };
  });
