import '../platform/no-eval.ts';
import '../platform/polyfill.ts';
import { byId, dressPage, redraw } from '../dom/page.ts';
import { openOptions, openPage } from '../platform/lifecycle.ts';
import { onNotice } from '../platform/notices.ts';
import { openOutbox } from '../platform/outbox.ts';
import { requestHostAccess } from '../platform/permissions.ts';
import { send, sendOnce } from '../platform/send.ts';
import { say } from '../words/say.ts';
import { type PopupActions, type PopupData, popupContent } from './render.ts';
import { popupStyle } from './style.ts';

/** While somebody looks, their requests are asked for this often; the answer is mostly "not modified". */
const LOOK_EVERY_MS = 4000;

dressPage(popupStyle);
const region = byId('popup');
const outbox = openOutbox();
let shown = '';

const show = (text: string): void => {
  byId('message').textContent = text;
};

const words = (error: unknown): string => (error instanceof Error ? error.message : say('popup.failed'));

const actions: PopupActions = {
  signIn: () => void run(() => sendOnce('signIn', {})),
  signOut: () => void run(() => sendOnce('signOut', {})),
  // Nothing may stand between the press and this, or the browser refuses.
  allowAccess: () => void run(requestHostAccess),
  openOptions: () => void openOptions(),
  dismiss: (seq) => void run(() => outbox.remove([seq])),
  stop: (seq) => void run(() => outbox.remove([seq])),
  retry: (seq) => void run(() => outbox.retry(seq)),
  copy: (text) => void run(() => navigator.clipboard.writeText(text)),
  withdraw: (id) => void run(() => sendOnce('withdraw', { id })),
  openPanel: () => void openPage('panel/index.html'),
};

async function run(act: () => Promise<unknown>): Promise<void> {
  show('');
  region.setAttribute('aria-busy', 'true');
  try {
    await act();
  } catch (error) {
    show(words(error));
  } finally {
    region.setAttribute('aria-busy', 'false');
    await look(true);
  }
}

async function look(refresh: boolean): Promise<void> {
  const mine = await send('myRequests', { refresh }).catch(() => send('myRequests', { refresh: false }));
  const [state, kept, broken] = await Promise.all([send('state', {}), outbox.all(), outbox.broken()]);
  const { requests, more } = state.me === null ? { requests: [], more: 0 } : mine;
  draw({ state, requests, more, kept, broken });
}

function draw(data: PopupData): void {
  const next = JSON.stringify(data);
  if (next === shown) return;
  shown = next;
  redraw(region, popupContent(data, actions));
  region.setAttribute('aria-busy', 'false');
}

const safely = (refresh: boolean): void => void look(refresh).catch((error: unknown) => show(words(error)));

onNotice(() => safely(false), new AbortController().signal);
safely(false);
safely(true);
setInterval(() => safely(true), LOOK_EVERY_MS);
