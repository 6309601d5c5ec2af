import { button, element } from '../../dom/element.ts';
import { say } from '../../words/say.ts';
import type { PromptModel } from './model.ts';
import { peopleFact } from './people.ts';
import { reasonField } from './reason-field.ts';

/** What became of asking IT, for the person. */
export interface AskResult {
  readonly state: 'sent' | 'kept';
  readonly headline: string;
  readonly detail: string;
}

export interface PromptActions {
  /** Sends the request. Rejects with an `Error` whose message says what to do; the form stays as it is then. */
  /** `handedOver` is called once nothing holds it back any more: until then nothing on the view may move. */
  readonly ask: (reason: string, handedOver: () => void) => Promise<AskResult>;
  /** Goes on with what was stopped; only offered when the outcome lets it. Says itself what goes wrong. */
  readonly proceed: (reason: string | null) => void | Promise<void>;
  readonly close: () => void;
}

/**
 * The content of the prompt: what was stopped, why and by whom, what it would cost, what is recorded, and what to do.
 * The element has a heading with the id `gatehouse-title`. `cancel` is what the way out is called.
 */
export function promptView(model: PromptModel, actions: PromptActions, cancel = say('cancel')): HTMLElement {
  const view = element('div', { class: 'prompt' });
  const field = model.mayAskIt || model.outcome === 'justify' ? reasonField(model.outcome) : null;
  // What is asked of the person comes before what is good to know: in a low window the rest is found by scrolling.
  view.append(
    ...explanation(model),
    ...(model.signInFirst === null ? [] : [element('p', { class: 'warning', 'data-sign-in': '' }, model.signInFirst)]),
    ...(field ? [field.root] : []),
    ...goodToKnow(model),
    actionRow(model, actions, cancel, field, view),
  );
  return view;
}

function explanation(model: PromptModel): HTMLElement[] {
  return [
    element('div', { class: 'brand' }, 'Gatehouse'),
    title(model.title),
    element('p', { id: 'gatehouse-message' }, model.message, ...linkTo(model.link)),
    element(
      'dl',
      {},
      ...fact(say(model.outcome === 'block' ? 'prompt.stopped' : 'prompt.action'), model.stopped),
      ...peopleFact(model.whom, model.people),
      ...fact(say('prompt.rule'), model.rule),
      element('dt', {}, say('prompt.effect')),
      element(
        'dd',
        {},
        ...model.effect.map(({ tone, text }) => element('p', tone === 'warning' ? { class: 'warning' } : {}, text)),
      ),
    ),
  ];
}

const goodToKnow = (model: PromptModel): HTMLElement[] => [
  element('p', { class: 'small' }, model.recorded),
  element('p', { class: 'small' }, ...stopNumber(model.stopId), say('prompt.questions', { owner: model.owner })),
];

/** The first of its document: a page of ours, in a frame or alone. */
const title = (text: string): HTMLElement => element('h1', { id: 'gatehouse-title', tabindex: '-1' }, text);

/** To say to IT or to paste into a ticket. */
function stopNumber(id: string | null): (Node | string)[] {
  if (id === null) return [];
  const [before = '', after = ''] = say('prompt.number', { number: HERE }).split(HERE);
  return [before, element('span', { class: 'stop' }, id), after, say('both.gap')];
}

/** Stands in a sentence where an element of its own comes. */
const HERE = '\u0000';

const fact = (name: string, text: string): HTMLElement[] => [element('dt', {}, name), element('dd', {}, text)];

/** Rules may carry any address; only a web page is offered. */
function linkTo(link: string | null): (Node | string)[] {
  if (link === null || !/^https?:\/\//.test(link)) return [];
  return [' ', element('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, say('prompt.more'))];
}

function actionRow(
  model: PromptModel,
  actions: PromptActions,
  cancel: string,
  field: ReturnType<typeof reasonField> | null,
  view: HTMLElement,
): HTMLElement {
  const row = element('div', { class: 'actions' });
  const leave = button(cancel, 'subtle', actions.close);
  row.append(leave);
  if (model.outcome === 'warn')
    row.append(continueButton(say('prompt.continue-anyway'), 'subtle', () => actions.proceed(null)));
  if (model.outcome === 'justify')
    row.append(
      continueButton(say('prompt.continue'), 'primary', () => {
        const reason = field?.read() ?? null;
        return reason === null ? undefined : actions.proceed(reason);
      }),
    );
  if (model.mayAskIt && field)
    row.append(askButton(actions, field, view, leave, model.outcome === 'justify' ? 'subtle' : 'primary'));
  return row;
}

/** Marks a button that starts something, for hosts that must be sure that the person sees it. */
const starts = (made: HTMLButtonElement): HTMLButtonElement => {
  made.setAttribute('data-starts', '');
  return made;
};

/** A second press while the first is on its way is none. */
function continueButton(
  label: string,
  kind: 'primary' | 'subtle',
  proceed: () => ReturnType<PromptActions['proceed']>,
): HTMLButtonElement {
  const press = async () => {
    if (made.hasAttribute('aria-disabled')) return;
    const going = proceed();
    if (!(going instanceof Promise)) return;
    made.setAttribute('aria-disabled', 'true');
    await going;
    made.removeAttribute('aria-disabled');
  };
  const made = starts(button(label, kind, () => void press()));
  return made;
}

function askButton(
  actions: PromptActions,
  field: ReturnType<typeof reasonField>,
  view: HTMLElement,
  leave: HTMLButtonElement,
  kind: 'primary' | 'subtle',
): HTMLButtonElement {
  let busy = false;
  const sending = element('p', { class: 'small', role: 'status', 'data-sending': '' }, say('prompt.being-sent'));
  const cancel = leave.textContent;
  /** What is on its way is not cancelled by leaving. */
  const saySending = (): void => {
    made.textContent = say('prompt.sending');
    leave.parentElement?.before(sending);
    if (cancel === say('cancel')) leave.textContent = say('close');
  };
  const send = async () => {
    const reason = busy ? null : field.read();
    if (reason === null) return;
    busy = true;
    made.setAttribute('aria-disabled', 'true');
    // Where it shrank, the way out would come under the pointer of whoever presses twice.
    made.style.minWidth = `${made.offsetWidth}px`;
    // Whoever leaves now has sent nothing.
    made.textContent = say('prompt.checking');
    try {
      showResult(view, await actions.ask(reason, saySending), actions);
    } catch (error) {
      field.say(error instanceof Error ? error.message : say('prompt.not-sent'));
    } finally {
      busy = false;
      made.removeAttribute('aria-disabled');
      made.textContent = say('ask-it');
      sending.remove();
      leave.textContent = cancel;
    }
  };
  const made = starts(button(say('ask-it'), kind, () => void send()));
  return made;
}

function showResult(view: HTMLElement, result: AskResult, actions: PromptActions): void {
  view.replaceChildren(...resultView(result, actions.close).childNodes);
  view.querySelector<HTMLElement>('h1')?.focus();
}

/** What stands in place of the prompt once IT was asked. */
export const resultView = ({ state, headline, detail }: AskResult, close: () => void): HTMLElement =>
  element(
    'div',
    { class: 'prompt' },
    element('div', { class: 'brand' }, 'Gatehouse'),
    element(
      'div',
      { class: state === 'sent' ? 'done' : 'done kept', role: 'status' },
      element('div', {}, title(headline), element('p', {}, detail)),
    ),
    element('div', { class: 'actions' }, button(say('close'), 'primary', close)),
  );
