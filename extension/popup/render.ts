import type { ExtensionState } from '../../core/contract/messages.ts';
import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { button, element } from '../dom/element.ts';
import type { OutboxEntry } from '../platform/outbox.ts';
import { protectionOf } from './protection.ts';
import { requestItem } from './request-item.ts';
import { ago } from './when.ts';

/** Everything the popup shows. */
export interface PopupData {
  readonly state: ExtensionState;
  readonly requests: readonly OwnRequest[];
  readonly kept: readonly OutboxEntry[];
}

export interface PopupActions {
  readonly signIn: () => void;
  readonly signOut: () => void;
  readonly openOptions: () => void;
  readonly openPanel: () => void;
  /** Forgets something that the service refused for good. */
  readonly dismiss: (seq: number) => void;
}

const staff = new Set(['admin', 'reviewer', 'auditor']);

/** The popup's content for what is known. Names and reasons are other people's text and stay text. */
export function popupContent(data: PopupData, actions: PopupActions): Node[] {
  const { state } = data;
  const sections = [header(state), protection(state, actions), person(state, actions), waiting(data, actions)];
  if (state.me !== null) sections.push(requests(data));
  return [...sections.filter((section) => section !== null), footer(state, actions)];
}

const header = ({ me }: ExtensionState): HTMLElement =>
  element(
    'header',
    {},
    element('img', { src: '/icons/48.png', alt: '' }),
    element(
      'div',
      {},
      element('h1', {}, 'Gatehouse'),
      element('p', { class: 'note' }, me?.organization.name ?? 'Access through IT'),
    ),
  );

function protection(state: ExtensionState, actions: PopupActions): HTMLElement {
  const { tone, headline, detail } = protectionOf(state, ago);
  const setUp =
    state.serviceUrl === null ? named('set-up', button('Set the address', 'primary', actions.openOptions)) : null;
  return element(
    'section',
    { class: 'card', 'aria-label': 'Protection' },
    element(
      'div',
      { class: `protection ${tone}` },
      element('span', { class: 'dot' }),
      element('strong', {}, headline),
      element('p', { class: 'note' }, detail),
    ),
    setUp,
  );
}

function person({ me, serviceUrl }: ExtensionState, actions: PopupActions): HTMLElement | null {
  if (me === null) return serviceUrl === null ? null : named('sign-in', button('Sign in', 'primary', actions.signIn));
  return element(
    'section',
    { class: 'row', 'aria-label': 'Signed in' },
    element('div', {}, element('strong', {}, me.name), element('p', { class: 'note' }, me.email)),
    named('sign-out', button('Sign out', 'subtle', actions.signOut)),
  );
}

/** What has not reached IT: waiting things are counted, refused requests are told with IT's words until dismissed. */
function waiting({ state, kept }: PopupData, actions: PopupActions): HTMLElement | null {
  const asked = kept.filter((entry) => entry.kind === 'request');
  const refused = kept.filter((entry) => entry.refused !== null);
  const open = asked.filter((entry) => entry.refused === null).length;
  const records = state.waiting - open;
  const lines = [
    open > 0
      ? `${open === 1 ? '1 request is' : `${open} requests are`} kept here and sent when IT’s service can be reached.`
      : null,
    records > 0 ? `${records === 1 ? 'One record waits' : `${records} records wait`} to be sent.` : null,
  ].filter((line) => line !== null);
  if (lines.length === 0 && refused.length === 0) return null;
  return element(
    'section',
    { class: 'card', 'aria-label': 'Waiting to be sent' },
    ...lines.map((line) => element('p', {}, line)),
    ...refused.map((entry) => refusal(entry, actions)),
  );
}

function refusal({ seq, kind, at, refused }: OutboxEntry, actions: PopupActions): HTMLElement {
  const what = kind === 'request' ? 'A request' : 'A record';
  const dismiss = named(
    `dismiss-${seq}`,
    button('Dismiss', 'subtle', () => actions.dismiss(seq)),
  );
  return element(
    'div',
    { class: 'row' },
    element('p', { class: 'bad' }, `${what} of ${ago(at)} was not accepted: ${refused}`),
    dismiss,
  );
}

function requests({ state, requests: mine }: PopupData): HTMLElement {
  const list =
    mine.length === 0
      ? element(
          'p',
          { class: 'empty' },
          'You have not asked IT for anything yet. When an action is stopped, “Ask IT” brings it here.',
        )
      : element(
          'ul',
          { class: 'requests', tabindex: '0', 'aria-labelledby': 'mine' },
          ...mine.map((request) => requestItem(request, state.me)),
        );
  return element('section', { 'aria-labelledby': 'mine' }, element('h2', { id: 'mine' }, 'My requests'), list);
}

function footer({ me }: ExtensionState, actions: PopupActions): HTMLElement {
  const panel = me?.roles.some((role) => staff.has(role))
    ? named('panel', button('Open the review panel', 'subtle', actions.openPanel))
    : null;
  return element('footer', {}, panel, named('options', button('Options', 'subtle', actions.openOptions)));
}

function named(id: string, made: HTMLElement): HTMLElement {
  made.id = id;
  return made;
}
