import { CallError } from '../../core/contract/client.ts';
import type { MessageAnswer } from '../../core/contract/messages.ts';

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

export const notSignedIn = (): Failure =>
  new Failure('not-signed-in', 'You are not signed in to Gatehouse. Open Gatehouse in the toolbar and sign in.');

export const notConfigured = (): Failure =>
  new Failure(
    'not-configured',
    'Gatehouse does not know your organization’s service yet. Set its address in the options.',
  );

/** Puts any error of the background into the words of the message contract. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof CallError) {
    if (error.code === 'not-signed-in') return notSignedIn();
    if (error.code === 'unreachable')
      return new Failure('unreachable', 'IT’s service cannot be reached right now. Try again in a moment.', error);
    return new Failure('failed', error.message, error);
  }
  return new Failure('failed', 'Gatehouse could not do this. Try again.', error);
}
