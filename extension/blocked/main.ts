import '../platform/no-eval.ts';
import '../platform/polyfill.ts';
import type { MessageOutput } from '../../core/contract/messages/index.ts';
import { button, element } from '../dom/element.ts';
import { byId, dressPage } from '../dom/page.ts';
import { resultOf } from '../features/policy-prompt/ask.ts';
import { promptModel } from '../features/policy-prompt/model.ts';
import { promptStyle } from '../features/policy-prompt/style.ts';
import { type AskResult, promptView, resultView } from '../features/policy-prompt/view.ts';
import { askedOf } from '../intents/asked-of.ts';
import { send } from '../platform/send.ts';
import { say } from '../words/say.ts';

dressPage(`${promptStyle}
main { max-width: 520px; margin: 12vh auto 0; padding: 0 16px 48px; }
.card { padding: 0; border-radius: 12px; }
.where { margin-top: 12px; text-align: center; overflow-wrap: anywhere; }
`);

const region = byId('blocked');

type Answer = NonNullable<MessageOutput<'stopped'>>;

/** Shows why the navigation was stopped and offers to ask IT, in the same words as the prompt on a page. */
function show({ intent, answer, address, url, signedIn }: Answer): void {
  if (answer.decision.outcome !== 'block') {
    const now = answer.decision.outcome === 'allow' ? 'blocked.allowed' : 'blocked.not-closed';
    explain(say(now), say(`${now}.why`), url);
    return;
  }
  const { key, sent } = keptOf(address, answer.stopId);
  const ask = async (reason: string, handedOver: () => void): Promise<AskResult> => {
    handedOver();
    const result = resultOf(await send('ask', { key, intent, reason, ...askedOf(answer) }));
    if (result.state === 'sent') keepSent(result);
    return result;
  };
  const view = sent
    ? resultView(sent, goBack)
    : promptView(promptModel(intent, answer, signedIn), { ask, proceed: goBack, close: goBack }, say('go-back'));
  const field = view.querySelector('textarea');
  if (field) keepTyped(field);
  region.replaceChildren(
    element('div', { class: 'card' }, view),
    element('p', { class: 'note where' }, say('blocked.address', { address })),
  );
  view.querySelector<HTMLElement>('h1')?.focus();
}

/**
 * What the tab keeps outlives a reload: of an address what was typed about it, and of one stop the key of its request, so that however
 * often it is asked for it is one, and the answer once it was sent.
 */
function keptOf(address: string, stopId: string | null): { readonly key: string; readonly sent: AskResult | null } {
  if (sessionStorage.getItem('address') !== address) sessionStorage.clear();
  sessionStorage.setItem('address', address);
  const key = sessionStorage.getItem('key');
  // Two stops that were not recorded may be two: nothing says that they are one.
  if (key !== null && stopId !== null && sessionStorage.getItem('stop') === stopId)
    return { key, sent: JSON.parse(sessionStorage.getItem('sent') ?? 'null') };
  const fresh = crypto.randomUUID();
  sessionStorage.setItem('stop', stopId ?? '');
  sessionStorage.setItem('key', fresh);
  sessionStorage.removeItem('sent');
  return { key: fresh, sent: null };
}

function keepSent(result: AskResult): void {
  sessionStorage.setItem('sent', JSON.stringify(result));
  sessionStorage.removeItem('typed');
}

function keepTyped(field: HTMLTextAreaElement): void {
  field.value = sessionStorage.getItem('typed') ?? '';
  field.addEventListener('input', () => sessionStorage.setItem('typed', field.value));
}

/** `url` is offered to be opened again; undefined where there is nothing to open. */
function explain(title: string, text: string, url?: string | null): void {
  const again =
    url === undefined
      ? []
      : url === null
        ? [element('p', {}, say('blocked.open-link'))]
        : [
            element(
              'div',
              { class: 'actions' },
              button(say('blocked.open'), 'primary', () => location.assign(url)),
            ),
          ];
  region.replaceChildren(
    element(
      'div',
      { class: 'card' },
      element(
        'div',
        { class: 'prompt' },
        element('div', { class: 'brand' }, 'Gatehouse'),
        element('h1', {}, title),
        element('p', {}, text),
        ...again,
      ),
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
  if (answer === null) explain(say('blocked.nothing'), say('blocked.nothing.why'));
  else show(answer);
}

void start()
  .catch((error: unknown) => explain(say('blocked.failed'), error instanceof Error ? error.message : say('reload')))
  .finally(() => region.setAttribute('aria-busy', 'false'));
