import type { MessageAnswer, MessageInput, MessageKind, MessageOutput } from '../../core/contract/messages/index.ts';
import type { PlainKey } from '../../core/words/index.ts';
import { api } from './browser.ts';
import { plainly } from './catalogue.ts';
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
  answered<K>((await post({ kind, input }, RETRY)) ?? (await post({ kind, input }, RETRY)), RETRY);

/** As `send`, for what must not come twice: whether it was done is not known where the worker ends meanwhile. */
export const sendOnce = async <K extends MessageKind>(kind: K, input: MessageInput<K>): Promise<MessageOutput<K>> =>
  answered<K>(await post({ kind, input }, LOOK), LOOK);

/** What is said of an answer that will not come. */
interface Unanswered {
  readonly ended: PlainKey;
  readonly left: PlainKey;
}
const RETRY: Unanswered = { ended: 'interrupted.retry', left: 'interrupted.left-retry' };
const LOOK: Unanswered = { ended: 'interrupted.look', left: 'interrupted.left-look' };

/** Undefined where the worker ended: the browser ends it whenever it likes, and starts it again for the next message. */
async function post(message: object, { left }: Unanswered): Promise<MessageAnswer | undefined> {
  try {
    return await unlessLeft(api().runtime.sendMessage(message), left);
  } catch (cause) {
    if (cause instanceof MessageError) throw cause;
    if (isCurrent()) return undefined;
    // The browser tells none of its words any more.
    throw new MessageError('gone', 'Gatehouse was updated. Reload the page.', cause);
  }
}

function answered<K extends MessageKind>(answer: MessageAnswer | undefined, { ended }: Unanswered): MessageOutput<K> {
  if (answer === undefined) throw new MessageError('interrupted', plainly(ended));
  if (!answer.ok) throw new MessageError(answer.error, answer.message);
  return answer.value as MessageOutput<K>;
}

/** Pages that are left and come back wait for good otherwise, and what they hold with them. */
async function unlessLeft(
  answer: Promise<MessageAnswer | undefined>,
  said: PlainKey,
): Promise<MessageAnswer | undefined> {
  const over = new AbortController();
  const left = new Promise<void>((resolve) =>
    globalThis.addEventListener?.(
      'pageshow',
      ({ persisted }) => {
        if (persisted) resolve();
      },
      { signal: over.signal },
    ),
  ).then((): never => {
    throw new MessageError('interrupted', plainly(said));
  });
  return Promise.race([answer, left]).finally(() => over.abort());
}
