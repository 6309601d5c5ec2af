import { element } from '../../dom/element.ts';
import type { PromptModel } from './model.ts';

export interface ReasonField {
  readonly root: HTMLElement;
  /** What was written, trimmed; null after saying inline that something must be written. */
  read(): string | null;
  say(problem: string): void;
}

const MOST = 2000;

/** What must be shortened is said, never cut. */
function tooLong(text: string): string {
  const over = text.trim().length - MOST;
  if (over <= 0) return '';
  return `${over === 1 ? 'One character' : `${over} characters`} too many: ${MOST} are the most. Nothing is cut or sent: shorten it.`;
}

/** The reason, with its message beside it. `warn` goes on without one: it is for asking IT only. */
export function reasonField(outcome: PromptModel['outcome']): ReasonField {
  const justify = outcome === 'justify';
  const error = element('div', { class: 'error', id: 'gatehouse-reason-error', role: 'alert' });
  const area = element('textarea', {
    id: 'gatehouse-reason',
    required: outcome === 'warn' ? undefined : true,
    'aria-describedby': 'gatehouse-reason-error',
    placeholder: justify ? 'Why is this needed?' : 'For example: works with us on the Orion launch until March',
  });
  const say = (problem: string) => {
    error.textContent = problem;
    area.setAttribute('aria-invalid', problem === '' ? 'false' : 'true');
    if (problem === '') return;
    area.focus();
    error.scrollIntoView({ block: 'nearest' });
  };
  area.addEventListener('input', () => {
    const problem = tooLong(area.value);
    if (error.textContent !== problem) say(problem);
  });
  const words =
    outcome === 'warn' ? 'To ask IT, write why it is needed. IT reads this.' : 'Why is it needed? IT reads this.';
  const must = outcome === 'warn' ? null : element('span', { class: 'must', 'aria-hidden': 'true' }, ' *');
  const label = element('label', { for: 'gatehouse-reason' }, words, must);
  return {
    root: element('div', {}, label, area, error),
    read() {
      const text = area.value.trim();
      const problem = tooLong(text);
      if (text !== '' && problem === '') return text;
      if (problem !== '') say(problem);
      else say(justify ? 'Write one sentence before you continue.' : 'Write one sentence: IT decides by it.');
      return null;
    },
    say,
  };
}
