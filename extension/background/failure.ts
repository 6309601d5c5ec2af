import { CallError } from '../../core/contract/client.ts';
import type { MessageAnswer } from '../../core/contract/messages/index.ts';
import { say } from '../words/say.ts';

type Code = Extract<MessageAnswer, { ok: false }>['error'];

/** A failure with a code that pages know what to do about, and a sentence for people. */
export class Failure extends Error {
  readonly code: Code;
  constructor(code: Code, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Failure';
    this.code = code;
  }
}

export const notSignedIn = (): Failure => new Failure('not-signed-in', say('failure.not-signed-in'));

export const notConfigured = (): Failure => new Failure('not-configured', say('failure.not-configured'));

/** Puts any error of the background into the words of the message contract. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof CallError) {
    if (error.code === 'not-signed-in') return notSignedIn();
    if (error.code === 'unreachable') return new Failure('unreachable', say('failure.unreachable'), error);
    return new Failure('failed', say('failure.service', { detail: error.message }), error);
  }
  return new Failure('failed', say('failure.failed'), error);
}
