import { isContainerKey } from '../../../core/organization/index.ts';
import { plainAris } from '../ari.ts';
import { fittingKey } from '../key.ts';
import { plainPath, tidyPath } from '../plain-address.ts';
import { readRoute } from '../routes.ts';
import { isRecord, isSaid, jsonIn, recordsIn } from './body.ts';
import { formFields } from './form.ts';
import type { Json } from './json.ts';
import { addressesOf } from './links.ts';

/** `projectKey`, `space_keys`, `projectIdOrKey`, `sourceSpaceKey`, `key` in a `project`; a workspace is a site. */
const KEY = /(?<!work)(?:proj(?:ect)?|space)s?(?:idor)?keys?(?:orids?)?$/;
/** An issue's key starts with that of its project; that of a container or an entity may be either. */
const ISSUE_KEY = /(?:issue|workitem|ticket)s?(?:idor)?keys?(?:orids?)?$/;
const EITHER_KEY = /(?:container|entity|object|parent)s?keys?$/;
/** What names a project or space, or something in one, by an id that no page tells; the end of `identityId` is no entity. */
const ID =
  /(?<!work|id)(?:proj(?:ect)?|space|entity|content|container|object|page|blog|blogpost|issue|workitem|whiteboard|database|folder|board|queue|servicedesk|portal)s?ids?$|^pid$|jql$/;
/** A project or space by a word that may be its key, its name or its id: `project`, `targetSpace`, and no `workspace`. */
const EITHER = /(?<!work|white|name|disk)(?:project|space|container)s?$/;
/** An issue by its key or its id, or what may be one. */
const ISSUE = /^(?:issue|workitem)s?$/;
const MAY_BE_ISSUE = /^(?:ticket|parent)s?$/;
/** A key that no other word is about. */
const BARE_KEY = /^(?:input|data|items?|content|target|resources?|variables|payload|metadata)?key$/;
/** A name is no key. Beside one it is the same thing's. */
const NAME = /(?<!work)(?:project|space)s?names?$/;

const issueForm = /^([a-z][a-z0-9_]*)-\d+$/i;
const inPaths = [
  /^\/rest\/(?:servicedesk\/1\/pages\/people\/customers\/pagination|api\/(?:2|3|latest)\/project)\/([^/]+)\//i,
  /^\/rest\/servicedeskapi\/servicedesk\/([^/]+)\//i,
];
/** An ARI of something inside a site: an issue, a page, a project. Those of a whole site, of people and of roles name no container. */
const inside =
  /ari:cloud(?:-[a-z]+)*:(?!identity:)[a-z-]+:(?:[0-9a-f-]{36}:|:(?!(?:site|org|workspace|role|user|group|team|app)\/))[a-z-]+\//i;
const isInside = (text: string): boolean => inside.test(plainAris(text));

/** Names are looked at by their ends: those of records count for each of their fields. */
const lettersOf = (name: string): string =>
  name
    .slice(-100)
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/**
 * The key of the project or space that a call names: in its path, in its query, in a field for it, or by a link to something in it.
 * Null when it names several, or one in a way that is no key (an id may be another's than the page's), or cannot be read.
 * Undefined when it names none.
 */
export function containerIn(url: URL, body: Json, text: string | null): string | null | undefined {
  const named = namedIn([body, formFields(url.search)]);
  if (isInside(url.pathname)) named.add(null);
  for (const inPath of inPaths) {
    const part = inPath.exec(tidyPath(url.pathname))?.[1];
    if (part !== undefined) named.add(keyOf(part));
  }
  const isUnread = text === null || (body === null && text.trim() !== '');
  if (named.size === 0) return isUnread || namesOne([body, formFields(url.search)]) ? null : undefined;
  const [only = null] = named;
  return named.size === 1 ? only : null;
}

/** Whether a project or space is named by its name. */
const namesOne = (bodies: readonly Json[]): boolean =>
  bodies
    .flatMap(recordsIn)
    .some((record) =>
      Object.entries(record).some(
        ([name, value]) =>
          (NAME.test(lettersOf(name)) && isSaid(value)) ||
          (EITHER.test(lettersOf(name)) && [value].flat().some((one) => isRecord(one) && isSaid(one.name))),
      ),
    );

/** Every key that is named in these, and null for what is named in a way that is no key. */
function namedIn(bodies: readonly Json[]): Set<string | null> {
  const found = new Set<string | null>();
  // Without recursion: a page chooses how deep a body is.
  const open: Field[] = bodies.map((value) => ({ name: '', keysIn: null, value, isLinked: false }));
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    const { name, keysIn, value, isLinked } = field;
    if (Array.isArray(value)) for (const one of value as readonly Json[]) open.push({ ...field, value: one });
    else if (isRecord(value)) {
      const linked = addressesOf(value).flatMap(keyOfLink);
      for (const key of linked) found.add(key && fittingKey(key.toUpperCase()));
      for (const [own, inner] of Object.entries(value)) {
        if (isInside(own)) found.add(null);
        const letters = lettersOf(own);
        // Whole projects by their keys: `{ "OPS": true }`.
        if (EITHER.test(name) && /^[A-Z][A-Z\d_]+$/.test(own) && (inner === true || isRecord(inner))) found.add(own);
        // A field counts by its name, or by its record's with its own.
        const reader = (letters === 'key' ? null : readerOf(letters)) ?? readerOf(`${name}${letters}`);
        open.push({ name: letters, keysIn: reader, value: inner, isLinked: linked.length > 0 });
      }
    } else if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value);
      const json = jsonIn(text);
      if (json !== null) open.push({ ...field, value: json });
      else if (keysIn !== null && !isAddress(text)) for (const key of keysIn(text)) found.add(key);
      // What is shared is named by its link and by its id: that is one thing.
      if (json === null && !isLinked && isInside(text)) found.add(null);
    }
  }
  return found;
}

type Reader = (text: string) => readonly (string | null)[];

interface Field {
  /** In letters alone, as all names here. */
  readonly name: string;
  /** What reads its texts; null for a field that is about no project or space. */
  readonly keysIn: Reader | null;
  readonly value: Json;
  /** Whether a link beside it says the key. */
  readonly isLinked: boolean;
}

/** Read as a link. */
const isAddress = (text: string): boolean => /^\s*(?:\/|[a-z]+:\/\/)/i.test(text);

/** Pages of a site that lie in no project or space. */
const ofSite =
  /^\/(?:jira(?:\/(?:for-you|your-work|people|dashboards|filters|plans|projects|apps|settings)(?:\/.*)?)?|wiki(?:\/(?:home|people|search|spaces)(?:\/[^/]*)?)?|issues|people(?:\/.*)?|secure\/dashboard\.jspa)?$/;

/** The key of the place that a link on a site leads to, null where that place has one and the link does not say it. */
function keyOfLink(link: URL): (string | null)[] {
  const { site, projectKey, product } = readRoute(link);
  if (site === null || (projectKey === null && (product === 'unknown' || ofSite.test(plainPath(link.pathname)))))
    return [];
  return [projectKey];
}

const entriesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((entry) => entry !== '');
const keys: Reader = (text) => entriesOf(text).map(keyOf);
const keysOfIssues: Reader = (text) => entriesOf(text).map((entry) => keyOf(issueForm.exec(entry)?.[1] ?? ''));
const keysOfEither: Reader = (text) => entriesOf(text).map((entry) => keyOf(issueForm.exec(entry)?.[1] ?? entry));
const keysOfIssuesAlone: Reader = (text) =>
  entriesOf(text)
    .flatMap((entry) => issueForm.exec(entry)?.slice(1) ?? [])
    .map(keyOf);
const noKeys: Reader = (text) => entriesOf(text).map(() => null);

function readerOf(name: string): Reader | null {
  if (KEY.test(name)) return keys;
  if (ISSUE_KEY.test(name) || ISSUE.test(name)) return keysOfIssues;
  if (EITHER_KEY.test(name)) return keysOfEither;
  if (MAY_BE_ISSUE.test(name) || BARE_KEY.test(name)) return keysOfIssuesAlone;
  return ID.test(name) || EITHER.test(name) ? noKeys : null;
}

const keyOf = (value: string): string | null => (isContainerKey(value) ? fittingKey(value.toUpperCase()) : null);
