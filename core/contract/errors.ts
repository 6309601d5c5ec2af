import { z } from 'zod';

/**
 * Every error the service can answer with: a closed set. `title` is a sentence, `next` what to do about it.
 */
export const errors = {
  'bad-request': { status: 400, title: 'The request is not valid.', next: 'Check the fields named in "issues".' },
  'not-signed-in': { status: 401, title: 'You are not signed in, or the session has ended.', next: 'Sign in again.' },
  'not-allowed': { status: 403, title: 'Your role does not allow this.', next: 'Ask a Gatehouse admin for the role.' },
  'own-request': { status: 403, title: 'You cannot decide a request of your own.', next: 'Ask another reviewer.' },
  'not-found': { status: 404, title: 'There is nothing here.', next: 'Check the address, or go back to the list.' },
  'wrong-state': { status: 409, title: 'The request has moved on.', next: 'Reload to see where it stands.' },
  'idempotency-conflict': {
    status: 409,
    title: 'This idempotency key was used for something else.',
    next: 'Send a new key.',
  },
  'reason-required': { status: 422, title: 'A reason is required.', next: 'Write one sentence and try again.' },
  'too-large': { status: 413, title: 'The request body is too large.', next: 'Send less at once.' },
  'unsupported-media-type': { status: 415, title: 'Only JSON is accepted here.', next: 'Send application/json.' },
  'too-many-requests': { status: 429, title: 'Too many requests.', next: 'Wait as long as Retry-After says.' },
  'sign-in-failed': {
    status: 400,
    title: 'Signing in did not work.',
    next: 'Start again; if it keeps failing, tell IT.',
  },
  'directory-not-ready': {
    status: 503,
    title: 'The directory has not been read yet.',
    next: 'Try again in a minute; an admin can see the sync under Health.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side.',
    next: 'Try again; quote the reference if it stays.',
  },
} as const satisfies Record<string, { status: number; title: string; next: string }>;

export type ErrorCode = keyof typeof errors;
export const ErrorCode = z.enum(Object.keys(errors) as [ErrorCode, ...ErrorCode[]]);

/** Body of every error answer, `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: ErrorCode,
  /** What happened and what to do next, in words for people. */
  detail: z.string(),
  /** Names the log line; carries nothing else. */
  instance: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
