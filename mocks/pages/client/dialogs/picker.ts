import { freshId, h } from '../kit/dom.ts';
import { icon } from '../kit/icons.ts';
import { nameOf, type Option, type Recipient, suggest } from './suggest.ts';

interface PickerOptions {
  readonly inputId: string;
  readonly labelledBy: string;
  readonly placeholder: string;
  readonly product: 'jira' | 'confluence';
  /** Called whenever somebody was chosen or removed. */
  readonly changed: () => void;
}

const prefix = 'fabric-user-picker';

/** The user picker: chips, a search field, suggestions from the service, and an offer to add a typed address. */
export class UserPicker {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  recipients: readonly Recipient[] = [];
  readonly #options: PickerOptions;
  readonly #value = h('input', { type: 'hidden', name: 'users' });
  readonly #chips = h('div', { class: 'chips' });
  readonly #list: HTMLElement;
  #offered: readonly Option[] = [];
  #active = -1;

  constructor(options: PickerOptions) {
    this.#options = options;
    const listId = freshId('listbox');
    this.#list = h('div', {
      role: 'listbox',
      id: listId,
      class: `${prefix}__menu`,
      hidden: true,
      'aria-label': 'People',
    });
    this.input = h('input', {
      id: options.inputId,
      class: `${prefix}__input`,
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': listId,
      'aria-labelledby': options.labelledBy,
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      placeholder: options.placeholder,
    });
    const control = h('div', { class: `${prefix}__control` }, this.#chips, this.input, this.#value);
    control.addEventListener('click', () => this.input.focus());
    this.root = h('div', { class: 'picker' }, control, this.#list);
    this.input.addEventListener('input', () => void this.#search());
    this.input.addEventListener('keydown', (event) => this.#onKey(event));
    this.input.addEventListener('paste', (event) => this.#onPaste(event));
  }

  /** A pasted list is as many chips at once, whatever its entries look like. */
  #onPaste(event: ClipboardEvent): void {
    const entries = (event.clipboardData?.getData('text') ?? '').split(/[,;\n]/).map((entry) => entry.trim());
    const typed = entries.filter((entry) => entry !== '');
    if (typed.length < 2) return;
    event.preventDefault();
    this.#setChips([...this.recipients, ...typed.map((email) => ({ kind: 'email', email }) as const)]);
  }

  async #search(): Promise<void> {
    const text = this.input.value.trim();
    const found = text === '' ? [] : await suggest(text, this.#options.product);
    if (this.input.value.trim() === text) this.#offer(found);
  }

  #offer(options: readonly Option[]): void {
    this.#offered = options;
    this.#active = options.length > 0 ? 0 : -1;
    this.#list.replaceChildren(...options.map((option) => this.#row(option)));
    this.#list.hidden = options.length === 0;
    this.input.setAttribute('aria-expanded', String(options.length > 0));
    this.#mark();
  }

  #row(option: Option): HTMLElement {
    const email = option.recipient.kind === 'email';
    const row = h(
      'div',
      { role: 'option', id: freshId('option'), class: `${prefix}__option` },
      option.recipient.kind === 'email'
        ? h('span', { class: 'avatar' }, icon('person-add', 24))
        : h(
            'span',
            { class: 'avatar' },
            h('img', { src: option.recipient.avatar, alt: '', 'data-vc': 'avatar-image' }),
          ),
      h(
        'span',
        { class: 'option-text' },
        h('span', { class: 'name' }, option.title),
        h('small', { 'data-testid': `user-picker-${email ? 'email' : 'custom'}-secondary-text` }, option.byline),
      ),
    );
    row.addEventListener('pointerdown', (event) => event.preventDefault());
    row.addEventListener('click', () => this.#choose(option));
    return row;
  }

  #mark(): void {
    for (const [index, row] of [...this.#list.children].entries()) {
      row.setAttribute('aria-selected', String(index === this.#active));
      if (index === this.#active) this.input.setAttribute('aria-activedescendant', row.id);
    }
    if (this.#active < 0) this.input.removeAttribute('aria-activedescendant');
  }

  #onKey(event: KeyboardEvent): void {
    const open = this.#offered.length > 0;
    if (event.key === 'Backspace' && this.input.value === '') this.#setChips(this.recipients.slice(0, -1));
    else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#active = (this.#active + step + this.#offered.length) % this.#offered.length;
      this.#mark();
    } else if (event.key === 'Enter') {
      // Enter chooses; it never submits the dialog half-typed.
      event.preventDefault();
      const option = this.#offered[this.#active];
      if (option) this.#choose(option);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#offer([]);
    }
  }

  #choose({ recipient }: Option): void {
    this.input.value = '';
    this.#offer([]);
    this.#setChips([...this.recipients.filter((chosen) => nameOf(chosen) !== nameOf(recipient)), recipient]);
    this.input.focus();
  }

  #setChips(recipients: readonly Recipient[]): void {
    this.recipients = recipients;
    this.#value.value = recipients
      .map((recipient) => (recipient.kind === 'email' ? recipient.email : recipient.id))
      .join(',');
    this.#chips.replaceChildren(...recipients.map((recipient) => this.#chip(recipient)));
    this.#options.changed();
  }

  #chip(recipient: Recipient): HTMLElement {
    const name = nameOf(recipient);
    const remove = h(
      'button',
      { type: 'button', class: 'chip-remove', 'aria-label': `Remove ${name}` },
      icon('close', 12),
    );
    remove.addEventListener('click', () => this.#setChips(this.recipients.filter((chosen) => chosen !== recipient)));
    return h(
      'div',
      { class: `chip ${prefix}__multi-value`, 'data-user-picker-multi-value': true },
      recipient.kind === 'user' &&
        h('span', { class: 'avatar small' }, h('img', { src: recipient.avatar, alt: '', 'data-vc': 'avatar-image' })),
      h('span', { class: 'name' }, name),
      remove,
    );
  }
}
