import { personOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import { avatar } from '../people/avatar.ts';

/** Avatars that filter: check boxes whose value is the account id. `changed` is called with what is ticked. */
export function assigneeFilter(ids: readonly string[], changed: (chosen: ReadonlySet<string>) => void): HTMLElement {
  const field = h(
    'fieldset',
    { class: 'filters', 'data-testid': 'business-filters.ui.filters.assignee-filter' },
    h('legend', { class: 'hidden', id: 'assignee' }, 'Filter by assignee'),
    ...ids.map((id) => {
      const person = personOf(id);
      return h(
        'span',
        { class: 'filter', 'data-testid': 'business-collaboration.ui.presence-filter-avatar.presence-filter-avatar' },
        h('input', {
          type: 'checkbox',
          name: 'assignee',
          value: id,
          id: `assignee-${id}`,
          'aria-label': `Filter assignees by ${person.name}`,
        }),
        h('label', { for: `assignee-${id}` }, avatar(person)),
      );
    }),
  );
  field.addEventListener('change', () => {
    const ticked = field.querySelectorAll<HTMLInputElement>('input:checked');
    changed(new Set([...ticked].map(({ value }) => value)));
  });
  return field;
}
