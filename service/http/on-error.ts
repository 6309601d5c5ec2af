import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { errors } from '../../core/contract/errors.ts';
import { Failure } from '../usecases/failure.ts';
import type { HttpContext } from './environment.ts';
import { problem } from './problem.ts';
import { problemPage, wantsPage } from './problem-page.ts';

/** The last stop of every error: what a use case refuses is told, everything else is logged and told as "internal". */
export const onError =
  (log: Logger) =>
  (error: Error, c: HttpContext): Response => {
    if (error instanceof Failure) {
      if (errors[error.code].status >= 500) log.warn({ requestId: c.get('requestId'), code: error.code }, 'refused');
      if (error.code === 'sign-in-failed' && wantsPage(c))
        return problemPage(c, errors['sign-in-failed'].title, error.message);
      return problem(c, error.code, { detail: error.message });
    }
    if (error instanceof HTTPException && error.status === 415) return problem(c, 'unsupported-media-type');
    if (error instanceof HTTPException && error.status === 400)
      return problem(c, 'bad-request', { detail: 'The body is not valid JSON.' });
    log.error({ requestId: c.get('requestId'), err: error }, 'a request failed');
    return problem(c, 'internal');
  };
