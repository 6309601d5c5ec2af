import { type ErrorCode, errors } from '../../core/contract/errors.ts';

/** A use case says no. The message is for people: what happened and what to do next. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message?: string, cause?: unknown) {
    super(message ?? `${errors[code].title} ${errors[code].next}`, { cause });
    this.code = code;
  }
}
