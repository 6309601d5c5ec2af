import type { MessageAnswer, MessageInput, MessageKind, MessageOutput } from '../../core/contract/messages.ts';
import { api } from './browser.ts';
import { isCurrent } from './lifecycle.ts';

type Failure = Extract<MessageAnswer, { ok: false }>['error'] | 'gone' | 'interrupted';

/**
 * The background could not or would not answer. `gone`: the extension was updated or removed under an open page. `interrupted`: its
 * worker ended before it answered, or the page was left and has come back from the browser's cache, where no answer reaches it.
 */
export class MessageError extends Error {
  readonly code: Failure;
  constructor(code: Failure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MessageError';
    this.code = code;
  }
}

/**
 * Asks the background. Where its worker ends before it answers it is asked once more: what is asked so may come twice. The answer comes
 * from our own code and is checked there, so nothing heavy is needed here: content scripts stay small. Throws `MessageError` only.
 */
export const send = async <K extends MessageKind>(kind: K, input: MessageInput<K>): Promise<MessageOutput<K>> =>
  answered<K>((await post({ kind, input }, retry)) ?? (await post({ kind, input }, retry)), retry);

/** As `send`, for what must not come twice: whether it was done is not known where the worker ends meanwhile. */
export const sendOnce = async <K extends MessageKind>(kind: K, input: MessageInput<K>): Promise<MessageOutput<K>> =>
  answered<K>(await post({ kind, input }, look), look);

const retry = 'Try again.';
const look = 'Look whether it was done before you try again.';

/** Undefined where the worker ended: the browser ends it whenever it likes, and starts it again for the next message. */
async function post(message: object, again: string): Promise<MessageAnswer | undefined> {
  try {
    return await unlessLeft(api().runtime.sendMessage(message), again);
  } catch (cause) {
    if (cause instanceof MessageError) throw cause;
    if (isCurrent()) return undefined;
    throw new MessageError('gone', 'Gatehouse was updated. Reload the page.', cause);
  }
}

function answered<K extends MessageKind>(answer: MessageAnswer | undefined, again: string): MessageOutput<K> {
  if (answer === undefined) throw new MessageError('interrupted', `Gatehouse was interrupted. ${again}`);
  if (!answer.ok) throw new MessageError(answer.error, answer.message);
  return answer.value as MessageOutput<K>;
}

/** Pages that are left and come back wait for good otherwise, and what they hold with them. */
async function unlessLeft(
  answer: Promise<MessageAnswer | undefined>,
  again: string,
): Promise<MessageAnswer | undefined> {
  const over = new AbortController();
  const left = new Promise<never>((_, reject) =>
    globalThis.addEventListener?.(
      'pageshow',
      ({ persisted }) => {
        if (persisted) reject(new MessageError('interrupted', `You left this page before it was answered. ${again}`));
      },
      { signal: over.signal },
    ),
  );
  return Promise.race([answer, left]).finally(() => over.abort());
}
