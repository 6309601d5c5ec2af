import type { ExtensionState } from '../../core/contract/messages/index.ts';
import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { button, element } from '../dom/element.ts';
import { type BrokenEntry, isForService, type OutboxEntry } from '../platform/outbox.ts';
import { actWords } from '../words/act.ts';
import { ago, say, together } from '../words/say.ts';
import { copyText } from './copy-text.ts';
import { protectionOf } from './protection.ts';
import { requestItem } from './request-item.ts';

/** Everything the popup shows. */
export interface PopupData {
  readonly state: ExtensionState;
  readonly requests: readonly OwnRequest[];
  /** How many other requests there are. */
  readonly more: number;
  readonly kept: readonly OutboxEntry[];
  readonly broken: readonly BrokenEntry[];
}

export interface PopupActions {
  readonly signIn: () => void;
  readonly signOut: () => void;
  /** Asks for the Atlassian pages. */
  readonly allowAccess: () => void;
  readonly openOptions: () => void;
  readonly openPanel: () => void;
  /** Forgets something that will never be sent. */
  readonly dismiss: (seq: number) => void;
  /** Sends a request no more that has not been confirmed. */
  readonly stop: (seq: number) => void;
  /** Sends something again that was refused. */
  readonly retry: (seq: number) => void;
  readonly copy: (text: string) => void;
  readonly withdraw: (id: OwnRequest['id']) => void;
}

const staff = new Set(['admin', 'reviewer', 'auditor']);

/** The popup's content for what is known. Names and reasons are other people's text and stay text. */
export function popupContent(data: PopupData, actions: PopupActions): Node[] {
  const { state } = data;
  const sections = [header(state), protection(state, actions), person(state, actions), waiting(data, actions)];
  if (state.me !== null) sections.push(requests(data, actions));
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
      element('p', { class: 'note' }, me?.organization.name ?? say('popup.tagline')),
    ),
  );

function protection(state: ExtensionState, actions: PopupActions): HTMLElement {
  const { tone, headline, detail } = protectionOf(state, ago);
  const access = state.hostAccess ? null : named('allow', button(say('popup.allow'), 'primary', actions.allowAccess));
  const setUp =
    state.serviceUrl === null ? named('set-up', button(say('popup.set-up'), 'primary', actions.openOptions)) : null;
  return element(
    'section',
    { class: 'card', 'aria-label': say('popup.protection') },
    element(
      'div',
      { class: `protection ${tone}` },
      element('span', { class: 'dot' }),
      element('strong', {}, headline),
      element('p', { class: 'note' }, detail),
    ),
    access,
    setUp,
  );
}

function person({ me, serviceUrl }: ExtensionState, actions: PopupActions): HTMLElement | null {
  if (me === null)
    return serviceUrl === null ? null : named('sign-in', button(say('popup.sign-in'), 'primary', actions.signIn));
  return element(
    'section',
    { class: 'row', 'aria-label': say('popup.signed-in') },
    element('div', {}, element('strong', {}, me.name), element('p', { class: 'note' }, me.email)),
    named('sign-out', button(say('popup.sign-out'), 'subtle', actions.signOut)),
  );
}

/**
 * What has not reached IT: what waits is counted, and one's own requests are told one by one with a way to stop them; what was refused
 * or cannot be read is told one by one until it is dismissed. What somebody else kept here, or anybody where nobody is signed in, is
 * counted and no more: whoever opens the browser reads, takes and stops nothing of it.
 */
function waiting({ state: { me, serviceUrl }, kept, broken }: PopupData, actions: PopupActions): HTMLElement | null {
  const isHere = ({ serviceUrl: of }: OutboxEntry) => isForService({ serviceUrl: of }, serviceUrl);
  const here = kept.filter(isHere);
  const ofPerson = here.filter(({ subject }) => me === null || subject === null || subject === me.subject);
  const waits = ofPerson.filter(({ refused }) => refused === null);
  const asked = waits.filter((entry) => entry.kind === 'request');
  const records = waits.filter(({ kind }) => kind === 'intent');
  const refused = ofPerson.filter((entry) => entry.refused !== null);
  const isOwn = ({ subject }: { subject: string | null }) =>
    me !== null && (subject === null || subject === me.subject);
  const hidden = [...refused, ...broken].filter((entry) => !isOwn(entry)).length;
  // Whoever signs in next is taken for the one who was stopped.
  const ofNobody = records.filter(({ subject }) => subject === null).length;
  // What was refused is not sent again, whoever signs in.
  const others = here.filter((entry) => !ofPerson.includes(entry) && entry.refused === null).length;
  const elsewhere = kept.filter((entry) => !isHere(entry)).length;
  const open = asked.length;
  const byPerson = me === null ? '-for-person' : '';
  const lines = [
    open > 0 ? say(`popup.request-waits${byPerson}`, { count: open }) : null,
    records.length > 0 ? say(`popup.record-waits${byPerson}`, { count: records.length }) : null,
    ofNobody > 0 ? say('popup.of-nobody', { count: ofNobody }) : null,
    others > 0 ? say('popup.of-others', { count: others }) : null,
    hidden > 0 ? say('popup.hidden', { count: hidden }) : null,
    elsewhere > 0 ? say('popup.elsewhere', { count: elsewhere }) : null,
  ].filter((line) => line !== null);
  const own = [
    ...asked.filter(isOwn).map((entry) => waitingRequest(entry, actions)),
    ...refused.filter(isOwn).map((entry) => refusal(entry, actions)),
    ...broken.filter(isOwn).map((entry) => unreadable(entry, actions)),
  ];
  if (lines.length === 0 && own.length === 0) return null;
  return element(
    'section',
    { class: 'card', 'aria-label': say('popup.not-sent') },
    ...lines.map((line) => element('p', {}, line)),
    ...own,
  );
}

type Request = Extract<OutboxEntry, { kind: 'request' }>;

function waitingRequest(entry: Request, actions: PopupActions): HTMLElement {
  const { seq, trouble, tried, at } = entry;
  const answer = trouble && say('popup.answered', { when: ago(trouble.at), why: trouble.why });
  const reach = tried ? say('popup.may-have-reached') : null;
  const waits = say('popup.waiting', { when: ago(at), act: aboutWords(entry) });
  return element(
    'div',
    { class: 'not-sent' },
    element('p', {}, together(waits, answer, reach)),
    element(
      'div',
      {},
      copyButton(entry, actions),
      named(
        `stop-${seq}`,
        button(say('popup.stop'), 'subtle', () => actions.stop(seq)),
      ),
    ),
  );
}

/** What it is about, and for whom: there may be several. A record says of people only how many. */
const aboutWords = ({ kind, body }: OutboxEntry): string => actWords(body, kind === 'request' ? body.targets : []);

function refusal(entry: OutboxEntry, actions: PopupActions): HTMLElement {
  const { kind, seq, at, refused } = entry;
  const about = { when: ago(at), act: aboutWords(entry), why: refused ?? '' };
  return notSent(say(kind === 'request' ? 'popup.refused-request' : 'popup.refused-record', about), [
    named(
      `retry-${seq}`,
      button(say('popup.retry'), 'subtle', () => actions.retry(seq)),
    ),
    ...copyAndDismiss(entry, actions),
  ]);
}

const unreadable = (entry: BrokenEntry, actions: PopupActions): HTMLElement =>
  notSent(say('popup.broken', { why: entry.why }), copyAndDismiss(entry, actions));

const notSent = (text: string, buttons: readonly HTMLElement[]): HTMLElement =>
  element('div', { class: 'not-sent' }, element('p', { class: 'bad' }, text), element('div', {}, ...buttons));

const copyAndDismiss = (entry: OutboxEntry | BrokenEntry, actions: PopupActions): HTMLElement[] => [
  copyButton(entry, actions),
  named(
    `dismiss-${entry.seq}`,
    button(say('dismiss'), 'subtle', () => actions.dismiss(entry.seq)),
  ),
];

const copyButton = (entry: OutboxEntry | BrokenEntry, { copy }: PopupActions): HTMLElement =>
  named(
    `copy-${entry.seq}`,
    button(say('popup.copy'), 'subtle', () => copy(copyText(entry))),
  );

function requests({ state, requests: mine, more }: PopupData, { withdraw }: PopupActions): HTMLElement {
  const list =
    mine.length === 0
      ? element('p', { class: 'empty' }, say('popup.no-requests'))
      : element(
          'ul',
          { class: 'requests', tabindex: '0', 'aria-labelledby': 'mine' },
          ...mine.map((request) => requestItem(request, state.me, withdraw)),
        );
  const others =
    more === 0 ? null : element('p', {}, say('popup.open-first', { shown: mine.length, all: mine.length + more }));
  return element(
    'section',
    { 'aria-labelledby': 'mine' },
    element('h2', { id: 'mine' }, say('popup.requests')),
    list,
    others,
  );
}

function footer({ me }: ExtensionState, actions: PopupActions): HTMLElement {
  const panel = me?.roles.some((role) => staff.has(role))
    ? named('panel', button(say('popup.panel'), 'subtle', actions.openPanel))
    : null;
  return element('footer', {}, panel, named('options', button(say('popup.options'), 'subtle', actions.openOptions)));
}

function named(id: string, made: HTMLElement): HTMLElement {
  made.id = id;
  return made;
}
