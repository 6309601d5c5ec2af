import { button, h } from './dom.ts';
import { flag, messageOf, send } from './flag.ts';

/** id.atlassian.com: asks what the viewer may do with the resource, and offers to join or to request access. */
export function join(): HTMLElement {
  const query = new URLSearchParams(location.search);
  const resource = query.get('resource') ?? '';
  const card = h(
    'main',
    { class: 'card account' },
    h('h1', {}, 'Get access'),
    h('p', {}, 'Looking up what you can do …'),
  );
  void fetch(`/gateway/api/invitations/v1/access-requests/capabilities?resource=${encodeURIComponent(resource)}`, {
    credentials: 'include',
  })
    .then((response) => response.json())
    .then((answer: { results?: Record<string, string> }) => {
      const mode = answer.results?.[resource];
      const direct = mode === 'DIRECT_ACCESS';
      const act = async () => {
        const sent = await send('/gateway/api/invitations/v1/access-requests/bulk/request', {
          resources: [{ ari: resource, role: 'product/member' }],
          accessMode: direct ? 'DIRECT_ACCESS' : 'REQUEST_ACCESS',
        });
        if (!sent.ok) return flag('That did not work', messageOf(sent.body), 'error');
        flag(direct ? 'Welcome' : 'Request sent', direct ? 'You have joined.' : 'An admin will look at it.', 'success');
      };
      card.replaceChildren(
        h('h1', {}, direct ? 'Join this site' : 'Request access to this site'),
        h('p', {}, direct ? 'People of your company can join.' : 'An admin must let you in.'),
        button(direct ? 'Join' : 'Request access', () => void act(), { class: 'primary' }),
      );
    });
  return h('div', { class: 'account' }, card);
}
