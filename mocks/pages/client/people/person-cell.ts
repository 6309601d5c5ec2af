import type { Person } from '../../page-data.ts';
import { h } from '../kit/dom.ts';

export interface PersonCell {
  readonly element: HTMLTableCellElement;
  show(person: Person | null): void;
}

/**
 * A cell with a person in it whose nodes are used again for the next one: a button that edits the field, and the people
 * trigger, which names the person and carries no id.
 */
export function personCell(field: 'Assignee' | 'Reporter'): PersonCell {
  const picture = h('img', { alt: '', 'aria-hidden': 'true', 'data-vc': 'avatar-image' });
  const name = h('span', { class: 'name' });
  const opener = h(
    'span',
    { role: 'button', tabindex: 0, class: 'trigger' },
    h(
      'span',
      { class: 'trigger', 'data-testid': 'profilecard-next.ui.profilecard.profilecard-trigger' },
      h('span', { class: 'avatar' }, h('span', { class: 'avatar-inner' }, picture)),
      name,
    ),
  );
  const wrapper = h('div', { 'data-vc': 'profilecard-wrapper', class: 'profilecard' }, opener);
  const nobody = h('span', { class: 'subtle' }, field === 'Assignee' ? 'Unassigned' : 'None');
  const edit = h('button', { type: 'button', class: 'cell-edit' });
  const element = h('td', { class: 'person-cell' });
  return {
    element,
    show(person) {
      element.replaceChildren(edit, person ? wrapper : nobody);
      edit.setAttribute('aria-label', `${person?.name ?? 'Unassigned'}- edit ${field}`);
      if (!person) return;
      opener.setAttribute('aria-label', `More information about ${person.name}`);
      picture.src = person.avatar;
      name.textContent = person.name;
    },
  };
}
