import { h } from './dom.ts';

/** A message that comes and goes at the lower left, as the products show them. */
export function flag(title: string, text: string, kind: 'success' | 'error'): void {
  document.querySelector('.flags')?.remove();
  document.body.append(
    h(
      'div',
      { class: 'flags' },
      h('div', { role: 'alert', class: `flag ${kind}` }, h('strong', {}, title), h('p', {}, text)),
    ),
  );
}

/** Sends JSON as the page. Answers what came, whatever the status. */
export async function send(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ ok: boolean; body: unknown }> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { ok: response.ok, body: await response.json().catch(() => null) };
  } catch {
    return { ok: false, body: null };
  }
}

/** What the service says went wrong, or a general sentence. */
export const messageOf = (body: unknown): string => {
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : null;
  return typeof message === 'string' ? message : 'Something went wrong. Try again.';
};
