import { auditActor, type Caller, type Context } from './context.ts';

export async function signOut({ store, clock, settings }: Context, caller: Caller): Promise<{ ended: true }> {
  await store.write(async (tx) => {
    await tx.sessions.end(caller.tokenHash);
    const event = { orgId: settings.orgId, at: clock.now(), actor: auditActor(caller) };
    await tx.audit.append({ type: 'session.ended', ...event });
  });
  return { ended: true };
}
