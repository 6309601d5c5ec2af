import { type KnownKey, vocabulary } from './vocabulary.ts';

/** An app of which Gatehouse knows the name alone, as Atlassian's id wrote it. */
export type UnknownApp = `other:${string}`;

/** Names of apps have spaces where their ids have hyphens, and programs underlines. */
const idOf = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, '-');

const known: ReadonlyMap<string, KnownKey> = new Map(
  (Object.keys(vocabulary) as KnownKey[]).flatMap((key) =>
    [key, idOf(vocabulary[key].name), ...vocabulary[key].ids].map((id) => [id, key] as const),
  ),
);

/** Longer names are cut, and end in `~` to show it. */
const LONGEST = 80;

/** Blanks are `_`; every other sign that no key has keeps its number (`a/b` is `a~2f~b`), so that two names stay two. */
const spelled = (name: string): string =>
  name
    .replace(/\s/g, '_')
    .replace(/[^\p{L}\p{M}\p{N}._~-]/gu, (sign) => `~${(sign.codePointAt(0) ?? 0).toString(16)}~`) || '_';

/**
 * The app that an id or a name means, in whatever spelling: capitals, spaces around it, the `.ondemand` of bills. Whatever is not in the
 * vocabulary stays an unknown app by its own name; no name ever becomes the nearest app. Apart from the schema, so that scripts
 * in pages need no parser for it.
 */
export function productNamed(key: string): KnownKey | UnknownApp {
  const plain = key
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/^other:/, '');
  const found = known.get(idOf(plain.replace(/\.ondemand$/, '')));
  if (found !== undefined) return found;
  const name = spelled(plain);
  return `other:${name.length > LONGEST ? `${name.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}~` : name}`;
}

/** Owners of resources that are no apps: sites and organizations as such, and people. */
const noApps: ReadonlySet<string> = new Set(['platform', 'identity']);

/** As `productNamed` for the owner of an Atlassian resource (`ari:cloud:<owner>:…`); null when the resource is no app's. */
export const productOfOwner = (owner: string): KnownKey | UnknownApp | null =>
  noApps.has(owner.trim().toLowerCase()) ? null : productNamed(owner);

/** A longer name goes before the one it starts with. */
const names = (Object.keys(vocabulary) as KnownKey[])
  .map((key) => ({ key, name: vocabulary[key].name.toLowerCase() }))
  .sort((one, other) => other.name.length - one.name.length);

/** The apps of the vocabulary that a text names by their names, each once. Names of apps are not translated. */
export function appsNamedIn(text: string): KnownKey[] {
  let rest = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}()]+/gu, ' ')} `;
  return names.flatMap(({ key, name }) => {
    if (!rest.includes(` ${name} `)) return [];
    rest = rest.replaceAll(` ${name} `, ' · ');
    return [key];
  });
}
