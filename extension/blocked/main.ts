import '../platform/no-eval.ts';
import '../platform/polyfill.ts';
import type { MessageOutput } from '../../core/contract/messages.ts';
import { element } from '../dom/element.ts';
import { byId, dressPage } from '../dom/page.ts';
import { asker } from '../features/policy-prompt/ask.ts';
import { promptModel } from '../features/policy-prompt/model.ts';
import { promptStyle } from '../features/policy-prompt/style.ts';
import { promptView } from '../features/policy-prompt/view.ts';
import { send } from '../platform/send.ts';

dressPage(`${promptStyle}
main { max-width: 520px; margin: 12vh auto 0; padding: 0 16px 48px; }
.card { padding: 0; border-radius: 12px; }
.where { margin-top: 12px; text-align: center; overflow-wrap: anywhere; }
`);

const region = byId('blocked');

type Answer = NonNullable<MessageOutput<'stopped'>>;

/** Shows why the navigation was stopped and offers to ask IT, in the same words as the prompt on a page. */
function show({ intent, answer, address }: Answer): void {
  if (answer.decision.outcome === 'allow') {
    explain('This is allowed now', 'Your organization’s policy has changed. Open the link again.');
    return;
  }
  const view = promptView(
    promptModel(intent, answer),
    { ask: asker(intent, answer), proceed: goBack, close: goBack },
    'Go back',
  );
  region.replaceChildren(
    element('div', { class: 'card' }, view),
    element('p', { class: 'note where' }, `Stopped before it was opened: ${address}`),
  );
  view.querySelector<HTMLElement>('h1')?.focus();
}

function explain(title: string, text: string): void {
  region.replaceChildren(
    element(
      'div',
      { class: 'card' },
      element('div', { class: 'prompt' }, element('h1', {}, title), element('p', {}, text)),
    ),
  );
}

/** In Chromium the stopped page stands before us, in Firefox what was there before it. */
const BEFORE = location.protocol === 'moz-extension:' ? 1 : 2;

/** Where there is nothing before that, as in a new tab, the tab has served its purpose. */
function goBack(): void {
  if (history.length > BEFORE) history.back();
  else window.close();
}

async function start(): Promise<void> {
  const answer = await send('stopped', {});
  if (answer === null)
    explain(
      'Nothing is known to be stopped here',
      'This page explains what Gatehouse stopped in its tab. It keeps that of the last twenty tabs, until the browser ends. Open the link again to see why it was stopped.',
    );
  else show(answer);
}

void start()
  .catch((error: unknown) =>
    explain('Stopped by your organization’s policy', error instanceof Error ? error.message : 'Reload the page.'),
  )
  .finally(() => region.setAttribute('aria-busy', 'false'));
