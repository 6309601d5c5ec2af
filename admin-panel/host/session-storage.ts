import { z } from 'zod';

/** The session of this tab. It is gone when the tab closes; other tabs sign in for themselves. */
const Kept = z.object({ accessToken: z.string().min(1), expiresAt: z.number() });

/** A sign-in under way: what must be there when the provider sends the browser back. */
const Pending = z.object({ state: z.string(), verifier: z.string(), returnTo: z.string() });
export type Pending = z.infer<typeof Pending>;

const SESSION = 'gatehouse.session';
const PENDING = 'gatehouse.sign-in';

export const keepToken = (accessToken: string, expiresInSeconds: number): void =>
  sessionStorage.setItem(SESSION, JSON.stringify({ accessToken, expiresAt: Date.now() + expiresInSeconds * 1000 }));

/** Null when there is none, when it has ended, or when what is stored is not ours. */
export function readToken(): string | null {
  const kept = Kept.safeParse(parsed(SESSION));
  return kept.success && kept.data.expiresAt > Date.now() ? kept.data.accessToken : null;
}

export const forgetToken = (): void => sessionStorage.removeItem(SESSION);

export const keepPending = (pending: Pending): void => sessionStorage.setItem(PENDING, JSON.stringify(pending));

/** Reads and removes: a sign-in can be finished once. */
export function takePending(): Pending | null {
  const pending = Pending.safeParse(parsed(PENDING));
  sessionStorage.removeItem(PENDING);
  return pending.success ? pending.data : null;
}

function parsed(key: string): unknown {
  const text = sessionStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    // Somebody else's value under our key is the same as none.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
