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

/** A link opened in a new tab has no way back; then the tab has served its purpose. */
function goBack(): void {
  if (history.length > 1) history.back();
  else window.close();
}

async function start(): Promise<void> {
  // Atlassian's pages may frame the prompt, and with it every page of the extension: here nobody is to be tricked into a click.
  if (window.top !== window) return;
  const word = new URLSearchParams(location.search).get('word') ?? '';
  const answer = word === '' ? null : await send('stopped', { word, address: location.hash.slice(1) });
  if (answer === null)
    explain(
      'Nothing to see here',
      'This page explains links that Gatehouse stopped, once each. Open the link again to see why it was stopped.',
    );
  else show(answer);
}

void start()
  .catch((error: unknown) =>
    explain('Stopped by your organization’s policy', error instanceof Error ? error.message : 'Reload the page.'),
  )
  .finally(() => region.setAttribute('aria-busy', 'false'));
