import type { Person } from '../../page-data.ts';
import { freshId, h } from '../kit/dom.ts';

export interface AvatarOptions {
  /** Test id; the parts of the avatar get it with `--inner`, `--image` and `--label`. */
  readonly testId?: string;
  /** The hidden name, when it says more than the name, as "Assignee: Emma Berg". */
  readonly label?: string;
  readonly size?: 'small' | 'medium' | 'large';
}

/** The round picture, labelled by a hidden name. What its address carries: an account id, a hash of the e-mail, or nothing. */
export function avatar(person: Person, { testId, label, size = 'medium' }: AvatarOptions = {}): HTMLElement {
  const id = freshId('avatar');
  const part = (name: string) => (testId ? `${testId}--${name}` : null);
  return h(
    'div',
    { role: 'img', 'aria-labelledby': id, class: `avatar ${size}`, 'data-testid': testId ?? null },
    h(
      'span',
      { class: 'avatar-inner', 'data-testid': part('inner') },
      h('img', {
        src: person.avatar,
        alt: '',
        'aria-hidden': 'true',
        'data-vc': part('image') ?? 'avatar-image',
        'data-testid': part('image'),
      }),
    ),
    h('span', { id, hidden: true, 'data-testid': part('label') }, label ?? person.name),
  );
}

/** An avatar that can be pressed: named by its button, and by the picture's alternative text. */
export const avatarButton = (person: Person, label: string): HTMLButtonElement =>
  h(
    'button',
    { type: 'button', class: 'avatar-button', 'aria-label': label },
    h('img', { src: person.avatar, alt: person.name, 'data-vc': 'avatar-image' }),
  );

/** Where nobody is: a placeholder that carries nothing. */
export const nobody = (label: string): HTMLElement =>
  h('span', { class: 'avatar medium' }, h('span', { class: 'avatar-empty', role: 'img', 'aria-label': label }));
