import type { Role } from '../../core/contract/roles.ts';
import { addressKey } from '../../core/identity/index.ts';
import type { ProvenPerson } from '../../core/ports/identity-provider.ts';
import type { Transaction } from '../../core/ports/store.ts';
import { returnTo } from './begin-sign-in.ts';
import { after, type Context } from './context.ts';
import { Failure } from './failure.ts';

/** Life of a one-time code. Seconds. */
const CODE = 60;

/**
 * The browser is back from the provider. Answers where to send it: to the client with a one-time code, or with
 * `error=access_denied`. Throws `sign-in-failed` when we do not know the attempt (too old, used before, never ours).
 * @param address the full address the browser came to
 */
export async function finishSignIn(context: Context, address: URL): Promise<{ location: string; why: string | null }> {
  const { store, ids, clock } = context;
  const stateHash = ids.sha256(address.searchParams.get('state') ?? '');
  const signIn = await store.write((tx) => tx.sessions.takeSignIn(stateHash, clock.now()));
  if (!signIn) throw new Failure('sign-in-failed', 'This sign-in is too old or was used before. Start again.');
  const { clientId, redirectUri, state, codeChallenge } = signIn;
  const answer = await context.identityProvider.finish(address.href, signIn.attempt);
  if (!answer.ok) return { location: returnTo(redirectUri, { error: 'access_denied', state }), why: answer.why };

  const code = ids.secret();
  await store.write(async (tx) => {
    const { subject, name } = answer.person;
    const email = answer.person.emailVerified ? answer.person.email : '';
    const roles = await rolesOf(context, tx, { ...answer.person, email });
    const person = { subject, name, email, roles };
    const expiresAt = after(clock.now(), CODE);
    await tx.sessions.putCode(ids.sha256(code), { clientId, redirectUri, codeChallenge, person }, expiresAt);
  });
  return { location: returnTo(redirectUri, { code, state }), why: null };
}

/**
 * Roles by group. Until somebody of the admin group has signed in once, the configured address is an admin too, so that
 * an installation whose groups are not set up yet is not locked; that is audited each time.
 */
async function rolesOf(context: Context, tx: Transaction, person: ProvenPerson): Promise<Role[]> {
  const { roleGroups, bootstrapAdmin, orgId } = context.settings;
  const at = context.clock.now();
  const roles: Role[] = (['admin', 'reviewer', 'auditor'] as const).filter((role) =>
    person.groups.includes(roleGroups[role]),
  );
  if (roles.includes('admin')) await tx.sessions.markAdmin(at);
  else if (
    bootstrapAdmin !== null &&
    addressKey(person.email) === addressKey(bootstrapAdmin) &&
    !(await tx.sessions.adminHasSignedIn())
  ) {
    roles.unshift('admin');
    const actor = { kind: 'person', subject: person.subject, name: person.name } as const;
    await tx.audit.append({ type: 'admin.bootstrapped', orgId, at, actor });
  }
  return [...roles, 'member'];
}
