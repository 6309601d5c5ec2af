import type { z } from 'zod';
import { MessageAnswer, messages } from '../../core/contract/messages/index.ts';
import { tabDrafts } from './drafts.ts';
import type { Host } from './host.ts';
import { locationHistory } from './location-history.ts';

/** A call that the background of the extension refused; the message is for people. */
class BackgroundError extends Error {
  readonly error: Extract<MessageAnswer, { ok: false }>['error'];
  constructor(answer: Extract<MessageAnswer, { ok: false }>) {
    super(answer.message);
    this.name = 'BackgroundError';
    this.error = answer.error;
  }
}

type PageMessage = 'session' | 'signIn' | 'signOut';

/** The panel as a page of the extension: the background has the session and renews it, this side asks for each call. */
export const extensionHost = (): Host => ({
  kind: 'extension',
  history: locationHistory(),
  setTitle: (title) => {
    document.title = title;
  },
  isUnderHeader: false,
  drafts: tabDrafts(),
  send: async (path, init) => {
    const current = await session();
    // No session is the service's answer to give: a call without a token comes back as `not-signed-in`.
    if (current === null) return new Response(notSignedIn, { status: 401 });
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${current.accessToken}`);
    return fetch(new URL(path, current.serviceUrl), { ...init, headers });
  },
  restoreSession: async () => {
    try {
      return { state: (await session()) === null ? 'signed-out' : 'signed-in' };
    } catch (cause) {
      if (cause instanceof BackgroundError) return { state: 'failed', message: cause.message };
      throw cause;
    }
  },
  signIn: async () => {
    await ask('signIn');
  },
  signInAsOther: null,
  signOut: async () => {
    await ask('signOut');
  },
  live: 'stream',
  theme: 'auto',
  locale: navigator.language,
  open: (url) => void window.open(url, '_blank', 'noopener'),
});

/** The background's session; null when nobody is signed in, in whichever way it says so. */
async function session(): Promise<z.output<(typeof messages)['session']['output']>> {
  try {
    return await ask('session');
  } catch (cause) {
    if (cause instanceof BackgroundError && cause.error === 'not-signed-in') return null;
    throw cause;
  }
}

/** Asks the background; the shapes are declared once in `core/contract/messages.ts`. */
async function ask<K extends PageMessage>(kind: K): Promise<z.output<(typeof messages)[K]['output']>> {
  const answer = MessageAnswer.parse(await chrome.runtime.sendMessage({ kind, input: {} }));
  if (!answer.ok) throw new BackgroundError(answer);
  return messages[kind].output.parse(answer.value) as z.output<(typeof messages)[K]['output']>;
}

const notSignedIn = JSON.stringify({
  type: 'about:blank',
  title: 'Not signed in',
  status: 401,
  code: 'not-signed-in',
  detail: 'The extension has no session. Sign in again.',
  instance: '',
});
