import { MOST_REASON } from '../../../core/contract/limits.ts';
import { element } from '../../dom/element.ts';
import { say as words } from '../../words/say.ts';
import type { PromptModel } from './model.ts';

export interface ReasonField {
  readonly root: HTMLElement;
  /** What was written, trimmed; null after saying inline that something must be written. */
  read(): string | null;
  say(problem: string): void;
}

/** What must be shortened is said, never cut. */
function tooLong(text: string): string {
  const over = text.trim().length - MOST_REASON;
  return over > 0 ? words('prompt.reason.too-long', { over, most: MOST_REASON }) : '';
}

/** The reason, with its message beside it. `warn` goes on without one: it is for asking IT only. */
export function reasonField(outcome: PromptModel['outcome']): ReasonField {
  const justify = outcome === 'justify';
  const error = element('div', { class: 'error', id: 'gatehouse-reason-error', role: 'alert' });
  const area = element('textarea', {
    id: 'gatehouse-reason',
    required: outcome === 'warn' ? undefined : true,
    'aria-describedby': 'gatehouse-reason-error',
    placeholder: words(justify ? 'prompt.reason.why' : 'prompt.reason.example'),
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
  const must = outcome === 'warn' ? null : element('span', { class: 'must', 'aria-hidden': 'true' }, ' *');
  const asked = words(outcome === 'warn' ? 'prompt.reason.to-ask' : 'prompt.reason');
  const label = element('label', { for: 'gatehouse-reason' }, asked, must);
  return {
    root: element('div', {}, label, area, error),
    read() {
      const text = area.value.trim();
      const problem = tooLong(text);
      if (text !== '' && problem === '') return text;
      if (problem !== '') say(problem);
      else say(words(justify ? 'prompt.reason.missing-justify' : 'prompt.reason.missing-ask'));
      return null;
    },
    say,
  };
}
