import type { z } from 'zod';
import {
  contentMessages,
  type MessageAnswer,
  type MessageKind,
  type MessageOutput,
  messages,
  promptMessages,
} from '../../core/contract/messages/index.ts';
import type { Source } from '../platform/sender.ts';
import { say } from '../words/say.ts';
import { toFailure } from './failure.ts';

/** One for each message of the contract. */
export type Handlers = {
  readonly [K in MessageKind]: (
    input: z.output<(typeof messages)[K]['input']>['input'],
    from: Source,
  ) => Promise<MessageOutput<K>>;
};

/**
 * Answers one message. What does not parse is `bad-message`; what the sender may not ask is `not-allowed`: content scripts
 * get the content messages only, the prompt's page the prompt's, and only the panel gets the session.
 */
export async function route(handlers: Handlers, message: unknown, from: Source): Promise<MessageAnswer> {
  const kind = kindOf(message);
  if (kind === null) return { ok: false, error: 'bad-message', message: 'This is no message of Gatehouse.' };
  if (!mayAsk(kind, from.kind)) return { ok: false, error: 'not-allowed', message: say('failure.may-not-ask') };
  const parsed = messages[kind].input.safeParse(message);
  if (!parsed.success) return { ok: false, error: 'bad-message', message: say('failure.bad-message') };
  try {
    // The handler of a kind takes the input of that kind: the table's type says so, a union of keys cannot.
    const handle = handlers[kind] as (input: unknown, from: Source) => Promise<unknown>;
    return { ok: true, value: await handle(parsed.data.input, from) };
  } catch (error) {
    const failure = toFailure(error);
    if (failure.code === 'failed') console.warn(`Gatehouse: "${kind}" failed.`, error);
    return { ok: false, error: failure.code, message: failure.message };
  }
}

const kindOf = (message: unknown): MessageKind | null => {
  const kind = typeof message === 'object' && message !== null && 'kind' in message ? message.kind : null;
  return typeof kind === 'string' && Object.hasOwn(messages, kind) ? (kind as MessageKind) : null;
};

function mayAsk(kind: MessageKind, from: Source['kind']): boolean {
  if (from === 'prompt' || Object.hasOwn(promptMessages, kind))
    return from === 'prompt' && Object.hasOwn(promptMessages, kind);
  if (from === 'content') return Object.hasOwn(contentMessages, kind);
  return kind !== 'session' || from === 'panel';
}
