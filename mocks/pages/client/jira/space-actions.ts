import { openAddPeople } from '../dialogs/add-people.ts';
import { openShare } from '../dialogs/share.ts';
import { siteOf } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import { icon } from '../kit/icons.ts';
import { redraw } from '../kit/live.ts';

/** The controls beside the title of a space: adding people, its menu, sharing; and a redraw that anybody can press. */
export function spaceActions(title: string, ari: string): readonly Node[] {
  const share = button(h('span', { role: 'img', 'aria-label': 'Share' }, icon('share')), openShareDialog, {
    id: 'po-spotlight-share-button',
    'data-vc': 'share-button',
    'aria-haspopup': 'true',
    'aria-expanded': 'false',
    class: 'button icon-button',
  });
  function openShareDialog(): void {
    openShare({ ari, title, type: 'board', product: 'jira' });
  }
  return [
    button(icon('person-add'), () => openAddPeople(siteOf().cloudId), {
      'data-testid': 'invite-people.ui.navigation-add-people-button.trigger',
      'aria-label': 'Add people',
      class: 'button icon-button',
    }),
    h(
      'button',
      {
        type: 'button',
        class: 'button icon-button',
        'aria-label': 'More actions',
        'data-testid': 'navigation-board-action-menu.ui.dropdown',
      },
      icon('more'),
    ),
    h('span', { class: 'grow' }),
    button('Refresh', redraw, { class: 'button quiet' }),
    share,
  ];
}
