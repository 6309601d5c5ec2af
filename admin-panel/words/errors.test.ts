import { describe, expect, it } from 'vitest';
import { CallError, fetchValue } from '../../core/contract/client.ts';
import { type ErrorCode, errors } from '../../core/contract/errors.ts';
import { routes } from '../../core/contract/routes/index.ts';
import { errorWords } from './errors.ts';

/** The error of a call that the service answers with this problem. */
async function answered(code: ErrorCode): Promise<CallError> {
  const { status, title } = errors[code];
  const problem = { type: 't', title, status, code, detail: `${title}`, instance: 'urn:gatehouse:request:4f1c-07' };
  const send = async () => new Response(JSON.stringify(problem), { status });
  const error = await fetchValue(send, routes.getHealth, {}).catch((cause: unknown) => cause);
  if (!(error instanceof CallError)) throw error;
  return error;
}

describe('an error in words', () => {
  it('of the service itself carries the reference to quote, last', async () => {
    const error = await answered('internal');
    expect(error.instance).toBe('urn:gatehouse:request:4f1c-07');
    expect(errorWords(error)).toBe('Something went wrong on our side. Reference: 4f1c-07');
    expect(errorWords(error, 'Try again.')).toBe('Something went wrong on our side. Try again. Reference: 4f1c-07');
  });

  it('does not say twice what to do', () => {
    const error = new CallError('not-found', 'There is nothing here. Go back to the list.', 404);
    expect(errorWords(error, 'Go back to the list.')).toBe('There is nothing here. Go back to the list.');
  });

  it('that was to be expected carries none', async () => {
    expect(errorWords(await answered('not-found'))).toBe('There is nothing here.');
    expect(errorWords(new CallError('unreachable', 'No answer.', null))).toBe('No answer.');
    expect(errorWords(new CallError('unexpected-answer', 'Not JSON.', 502))).toBe('Not JSON.');
  });
});
