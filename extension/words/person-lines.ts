import { addressKey, kindOfWhom, type Whom, whomInWords } from '../../core/identity/index.ts';
import type { Effect, Standing } from '../../core/licence/index.ts';

/** One person of an act. */
export interface PersonLine {
  /** As typed, after the name where one is known. */
  readonly who: string;
  readonly known: string;
  /** Nobody can tell who is meant. */
  readonly unread: boolean;
}

const standings: Readonly<Record<Standing, string>> = {
  'has-seat': 'has access already',
  'without-seat': 'has an account, no seat yet',
  new: 'is new here',
  unknown: 'whether they have access is not known',
};

/** Everybody, one a line. Who cannot be read stands first, where it is seen before anything folds. */
export function personLines(targets: readonly Whom[], effect: Effect | null): PersonLine[] {
  const lines = targets.map((target) => personLine(target, knownOf(target, effect)));
  return [...lines.filter(({ unread }) => unread), ...lines.filter(({ unread }) => !unread)];
}

function personLine(target: Whom, found: Effect['targets'][number] | undefined): PersonLine {
  switch (kindOfWhom(target)) {
    case 'unreadable':
      return { who: `“${target.text}”`, known: 'cannot be read', unread: true };
    case 'more':
      // Of whom nobody can read nothing was looked up; of those who are only counted neither.
      return {
        who: whomInWords(target),
        known: target.more === null ? standings.unknown : 'not looked at one by one',
        unread: true,
      };
    case 'account':
    case 'address': {
      const [name, typed] = [found?.name ?? null, target.text ?? target.email];
      const who =
        name !== null && typed !== null && name !== typed ? `${name} (${typed})` : (name ?? whomInWords(target));
      return { who, known: standings[found?.standing ?? 'unknown'], unread: false };
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
