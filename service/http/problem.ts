import { type ErrorCode, errors, type Problem } from '../../core/contract/errors.ts';
import type { HttpContext } from './environment.ts';

export interface ProblemDetails {
  readonly detail?: string;
  readonly issues?: Problem['issues'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error answer: RFC 9457, with the code of the contract and what to do next. Never echoes what was sent. */
export function problem(c: HttpContext, code: ErrorCode, more: ProblemDetails = {}): Response {
  const { status, title, next } = errors[code];
  const body: Problem = {
    type: `urn:gatehouse:error:${code}`,
    title,
    status,
    code,
    detail: more.detail ?? `${title} ${next}`,
    instance: `urn:gatehouse:request:${c.get('requestId')}`,
    ...(more.issues ? { issues: more.issues } : {}),
  };
  return c.body(JSON.stringify(body), status, { ...more.headers, 'content-type': 'application/problem+json' });
}
