import { button, h } from '../kit/dom.ts';
import { flag } from '../kit/flag.ts';
import { messageOf, send } from '../kit/send.ts';

/**
 * "Add customers": several addresses, separated by commas or semicolons. The call is what public scripts use; what the page of
 * today sends is not known: unverified.
 */
export function openAddCustomers(): void {
  const dialog = h('dialog', { class: 'modal', 'aria-labelledby': 'customers-title' });
  const emails = h('textarea', {
    id: 'customer-emails',
    name: 'emails',
    class: 'input',
    rows: 3,
    placeholder: 'name@company.com, name@company.com',
  });
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h('div', { class: 'field' }, h('label', { for: 'customer-emails' }, 'Email addresses'), emails),
    h(
      'div',
      { class: 'modal-footer' },
      h('span', { class: 'grow' }),
      button('Cancel', () => dialog.close()),
      h('button', { type: 'submit', class: 'button primary' }, 'Add'),
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const addresses = emails.value.split(/[,;\s]+/).filter(Boolean);
    const answer = await send('/rest/servicedesk/1/pages/people/customers/pagination/HELP/invite', {
      emails: addresses,
    });
    if (!answer.ok) return flag('error', 'We couldn’t add the customers', messageOf(answer));
    dialog.close();
    flag('success', 'Customers added', addresses.join(', '));
  });
  dialog.append(h('h2', { id: 'customers-title' }, 'Add customers'), form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  emails.focus();
}
