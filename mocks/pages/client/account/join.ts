import { data } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import { flag } from '../kit/flag.ts';
import { ask, messageOf, send } from '../kit/send.ts';

type Mode = 'DIRECT_ACCESS' | 'REQUEST_ACCESS';

/** id.atlassian.com: asks what the viewer may do with the resource, and offers to join or to request access. */
export function join(): void {
  const query = new URLSearchParams(location.search);
  const resource = query.get('resource') ?? inviteResource();
  const body = h(
    'div',
    { class: 'stack', 'aria-live': 'polite' },
    h('p', { class: 'subtle' }, 'Looking up what you can do…'),
  );
  const main = h('main', { class: 'account' }, h('div', { class: 'account-card' }, body));
  document.title = 'Get access - Atlassian account';
  document.getElementById('root')?.replaceChildren(main);
  void ask(`/gateway/api/invitations/v1/access-requests/capabilities?resource=${encodeURIComponent(resource)}`).then(
    (answer) => {
      const results = (answer.body as { results?: Readonly<Record<string, string>> } | null)?.results;
      body.replaceChildren(...offer(resource, answer.ok ? results?.[resource] : undefined, query.get('continue')));
    },
  );
}

/** A public invitation link says the product in its path; which site it is for, only Atlassian knows. Here: the first. */
function inviteResource(): string {
  const product = /^\/invite\/p\/([a-z-]+)/.exec(location.pathname)?.[1] ?? 'jira-software';
  const cloudId = new URLSearchParams(location.search).get('cloudId') ?? data.sites[0]?.cloudId ?? '';
  return `ari:cloud:${product === 'confluence' ? 'confluence' : 'jira-software'}::site/${cloudId}`;
}

function offer(resource: string, result: string | undefined, next: string | null): readonly Node[] {
  const site = data.sites.find(({ cloudId }) => resource.endsWith(cloudId));
  const product = resource.includes(':confluence:') ? 'Confluence' : 'Jira';
  const signedIn = h('p', { class: 'subtle' }, `You’re logged in as ${data.viewerEmail ?? data.viewer.name}.`);
  const say = (title: string, text: string) => [h('h1', {}, title), h('p', {}, text)];
  if (result === undefined || !site)
    return [
      ...say('This link doesn’t work', 'It may be incomplete or no longer valid. Ask whoever sent it for a new one.'),
      signedIn,
    ];
  const place = `${product} on ${site.host}`;
  if (result === 'ACCESS_EXISTS') {
    const target = next?.startsWith(`https://${site.host}/`) ? next : `https://${site.host}/`;
    return [
      ...say('You already have access', `You can use ${place}.`),
      h('a', { class: 'button primary wide', href: target }, 'Continue'),
      signedIn,
    ];
  }
  if (result === 'PENDING_REQUEST_EXISTS')
    return [...say('Your request is pending', `An admin has yet to decide about ${place}.`), signedIn];
  const mode: Mode = result === 'DIRECT_ACCESS' ? 'DIRECT_ACCESS' : 'REQUEST_ACCESS';
  const [title, text, label] =
    mode === 'DIRECT_ACCESS'
      ? [`Join ${site.name}`, `People of your company can join ${place}.`, 'Join']
      : [`Request access to ${site.name}`, `An admin has to let you in to ${place}.`, 'Request access'];
  const act = button(label, () => void carryOut(), { class: 'button primary wide' });
  async function carryOut(): Promise<void> {
    act.disabled = true;
    const answer = await send('/gateway/api/invitations/v1/access-requests/bulk/request', {
      resources: [{ ari: resource, role: 'product/member', ...(next !== null && { continueUrl: next }) }],
      accessMode: mode,
    });
    act.disabled = answer.ok;
    if (!answer.ok)
      flag(
        'error',
        mode === 'DIRECT_ACCESS' ? 'You couldn’t join' : 'We couldn’t send your request',
        messageOf(answer),
      );
    else if (mode === 'DIRECT_ACCESS') flag('success', 'You’re in', `You have joined ${place}.`);
    else flag('success', 'Request sent', 'An admin will look at it and you’ll get an email.');
  }
  return [...say(title, text), act, signedIn];
}
