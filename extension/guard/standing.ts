import { disguise } from './disguise.ts';
import { apply, type Callable, lookUp, own, replace } from './natives.ts';
import { viewOf } from './natives-forms.ts';
import type { Realm } from './realm.ts';

/**
 * Keeps listeners on a window, before the page's own. Opening or writing a document that was done takes every listener away, of its
 * window too; they are put back before the page goes on. `stand` listens on a window, and does nothing where it still does.
 */
export function keepStanding({ view, Document: prototype }: Realm, stand: (view: object) => void): void {
  stand(view);
  const putBackAfter = (name: 'open' | 'write' | 'writeln'): void => {
    const original = own(prototype, name) as Callable;
    const guarded = disguise(original, (receiver, args) => {
      const its = viewOf(receiver);
      // The listeners of another window are that window's to put back: ours may be gone by then, and hears nothing when it is.
      if (its && its !== view) return apply(lookUp(receiver as object, name) as Callable, receiver, args);
      const done = apply(original, receiver, args);
      if (its) stand(view);
      return done;
    });
    replace(prototype, name, guarded);
  };
  putBackAfter('open');
  putBackAfter('write');
  putBackAfter('writeln');
}
