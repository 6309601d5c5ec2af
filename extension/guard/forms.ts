import { type Place, placeOf } from './address.ts';
import type { Ask } from './ask.ts';
import { formBody } from './body.ts';
import { disguise } from './disguise.ts';
import { apply, isPrevented, later, listen, newForm, own, replace, takeOverPrevention } from './natives.ts';
import { isFormElement, sendFields, submitterOf, targetOf, whatItSays } from './natives-forms.ts';
import type { Realm } from './realm.ts';

/**
 * Holds forms that may give access. The page's own handlers run as ever: most send the form themselves, through a call that is
 * guarded anyway, and prevent the browser from doing it. What is allowed is sent from a copy, so that it is what was asked about.
 */
export function guardForms({ view, HTMLFormElement: prototype, base }: Realm, ask: Ask): void {
  const submit = own(prototype, 'submit') as HTMLFormElement['submit'];

  const placeOfForm = (form: object, submitter: object | null): Place | null => {
    const method = whatItSays(form, submitter, 'method') ?? 'GET';
    return placeOf(method, whatItSays(form, submitter, 'action') ?? '', base);
  };
  const hold = (form: object, submitter: object | null, place: Place): void => {
    const fields = newForm(form as HTMLFormElement, submitter as HTMLElement | null);
    ask(place, formBody(fields), (verdict) => {
      if (verdict.allow) sendFields(submit, form, submitter, place.url, fields);
    });
  };

  // First of all listeners: a page that stops the event stops nothing of ours.
  listen(
    view,
    'submit',
    (event) => {
      const form = targetOf(event);
      if (!form || !isFormElement(form) || isPrevented(event)) return;
      const submitter = submitterOf(event);
      const place = placeOfForm(form, submitter);
      if (!place) return;
      const byPage = takeOverPrevention(event);
      later(() => {
        if (!byPage()) hold(form, submitter, place);
      }, 0);
    },
    true,
  );
  const guarded = disguise(submit, (receiver, args) => {
    const place = receiver && isFormElement(receiver) ? placeOfForm(receiver as object, null) : null;
    if (!place) return apply(submit, receiver, args);
    hold(receiver as object, null, place);
  });
  replace(prototype, 'submit', guarded);
}
