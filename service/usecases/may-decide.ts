import { addressKey } from '../../core/identity/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import {
  type AccessRequest,
  type Actor,
  type DirectoryOf,
  mayBeSameWish,
  type Refusal,
  samePerson,
} from '../../core/requests/index.ts';
import { type Caller, personOf } from './context.ts';
import { openStates } from './request-states.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly message: string };

/**
 * Core refuses the requester and the targets; somebody whose own wish was attached to the request asked for it just as much,
 * whichever of their sign-ins they decide with. So did whoever has an open wish that nobody knows to be another one: those for
 * apps, sites or people that could not be told are never attached.
 */
export async function mayDecide(
  { requests }: { readonly requests: Pick<Reads['requests'], 'attachments' | 'ofPerson'> },
  request: AccessRequest,
  caller: Caller,
): Promise<Answer> {
  const person = personOf(caller);
  const attachments = await requests.attachments(request.id);
  if (attachments.some((attachment) => samePerson(attachment.person, person)))
    return no('You asked for the same thing, so you cannot decide this request. Ask another reviewer.');
  const asked = await requests.ofPerson(caller.subject, Number.MAX_SAFE_INTEGER, openStates);
  const same = asked.find((other) => other.id !== request.id && mayBeSameWish(other, request));
  return same
    ? no(
        `Your own request #${same.number} may be for the same thing, so you cannot decide this one. Ask another reviewer.`,
      )
    : { ok: true };
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
