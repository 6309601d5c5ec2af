/** Status 0 stands for a call that never got an answer. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
}

/** Sends JSON as the page does, with the session cookie. Answers what came, whatever the status; never throws. */
export const send = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(path, { credentials: 'include', ...init });
    return { ok: response.ok, status: response.status, body: await response.json().catch(() => null) };
  } catch {
    // Refused by the network or by an extension: for the page it is one and the same.
    return { ok: false, status: 0, body: null };
  }
}

/** What the service says went wrong, in words for the person. */
export function messageOf({ status, body }: Answer): string {
  if (hasCode(body, 'licence-exceeded')) return 'Nobody was added because you’ve reached your user limit.';
  if (status === 0) return 'We couldn’t reach the server. Check your connection and try again.';
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : null;
  return typeof message === 'string' ? message : 'Something went wrong on our end. Try again in a moment.';
}

const hasCode = (body: unknown, code: string): boolean =>
  typeof body === 'object' && body !== null && 'code' in body && body.code === code;
