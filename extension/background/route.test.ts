import { describe, expect, it } from 'vitest';
import { contentMessages, messages, promptMessages } from '../../core/contract/messages/index.ts';
import type { Source } from '../platform/sender.ts';
import { notSignedIn } from './failure.ts';
import type { Handlers } from './route.ts';
import { route } from './route.ts';

const seen: string[] = [];
const handlers = Object.fromEntries(
  Object.keys(messages).map((kind) => [
    kind,
    async () => {
      seen.push(kind);
      if (kind === 'signOut') throw notSignedIn();
      if (kind === 'state') throw new TypeError('bug');
      return kind;
    },
  ]),
) as unknown as Handlers;

const ask = (message: unknown, kind: Source['kind'] = 'page') => route(handlers, message, { kind, frame: null });
const empty = (kind: string) => ({ kind, input: {} });

describe('messages to the background', () => {
  it('gives content scripts the content messages only', async () => {
    expect(await ask(empty('ready'), 'content')).toEqual({ ok: true, value: 'ready' });
    for (const kind of Object.keys(messages).filter((name) => !Object.hasOwn(contentMessages, name)))
      expect(await ask(empty(kind), 'content')).toMatchObject({ ok: false, error: 'not-allowed' });
  });

  it('gives the prompt its own messages only, and them to nobody else: no script on a page asks IT or goes on', async () => {
    for (const kind of Object.keys(messages)) {
      const prompts = Object.hasOwn(promptMessages, kind);
      const from = prompts ? (['content', 'page', 'panel'] as const) : (['prompt'] as const);
      for (const who of from)
        expect(await ask(empty(kind), who), `${who} ${kind}`).toMatchObject({ ok: false, error: 'not-allowed' });
    }
    expect(await ask(empty('ask'), 'content')).toMatchObject({ ok: false, error: 'not-allowed' });
    const token = crypto.randomUUID();
    expect(await ask({ kind: 'promptClose', input: { token } }, 'prompt')).toEqual({ ok: true, value: 'promptClose' });
  });

  it('gives the session to the panel only', async () => {
    expect(await ask(empty('session'), 'page')).toMatchObject({ ok: false, error: 'not-allowed' });
    expect(await ask(empty('session'), 'panel')).toEqual({ ok: true, value: 'session' });
  });

  it.each([
    [null],
    ['check'],
    [{ kind: 'constructor', input: {} }],
    [{ kind: 'nonsense', input: {} }],
    [{ kind: 'resolve', input: { accountIds: 'x' } }],
    [{ kind: 'ready', input: {}, more: 1 }],
  ])('takes no message that does not parse: %j', async (message) => {
    seen.length = 0;
    expect(await ask(message)).toMatchObject({ ok: false, error: 'bad-message' });
    expect(seen).toEqual([]);
  });

  it('puts failures into words and hides the rest', async () => {
    expect(await ask(empty('signOut'))).toMatchObject({ ok: false, error: 'not-signed-in' });
    const bug = await ask(empty('state'));
    expect(bug).toMatchObject({ ok: false, error: 'failed' });
    expect(JSON.stringify(bug)).not.toContain('bug');
  });
});
