import type { z } from 'zod';
import type { exchangeCode as route } from '../../core/contract/routes/session.ts';
import { after, auditActor, type Context } from './context.ts';
import { Failure } from './failure.ts';
import { meOf } from './get-me.ts';
import { callerOf } from './who-is.ts';

/** Life of a session. Seconds. */
const SESSION = 8 * 3600;

/** Exchanges a one-time code for a session. The code is gone after the first try, whatever comes of it. */
export async function exchangeCode(
  context: Context,
  body: z.output<(typeof route)['body']>,
): Promise<z.input<(typeof route)['response']>> {
  const { store, ids, clock, settings } = context;
  const now = clock.now();
  const code = await store.write((tx) => tx.sessions.takeCode(ids.sha256(body.code), now));
  const challenge = Buffer.from(ids.sha256(body.code_verifier), 'hex').toString('base64url');
  if (
    !code ||
    code.clientId !== body.client_id ||
    code.redirectUri !== body.redirect_uri ||
    code.codeChallenge !== challenge
  )
    throw new Failure('sign-in-failed', 'This sign-in code is not valid any more. Sign in again.');

  const accessToken = ids.secret();
  const tokenHash = ids.sha256(accessToken);
  const session = { client: code.clientId, person: code.person, expiresAt: after(now, SESSION) };
  await store.write(async (tx) => {
    await tx.sessions.sweep(now);
    await tx.sessions.put(tokenHash, session);
    await tx.audit.append({
      type: 'session.started',
      orgId: settings.orgId,
      at: now,
      actor: auditActor(code.person),
      client: code.clientId,
      roles: [...code.person.roles],
    });
  });
  const caller = await callerOf(context, session, tokenHash);
  return { access_token: accessToken, token_type: 'Bearer', expires_in: SESSION, me: await meOf(context, caller) };
}
