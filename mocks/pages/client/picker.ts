import { button, h } from './dom.ts';
import { send } from './flag.ts';

export type Recipient =
  | { readonly id: string; readonly name: string; readonly newToProduct: boolean }
  | { readonly email: string };

interface Option {
  readonly recipient: Recipient;
  readonly title: string;
  readonly byline: string;
}

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** The user picker: chips, a search field, suggestions from the service, and an offer to add a typed address. */
export class UserPicker {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #chips = h('div', { class: 'chips' });
  readonly #options: HTMLElement;
  readonly #product: string;
  readonly #changed: () => void;
  recipients: Recipient[] = [];

  constructor(options: {
    inputId: string;
    labelledBy: string;
    placeholder: string;
    product: string;
    changed: () => void;
  }) {
    this.#product = options.product;
    this.#changed = options.changed;
    this.#options = h('div', {
      role: 'listbox',
      id: `${options.inputId}-listbox`,
      class: 'fabric-user-picker__menu',
      hidden: true,
      'aria-label': 'People',
    });
    this.input = h('input', {
      id: options.inputId,
      class: 'fabric-user-picker__input',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${options.inputId}-listbox`,
      'aria-labelledby': options.labelledBy,
      autocomplete: 'off',
      placeholder: options.placeholder,
    }) as HTMLInputElement;
    this.root = h(
      'div',
      { class: 'picker' },
      h('div', { class: 'fabric-user-picker__control' }, this.#chips, this.input),
      this.#options,
    );
    this.input.addEventListener('input', () => void this.#suggest());
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#options.querySelector<HTMLElement>('[role=option]')?.click();
    });
  }

  async #suggest(): Promise<void> {
    const text = this.input.value.trim();
    if (text === '') return this.#show([]);
    const typed: Option[] = isEmail(text) ? [{ recipient: { email: text }, title: text, byline: 'Add user' }] : [];
    const answer = await send('/gateway/api/v1/recommendations', {
      queryString: text,
      maxNumberOfResults: 6,
      context: { productKey: this.#product },
    });
    if (this.input.value.trim() !== text) return;
    const users =
      (
        answer.body as {
          recommendedUsers?: { id: string; name: string; email?: string; nonLicensedUser: boolean }[];
        } | null
      )?.recommendedUsers ?? [];
    const known = users.map(({ id, name, email, nonLicensedUser }) => ({
      recipient: { id, name, newToProduct: nonLicensedUser },
      title: name,
      byline: nonLicensedUser ? `Invite to ${this.#product === 'confluence' ? 'Confluence' : 'Jira'}` : (email ?? ''),
    }));
    this.#show([...known, ...typed.filter(() => !users.some(({ email }) => email === text))]);
  }

  #show(options: readonly Option[]): void {
    this.#options.replaceChildren(...options.map((option) => this.#row(option)));
    this.#options.hidden = options.length === 0;
    this.input.setAttribute('aria-expanded', String(options.length > 0));
  }

  #row({ recipient, title, byline }: Option): HTMLElement {
    const row = h(
      'div',
      { role: 'option', 'aria-selected': 'false', class: 'fabric-user-picker__option' },
      h('span', {}, title),
      h('small', { 'data-testid': 'user-picker-email-secondary-text' }, byline),
    );
    row.addEventListener('click', () => {
      this.recipients = [...this.recipients, recipient];
      this.input.value = '';
      this.#show([]);
      this.#drawChips();
      this.input.focus();
    });
    return row;
  }

  #drawChips(): void {
    this.#chips.replaceChildren(
      ...this.recipients.map((recipient) => {
        const name = 'email' in recipient ? recipient.email : recipient.name;
        const remove = button(
          '×',
          () => {
            this.recipients = this.recipients.filter((candidate) => candidate !== recipient);
            this.#drawChips();
          },
          { 'aria-label': `Remove ${name}` },
        );
        return h('span', { class: 'chip', 'data-user-picker-multi-value': true }, h('span', {}, name), remove);
      }),
    );
    this.#changed();
  }
}
