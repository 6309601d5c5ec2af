import { addressKey, kindOfWhom, type Whom } from '../../core/identity/index.ts';
import type { Effect } from '../../core/licence/index.ts';
import { whomWords } from './people.ts';
import { say } from './say.ts';

/** One person of an act. */
export interface PersonLine {
  /** As typed, after the name where one is known. */
  readonly who: string;
  readonly known: string;
  /** Nobody can tell who is meant. */
  readonly unread: boolean;
}

/** Everybody, one a line. Who cannot be read stands first, where it is seen before anything folds. */
export function personLines(targets: readonly Whom[], effect: Effect | null): PersonLine[] {
  const lines = targets.map((target) => personLine(target, knownOf(target, effect)));
  return [...lines.filter(({ unread }) => unread), ...lines.filter(({ unread }) => !unread)];
}

function personLine(target: Whom, found: Effect['targets'][number] | undefined): PersonLine {
  switch (kindOfWhom(target)) {
    case 'unreadable':
      return { who: say('quoted', { text: target.text ?? '' }), known: say('person.unread'), unread: true };
    case 'more':
      // Of whom nobody can read nothing was looked up; of those who are only counted neither.
      return {
        who: whomWords(target),
        known: say(target.more === null ? 'person.unknown' : 'person.uncounted'),
        unread: true,
      };
    case 'account':
    case 'address': {
      const [name, typed] = [found?.name ?? null, target.text ?? target.email];
      const who =
        name !== null && typed !== null && name !== typed
          ? say('person.named', { name, typed })
          : (name ?? whomWords(target));
      return { who, known: say(`person.${found?.standing ?? 'unknown'}`), unread: false };
    }
  }
}

/** What the service knows about one of the people named. */
export const knownOf = (target: Whom, effect: Effect | null): Effect['targets'][number] | undefined =>
  effect?.targets.find(
    (found) =>
      (target.accountId !== null && found.accountId === target.accountId) ||
      (target.email !== null && found.email !== null && addressKey(found.email) === addressKey(target.email)),
  );
