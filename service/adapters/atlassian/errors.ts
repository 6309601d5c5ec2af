import { z } from 'zod';

export type AtlassianErrorKind =
  | 'rate-limited'
  | 'unavailable'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'licence-limit'
  | 'no-subscription'
  | 'refused'
  | 'not-understood';

/** A call to Atlassian that did not work. The message is fit for people and says what to do. */
export class AtlassianError extends Error {
  override readonly name = 'AtlassianError';
  readonly kind: AtlassianErrorKind;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
  /** Atlassian's own title and detail, when there were any. */
  readonly theirWords: string;
  constructor(
    kind: AtlassianErrorKind,
    message: string,
    more: { status?: number; retryAfterSeconds?: number | null; theirWords?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.kind = kind;
    this.status = more.status ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
    this.theirWords = more.theirWords ?? '';
  }
  /** Whether the same call may work later. */
  get passing(): boolean {
    return this.kind === 'rate-limited' || this.kind === 'unavailable';
  }
}

/** The three error bodies: Organizations API, its gateway, and Jira. */
const Body = z.object({
  errors: z
    .array(
      z.object({
        code: z.string().nullish(),
        title: z.string().nullish(),
        detail: z.string().nullish(),
      }),
    )
    .optional()
    .catch(undefined),
  errorMessages: z.array(z.string()).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** Turns an answer that is not a success into the error it stands for. `what` completes "Atlassian … while <what>". */
export function errorOf(status: number, headers: Headers, text: string, what: string): AtlassianError {
  const body = Body.safeParse(parsed(text)).data;
  const first = body?.errors?.[0];
  const words = [first?.title, first?.detail, body?.errorMessages?.[0], body?.message].filter((word) => word);
  const theirWords = [...new Set(words)].join(': ').slice(0, 300);
  const said = theirWords === '' ? '' : ` Atlassian says: ${theirWords}.`;
  const kind = kindOf(status, first?.code ?? '', theirWords);
  const retryAfterSeconds = retryAfter(headers);
  return new AtlassianError(kind, `${sentence(kind, status, what)}${said}`, { status, retryAfterSeconds, theirWords });
}

function kindOf(status: number, code: string, words: string): AtlassianErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 402) return 'no-subscription';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'unavailable';
  // 409 means "is there already" or "no seat is left": only the code tells (Organizations API 2026-09).
  if (/409-3$/.test(code) || (status === 409 && /licen[cs]e|user limit/i.test(words))) return 'licence-limit';
  return status === 409 ? 'conflict' : 'refused';
}

function sentence(kind: AtlassianErrorKind, status: number, what: string): string {
  switch (kind) {
    case 'unauthorized':
      return `Atlassian did not accept our credentials (401) while ${what}. Create a new key and restart Gatehouse with it.`;
    case 'forbidden':
      return `Atlassian does not let our key do this (403) while ${what}. Give the key the scope for it, or make one without scopes: docs/connect-your-organization.md, step 1.`;
    case 'rate-limited':
      return `Atlassian asks us to slow down (429) while ${what}.`;
    case 'unavailable':
      return `Atlassian could not answer (${status}) while ${what}.`;
    default:
      return `Atlassian refused (${status}) while ${what}.`;
  }
}

/** `Retry-After` in seconds or as a date, else the moment `X-RateLimit-Reset` names; null when neither says. */
export function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value !== null && /^\d+$/.test(value.trim())) return Number(value);
  const moment = Date.parse(value ?? headers.get('x-ratelimit-reset') ?? '');
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - Date.now()) / 1000));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Gateways answer HTML; then the status is all there is.
    return {};
  }
}
