import '../platform/no-eval.ts';
import '../platform/polyfill.ts';
import { type MessageOutput, type PromptHeight, promptHeights } from '../../core/contract/messages/index.ts';
import { button, element } from '../dom/element.ts';
import { byId, dressPage } from '../dom/page.ts';
import { resultOf } from '../features/policy-prompt/ask.ts';
import { failureModel, promptModel } from '../features/policy-prompt/model.ts';
import { promptStyle } from '../features/policy-prompt/style.ts';
import { promptView } from '../features/policy-prompt/view.ts';
import { onNotice } from '../platform/notices.ts';
import { send, sendOnce } from '../platform/send.ts';
import { say } from '../words/say.ts';
import { type Guarded, guardPresses } from './guarded.ts';
import { watchKeys } from './keys.ts';
import { confirmEscape } from './leave.ts';

dressPage(`${promptStyle}
html { background: var(--surface); }
body { min-height: 100vh; }
.prompt { min-height: 100vh; display: flex; flex-direction: column; padding-bottom: 0; }
.prompt > .actions:last-child {
  position: sticky; bottom: 0; margin: auto -24px 0; padding: 12px 24px 20px; background: var(--surface);
  border-top: 1px solid var(--line);
}
/* Where the last row would leave no room for a text above it, one scrolls past the text to the row. */
@media (max-height: 360px) { .prompt > .actions:last-child { position: static; } }
@media (max-height: 250px) { .prompt { padding-top: 8px; gap: 8px; } .prompt > .actions:last-child { padding-bottom: 12px; } }
.covered, .failed { color: var(--danger); font-weight: 500; } .covered:empty, .failed:empty { display: none; }
/* No opacity: the browser would call the button not seen. */
button[aria-disabled="true"] { opacity: 1; }
button:disabled, button.primary:disabled { background: var(--line); color: var(--subtle); cursor: default; }
[hidden] { display: none !important; }
`);

/** Around the text and between its parts, as `promptStyle` has it, in CSS pixels. */
const [SPACE, GAP] = [24, 16];

const region = byId('prompt');
/** Framed over a page, or in a window of our own where nothing can cover us. */
const framed = window.top !== window;
const token = location.hash.slice(1);
// The token has served: nobody finds it in the address afterwards.
history.replaceState(null, '', location.pathname);
const { signal } = new AbortController();

const letGo = watchKeys(signal);

/** Under way or done: a held or second press closes once. */
let isClosing = false;
async function close(): Promise<void> {
  if (isClosing) return;
  isClosing = true;
  try {
    await letGo();
    await send('promptClose', { token });
    shut();
  } catch (error) {
    isClosing = false;
    fail(error);
  }
}
const shut = (): void => {
  if (!framed) window.close();
};
const toWindow = (): void =>
  void send('promptToWindow', { token, draft: region.querySelector('textarea')?.value ?? '' }).then(
    () => region.replaceChildren(moved()),
    fail,
  );

function show(content: MessageOutput<'promptContent'>): void {
  document.documentElement.style.colorScheme = content.scheme;
  const { intent, decision, failure } = content;
  const model =
    decision === null
      ? failureModel(intent, new Error(failure ?? ''))
      : promptModel(intent, { ...content, decision }, content.signedIn);
  let guarded: Guarded | null = null;
  const view = promptView(model, {
    ask: async (reason, handedOver) => {
      await guarded?.sure();
      failed.textContent = '';
      handedOver();
      return resultOf(await send('promptAsk', { token, reason }));
    },
    proceed: (justification) =>
      (async () => {
        await guarded?.sure();
        failed.textContent = '';
        await letGo();
        await sendOnce('promptProceed', { token, justification });
        shut();
      })().catch(fail),
    close,
  });
  const field = view.querySelector('textarea');
  if (field) field.value = content.draft;
  region.replaceChildren(view);
  clearLastRow();
  guarded = guardPresses(view, !framed, toWindow, hint, signal);
  view.lastElementChild?.before(failed);
  confirmEscape(view, close, signal);
  // Whoever was not signed in when it opened has done so since.
  onNotice(({ notice }) => {
    if (notice === 'session-changed') view.querySelector('[data-sign-in]')?.remove();
  }, signal);
  const title = view.querySelector<HTMLElement>('h1');
  title?.focus();
  // A frame that has not been given the focus yet cannot take it: it is there when it comes.
  const came = (): void => {
    if (document.activeElement === document.body) title?.focus();
  };
  window.addEventListener('focus', came, { once: true, signal });
}

/** The last row stands over what is scrolled: what gets the focus, or is said, is scrolled to above it. */
function clearLastRow(): void {
  const look = (): void => {
    const row = region.querySelector<HTMLElement>('.prompt > .actions:last-child');
    const over = row && getComputedStyle(row).position === 'sticky' ? row.offsetHeight : 0;
    document.documentElement.style.scrollPaddingBottom = `${over + GAP / 2}px`;
  };
  new ResizeObserver(look).observe(region);
  look();
}

/** Tells how much room the text takes, in one of few sizes: a page can measure the frame. */
function fitHeight(): void {
  let last: PromptHeight | null = null;
  const look = (): void => {
    const view = region.firstElementChild;
    if (!view) return;
    const needed = roomFor(view);
    const height = promptHeights.find((one) => one >= needed) ?? 800;
    if (height === last) return;
    last = height;
    send('promptHeight', { token, height }).catch(fail);
  };
  new MutationObserver(look).observe(region, { childList: true, subtree: true, characterData: true });
  new ResizeObserver(look).observe(region);
  look();
}

/** What stands above the last row, and that row, which itself stands at the end of the frame however high that is. */
function roomFor(view: Element): number {
  const shown = [...view.children].filter((child): child is HTMLElement => child.clientHeight > 0);
  const [row, above] = [shown.at(-1), shown.at(-2)];
  const below = row?.matches('.actions') ? 0 : SPACE;
  return (above ? above.offsetTop + above.offsetHeight + GAP : SPACE) + (row?.offsetHeight ?? 0) + below;
}

/** Why what was pressed did not go on. It stands until something is pressed anew and seen: `.covered` beside it comes and goes. */
const failed = element('p', { class: 'failed', role: 'alert' });

const fail = (error: unknown): void => tell(error instanceof Error ? error.message : say('prompt.not-done'));

function tell(text: string): void {
  if (!failed.isConnected) region.replaceChildren(stoppedView(text));
  else failed.textContent = text;
}

/** Why a press did not count. What failed before matters more. */
function hint(text: string): void {
  if (failed.textContent === '') failed.textContent = text;
}

const stoppedView = (text: string): HTMLElement =>
  element(
    'div',
    { class: 'prompt' },
    element('h1', { tabindex: '-1' }, say('stopped-by-gatehouse')),
    element('p', { class: 'failed', role: 'alert' }, text),
  );

const moved = (): HTMLElement =>
  element(
    'div',
    { class: 'prompt' },
    element('div', { class: 'brand' }, 'Gatehouse'),
    element('h1', { tabindex: '-1' }, say('prompt.go-on-in-window')),
    element('p', {}, say('prompt.stays-stopped')),
    element('div', { class: 'actions' }, button(say('open-again'), 'subtle', toWindow)),
  );

void send('promptContent', { token })
  .then((content) => {
    show(content);
    if (framed) fitHeight();
  }, fail)
  .finally(() => region.setAttribute('aria-busy', 'false'));
