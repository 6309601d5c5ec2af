import type { Session } from '../../core/ports/session-store.ts';
import { signInAccount } from './account-of-address.ts';
import type { Caller, Context } from './context.ts';

/** The person behind a bearer token; null when the session is unknown or over. */
export async function whoIs(context: Context, token: string): Promise<Caller | null> {
  const tokenHash = context.ids.sha256(token);
  const session = await context.store.sessions.find(tokenHash, context.clock.now());
  return session ? callerOf(context, session, tokenHash) : null;
}

/** The account is looked up each time: the directory may have learnt of the person after they signed in. */
export async function callerOf(context: Context, session: Session, tokenHash: string): Promise<Caller> {
  const { email } = session.person;
  const account = email === '' ? null : signInAccount(await context.store.directory.accountsByEmail([email]));
  return { ...session.person, accountId: account?.facts.accountId ?? null, tokenHash };
}
