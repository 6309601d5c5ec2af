import { element } from '../../dom/element.ts';

export interface ReasonField {
  readonly root: HTMLElement;
  /** What was written, trimmed; null after saying inline that something must be written. */
  read(): string | null;
  say(problem: string): void;
}

const MOST = 2000;

/** The required reason, with its message beside it. */
export function reasonField(justify: boolean): ReasonField {
  const error = element('div', { class: 'error', id: 'gatehouse-reason-error', role: 'alert' });
  const area = element('textarea', {
    id: 'gatehouse-reason',
    required: true,
    'aria-describedby': 'gatehouse-reason-error',
    maxlength: String(MOST),
    placeholder: justify ? 'Why is this needed?' : 'For example: works with us on the Orion launch until March',
  });
  const say = (problem: string) => {
    error.textContent = problem;
    area.setAttribute('aria-invalid', problem === '' ? 'false' : 'true');
    if (problem !== '') area.focus();
  };
  area.addEventListener('input', () => {
    if (error.textContent !== '') say('');
  });
  const must = element('span', { class: 'must', 'aria-hidden': 'true' }, ' *');
  const label = element('label', { for: 'gatehouse-reason' }, 'Why is it needed? IT reads this.', must);
  return {
    root: element('div', {}, label, area, error),
    read() {
      const text = area.value.trim();
      if (text !== '') return text;
      say(justify ? 'Write one sentence before you continue.' : 'Write one sentence: IT decides by it.');
      return null;
    },
    say,
  };
}
