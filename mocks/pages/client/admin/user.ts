import { data } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import { flag } from '../kit/flag.ts';
import type { View } from '../kit/frame.ts';
import { adminHead } from './layout.ts';

/** One person in the directory. */
export function user(accountId: string): View {
  const found = data.users.find(({ id }) => id === decodeURIComponent(accountId));
  if (!found) return { title: 'User', head: adminHead('User', 'Nobody here has this account.'), body: h('div') };
  const grant = button('Grant access', () =>
    flag('error', 'Not in this fake', 'How this page grants access is not known.'),
  );
  return {
    title: found.name,
    head: adminHead(found.name, found.email, [grant]),
    body: h(
      'dl',
      { class: 'facts' },
      ...[
        ['Account', found.managed ? 'Managed account' : 'External user'],
        ['Status', found.status],
        ['Account id', found.id],
      ].flatMap(([term, text]) => [h('dt', {}, term ?? ''), h('dd', {}, text ?? '')]),
    ),
  };
}
