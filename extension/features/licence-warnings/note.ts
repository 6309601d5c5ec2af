import type { Effect } from '../../../core/licence/index.ts';
import { element } from '../../dom/element.ts';
import { island } from '../../dom/island.ts';
import { peopleList } from '../../dom/people-list.ts';
import { says } from '../../dom/says.ts';
import { effectLines, type Line } from '../../words/effect.ts';
import { MOST_NAMES } from '../../words/people.ts';
import { personLines } from '../../words/person-lines.ts';
import { MOST_PEOPLE } from './people-limit.ts';
import { warningStyle } from './style.ts';

/** The note beside a dialog's submit button. */
export interface Note {
  readonly host: HTMLElement;
  /** @param people how many the dialog names, which its page knows */
  busy(people: number): void;
  /** @param foreseen what will happen when somebody goes on */
  show(effect: Effect | null, foreseen: readonly Line[]): void;
  /** Says that too many people were looked at. */
  tooMany(): void;
}

const tooMany: Line = {
  tone: 'plain',
  text: `Seats and cost are shown for at most ${MOST_PEOPLE} people a minute on one page. Choose fewer, or change the list in a minute.`,
};
const unknown: Line = { tone: 'plain', text: 'What this does to seats and cost is not known right now.' };

/** Sentences name a few people; more stand in a list, so that nobody is left out. */
const everybody = (effect: Effect): HTMLElement[] =>
  effect.targets.length > MOST_NAMES ? peopleList(personLines(effect.targets, effect), says) : [];

/** A polite live region: what it says is read out when it changes, without taking the focus. */
export function makeNote(): Note {
  const { host, root } = island('licence-warning', warningStyle);
  const text = element('div');
  const box = element('div', { class: 'note', role: 'status', 'aria-live': 'polite', tabindex: '0' }, text);
  root.append(box);
  const say = (lines: readonly Line[], people: readonly HTMLElement[] = []): void =>
    text.replaceChildren(
      ...lines.map(({ tone, text: words }) => says('p', words, tone === 'warning' ? { class: 'warning' } : {})),
      ...people,
    );
  return {
    host,
    busy(people) {
      box.setAttribute('aria-busy', 'true');
      box.classList.toggle('several', people > 1);
      if (text.childElementCount === 0) say([{ tone: 'plain', text: 'Checking seats and cost…' }]);
    },
    show(effect, foreseen) {
      box.setAttribute('aria-busy', 'false');
      box.classList.toggle('takes', effect === null || effect.seatsTaken !== 0);
      if (effect === null) say([...foreseen, unknown]);
      else say([...foreseen, ...effectLines(effect)], everybody(effect));
    },
    tooMany() {
      box.setAttribute('aria-busy', 'false');
      box.classList.remove('takes');
      say([tooMany]);
    },
  };
}
