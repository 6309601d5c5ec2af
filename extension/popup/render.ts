import type { ExtensionState } from '../../core/contract/messages.ts';
import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { openFirstWords } from '../../core/requests/index.ts';
import { button, element } from '../dom/element.ts';
import { type BrokenEntry, isForService, type OutboxEntry } from '../platform/outbox.ts';
import { actWords } from '../words/act.ts';
import { copyText } from './copy-text.ts';
import { protectionOf } from './protection.ts';
import { requestItem } from './request-item.ts';
import { ago } from './when.ts';

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
      element('p', { class: 'note' }, me?.organization.name ?? 'Access through IT'),
    ),
  );

function protection(state: ExtensionState, actions: PopupActions): HTMLElement {
  const { tone, headline, detail } = protectionOf(state, ago);
  const access = state.hostAccess ? null : named('allow', button('Allow access', 'primary', actions.allowAccess));
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
    access,
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
  const when = (who: string) => (me === null ? `once the person who ${who} is signed in and` : 'as soon as');
  const open = asked.length;
  const lines = [
    open > 0
      ? `${open === 1 ? '1 request is' : `${open} requests are`} kept here and sent ${when('asked')} IT’s service takes ${open === 1 ? 'it' : 'them'}.`
      : null,
    records.length > 0
      ? `${records.length === 1 ? 'One record of what was stopped is' : `${records.length} records of what was stopped are`} sent ${when('was stopped')} IT’s service takes ${records.length === 1 ? 'it' : 'them'}.`
      : null,
    ofNobody > 0
      ? `${ofNobody === 1 ? 'One of them was' : `${ofNobody} of them were`} made while nobody was signed in: recorded as of whoever signs in next.`
      : null,
    others > 0
      ? `${others === 1 ? 'One thing that somebody else kept here waits' : `${others} things that somebody else kept here wait`} until they sign in again.`
      : null,
    hidden > 0
      ? `${hidden === 1 ? 'One thing that was kept here is' : `${hidden} things that were kept here are`} not sent; whose it is sees why once they are signed in.`
      : null,
    elsewhere > 0
      ? `${elsewhere === 1 ? 'One thing is' : `${elsewhere} things are`} kept here for another service, and sent to no other.`
      : null,
  ].filter((line) => line !== null);
  const own = [
    ...asked.filter(isOwn).map((entry) => waitingRequest(entry, actions)),
    ...refused.filter(isOwn).map((entry) => refusal(entry, actions)),
    ...broken.filter(isOwn).map((entry) => unreadable(entry, actions)),
  ];
  if (lines.length === 0 && own.length === 0) return null;
  return element(
    'section',
    { class: 'card', 'aria-label': 'Not sent yet' },
    ...lines.map((line) => element('p', {}, line)),
    ...own,
  );
}

type Request = Extract<OutboxEntry, { kind: 'request' }>;

function waitingRequest(entry: Request, actions: PopupActions): HTMLElement {
  const { seq, trouble, tried, at } = entry;
  const answer = trouble === null ? '' : ` IT’s service answered ${ago(trouble.at)}: ${trouble.why}`;
  const reach = tried ? ' It may have reached IT already: stopping does not take that back.' : '';
  return element(
    'div',
    { class: 'not-sent' },
    element('p', {}, `A request of ${ago(at)} waits: ${aboutWords(entry)}.${answer}${reach}`),
    element(
      'div',
      {},
      copyButton(entry, actions),
      named(
        `stop-${seq}`,
        button('Stop sending', 'subtle', () => actions.stop(seq)),
      ),
    ),
  );
}

/** What it is about, and for whom: there may be several. A record says of people only how many. */
const aboutWords = ({ kind, body }: OutboxEntry): string => actWords(body, kind === 'request' ? body.targets : []);

function refusal(entry: OutboxEntry, actions: PopupActions): HTMLElement {
  const what = entry.kind === 'request' ? 'A request' : 'A record';
  const { seq } = entry;
  return notSent(`${what} of ${ago(entry.at)} (${aboutWords(entry)}) was not accepted: ${entry.refused}`, [
    named(
      `retry-${seq}`,
      button('Try again', 'subtle', () => actions.retry(seq)),
    ),
    ...copyAndDismiss(entry, actions),
  ]);
}

const unreadable = (entry: BrokenEntry, actions: PopupActions): HTMLElement =>
  notSent(
    `Something that was kept cannot be read any more and is not sent (${entry.why}) Copy it, and ask IT again.`,
    copyAndDismiss(entry, actions),
  );

const notSent = (text: string, buttons: readonly HTMLElement[]): HTMLElement =>
  element('div', { class: 'not-sent' }, element('p', { class: 'bad' }, text), element('div', {}, ...buttons));

const copyAndDismiss = (entry: OutboxEntry | BrokenEntry, actions: PopupActions): HTMLElement[] => [
  copyButton(entry, actions),
  named(
    `dismiss-${entry.seq}`,
    button('Dismiss', 'subtle', () => actions.dismiss(entry.seq)),
  ),
];

const copyButton = (entry: OutboxEntry | BrokenEntry, { copy }: PopupActions): HTMLElement =>
  named(
    `copy-${entry.seq}`,
    button('Copy', 'subtle', () => copy(copyText(entry))),
  );

function requests({ state, requests: mine, more }: PopupData, { withdraw }: PopupActions): HTMLElement {
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
          ...mine.map((request) => requestItem(request, state.me, withdraw)),
        );
  const others = more === 0 ? null : element('p', {}, openFirstWords(mine.length, more));
  return element('section', { 'aria-labelledby': 'mine' }, element('h2', { id: 'mine' }, 'My requests'), list, others);
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
