import type { Effect } from '../../../core/licence/index.ts';
import { element } from '../../dom/element.ts';
import { island } from '../../dom/island.ts';
import { inOurLanguage } from '../../dom/language.ts';
import { peopleList } from '../../dom/people-list.ts';
import { says } from '../../dom/says.ts';
import { effectLines, type Line } from '../../words/effect.ts';
import { MOST_NAMES } from '../../words/people.ts';
import { personLines } from '../../words/person-lines.ts';
import { say as words } from '../../words/say.ts';
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

const plain = (text: string): Line => ({ tone: 'plain', text });

/** Sentences name a few people; more stand in a list, so that nobody is left out. */
const everybody = (effect: Effect): HTMLElement[] =>
  effect.targets.length > MOST_NAMES ? peopleList(personLines(effect.targets, effect), says) : [];

/** A polite live region: what it says is read out when it changes, without taking the focus. */
export function makeNote(): Note {
  const { host, root } = island('licence-warning', warningStyle);
  const text = element('div');
  const box = inOurLanguage(
    element('div', { class: 'note', role: 'status', 'aria-live': 'polite', tabindex: '0' }, text),
  );
  root.append(box);
  const say = (lines: readonly Line[], people: readonly HTMLElement[] = []): void =>
    text.replaceChildren(
      ...lines.map(({ tone, text: line }) => says('p', line, tone === 'warning' ? { class: 'warning' } : {})),
      ...people,
    );
  return {
    host,
    busy(people) {
      box.setAttribute('aria-busy', 'true');
      box.classList.toggle('several', people > 1);
      if (text.childElementCount === 0) say([plain(words('note.checking'))]);
    },
    show(effect, foreseen) {
      box.setAttribute('aria-busy', 'false');
      box.classList.toggle('takes', effect === null || effect.seatsTaken !== 0);
      if (effect === null) say([...foreseen, plain(words('note.unknown'))]);
      else say([...foreseen, ...effectLines(effect)], everybody(effect));
    },
    tooMany() {
      box.setAttribute('aria-busy', 'false');
      box.classList.remove('takes');
      say([plain(words('note.too-many', { most: MOST_PEOPLE }))]);
    },
  };
}
