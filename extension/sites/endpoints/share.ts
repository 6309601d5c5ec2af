import { isLikeAddress } from '../../../core/identity/index.ts';
import { unknownIn } from './besides.ts';
import { isRecord, isSaid, listOf } from './body.ts';
import type { Json } from './json.ts';
import { lettersOf } from './people-fields.ts';
import { peopleIn } from './people-in-body.ts';

/** What a field may hold: one word or text, whatever people write, or fields of its own. */
type Shape = 'text' | 'prose' | { readonly [letters: string]: Shape };

const comment: Shape = { format: 'text', value: 'prose' };
/**
 * What a share says besides whom it is for (`ShareRequest` of share clients; older ones name the link and its title apart, and where
 * each kind of recipient comes from).
 */
const share: Shape = {
  content: { ari: 'text', link: 'text', title: 'text', type: 'text', workspaceari: 'text' },
  metadata: {
    atloriginid: 'text',
    productid: 'text',
    shareeaction: 'text',
    toatlassianaccountholders: { atloriginid: 'text' },
  },
  comment,
  message: comment,
  link: 'text',
  entitytitle: 'text',
  entitytype: 'text',
  atloriginid: 'text',
  productid: 'text',
};

/** A share with people, groups and teams that are known to the site by id, and with nobody by address. */
export const isHarmlessShare = (body: Json): boolean =>
  isRecord(body) &&
  Array.isArray(body.recipients) &&
  listOf(body.recipients).every(hasAccess) &&
  strangeFields(body).length === 0 &&
  peopleIn(untitled(body)).every(({ accountId }) => accountId !== null);

/** Fields of a share that nobody described and that say something: each may name further people. */
export const strangeFields = (body: Json): Json[] =>
  isRecord(body)
    ? Object.entries(body).flatMap(([name, value]) =>
        lettersOf(name) === 'recipients'
          ? [value].flat().flatMap(besideWho)
          : strangeIn(name, value, share[lettersOf(name)]),
      )
    : [];

function strangeIn(name: string, value: Json, shape: Shape | undefined): Json[] {
  if (typeof value === 'boolean' || !isSaid(value) || shape === 'prose') return [];
  if (isRecord(value) && typeof shape === 'object')
    return Object.entries(value)
      .flatMap(([inner, held]) => strangeIn(inner, held, shape[lettersOf(inner)]))
      .map((field) => ({ [name]: field }));
  const isText = typeof value !== 'object' && (shape === 'text' || shape === comment);
  // Whoever is read in it says nothing of the others.
  return isText ? [] : [{ [name]: value }, ...unknownIn({ [name]: value })];
}

/** What a recipient says besides: one who has access nothing but an id, the others as people are described in any call. */
const besideWho = (recipient: Json): Json[] =>
  isRecord(recipient) && hasAccess(recipient)
    ? Object.entries(recipient).flatMap(([name, value]) =>
        ['type', 'id', 'email'].includes(name) || isNameOf(name, value) ? [] : strangeIn(name, value, undefined),
      )
    : unknownIn({ recipients: [recipient] });

const isNameOf = (name: string, value: Json): boolean =>
  lettersOf(name) === 'name' && typeof value === 'string' && !isLikeAddress(value);

/** A share without what its content is called: a page may be about an address. */
export function untitled(body: Json): Json {
  if (!isRecord(body)) return body;
  const { content } = body;
  return { ...withoutText(body, 'entitytitle'), ...(isRecord(content) && { content: withoutText(content, 'title') }) };
}

const withoutText = (record: { readonly [key: string]: Json }, title: string): { readonly [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(record).filter(([name, value]) => typeof value !== 'string' || lettersOf(name) !== title),
  );

const known: ReadonlySet<string> = new Set(['user', 'group', 'team']);
const hasAccess = (recipient: Json): boolean =>
  isRecord(recipient) &&
  typeof recipient.type === 'string' &&
  known.has(recipient.type.toLowerCase()) &&
  typeof recipient.id === 'string' &&
  recipient.id !== '' &&
  /^[\w:.-]{1,128}$/.test(recipient.id) &&
  (recipient.email ?? '') === '';
