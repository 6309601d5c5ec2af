import type { MessageAnswer, MessageInput, MessageKind, MessageOutput } from '../../core/contract/messages.ts';
import { api } from './browser.ts';

type Failure = Extract<MessageAnswer, { ok: false }>['error'] | 'gone';

/** The background could not or would not answer. `gone`: the extension was updated or removed under an open page. */
export class MessageError extends Error {
  readonly code: Failure;
  constructor(code: Failure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MessageError';
    this.code = code;
  }
}

/**
 * Asks the background. The answer comes from our own code and is checked there, so nothing heavy is needed here: content
 * scripts stay small. Throws `MessageError` only.
 */
export async function send<K extends MessageKind>(kind: K, input: MessageInput<K>): Promise<MessageOutput<K>> {
  let answer: MessageAnswer | undefined;
  try {
    answer = await api().runtime.sendMessage({ kind, input });
  } catch (cause) {
    throw new MessageError('gone', 'Gatehouse was updated. Reload the page.', cause);
  }
  if (answer === undefined) throw new MessageError('gone', 'Gatehouse does not answer. Reload the page.');
  if (!answer.ok) throw new MessageError(answer.error, answer.message);
  return answer.value as MessageOutput<K>;
}
