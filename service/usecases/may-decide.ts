import { addressKey } from '../../core/identity/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import {
  type AccessRequest,
  type Actor,
  type DirectoryOf,
  mayFulfil,
  type Person,
  type Refusal,
  samePerson,
} from '../../core/requests/index.ts';
import { type Caller, personOf } from './context.ts';
import { openStates } from './request-states.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly message: string };

/**
 * Core refuses the requester and the targets; somebody whose own wish was attached to the request asked for it just as much,
 * whichever of their sign-ins they decide with. So did whoever has an open wish that this request may fulfil, among others: those
 * for apps, sites or people that could not be told are never attached, nor those that another act would have fulfilled.
 */
export async function mayDecide(
  { requests }: { readonly requests: Pick<Reads['requests'], 'attachments' | 'naming'> },
  request: AccessRequest,
  caller: Caller,
): Promise<Answer> {
  const person = personOf(caller);
  if (await hasJoined(requests, request, person))
    return no('You asked for the same thing, so you cannot decide this request. Ask another reviewer.');
  const others = (await requests.naming(person, openStates)).filter(
    (other) => other.id !== request.id && mayFulfil(request, other),
  );
  for (const other of others)
    if (samePerson(other.requester, person) || (await hasJoined(requests, other, person)))
      return no(
        `Your own request #${other.number} may be for the same thing, or for a part of it, so you cannot decide this one. Ask another reviewer.`,
      );
  return { ok: true };
}

async function hasJoined(
  requests: Pick<Reads['requests'], 'attachments'>,
  { id }: AccessRequest,
  person: Person,
): Promise<boolean> {
  return (await requests.attachments(id)).some((attachment) => samePerson(attachment.person, person));
}

const no = (message: string): Answer => ({ ok: false, refusal: 'own-request', message });

/** Who decides, with what the directory knows of their address and of the accounts that the request names. */
export async function deciderOf(
  { directory }: Pick<Reads, 'directory'>,
  request: AccessRequest,
  caller: Caller,
): Promise<Actor> {
  return {
    kind: 'person',
    person: personOf(caller),
    roles: caller.roles,
    directory: await directoryOf(directory, request, caller),
  };
}

async function directoryOf(
  directory: Pick<Reads['directory'], 'accountsByEmail' | 'accountsById'>,
  { targets }: AccessRequest,
  { email }: Caller,
): Promise<DirectoryOf> {
  if (email === '') return { mine: [], others: [] };
  const mine = await directory.accountsByEmail([email]);
  const named = await directory.accountsById(targets.flatMap(({ accountId }) => accountId ?? []));
  const others = named.filter(({ facts }) => facts.email !== null && addressKey(facts.email) !== addressKey(email));
  return { mine: mine.map(({ facts }) => facts.accountId), others: others.map(({ facts }) => facts.accountId) };
}
