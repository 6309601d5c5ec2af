import { aimOf, type Place } from './address.ts';
import type { Ask } from './ask.ts';
import { formBody } from './body.ts';
import { disguise } from './disguise.ts';
import {
  apply,
  isOver,
  isPrevented,
  isTrusted,
  later,
  listen,
  newForm,
  notes,
  own,
  replace,
  stopEvent,
} from './natives.ts';
import {
  baseOfForm,
  isConnected,
  isFormElement,
  sendFields,
  submitterOf,
  takeAside,
  targetOf,
  whatItSays,
} from './natives-forms.ts';
import type { Realm } from './realm.ts';

/**
 * Holds forms that may give access. The page's own handlers run as ever, and a form is looked at when they are done and the browser
 * is about to send it, so that it is what they left. What is allowed is sent from a copy, so that it is what was asked about.
 * @returns what listens on a window
 */
export function guardForms({ HTMLFormElement: prototype }: Realm, ask: Ask): (view: object) => void {
  const submit = own(prototype, 'submit') as HTMLFormElement['submit'];

  const placeOfForm = (form: object, submitter: object | null): Place | null => {
    const method = whatItSays(form, submitter, 'method') ?? 'GET';
    return aimOf(method, whatItSays(form, submitter, 'action') ?? '', () => baseOfForm(form)).place;
  };
  const hold = (form: object, submitter: object | null, place: Place): void => {
    const fields = newForm(form as HTMLFormElement, submitter as HTMLElement | null);
    ask(place, formBody(fields), (verdict) => {
      if (verdict.allow) sendFields(submit, form, submitter, place.url, fields);
    });
  };

  const guarded = disguise(submit, (receiver, args) => {
    const form = receiver && isFormElement(receiver) && isConnected(receiver) ? (receiver as object) : null;
    const place = form && placeOfForm(form, null);
    if (!form || !place) return apply(submit, receiver, args);
    hold(form, null, place);
  });
  replace(prototype, 'submit', guarded);

  /** What the browser is about to submit, in the task that it does it in. */
  const submitting = notes<Event>();
  const noteSubmit = (event: Event): void => {
    const form = targetOf(event);
    if (!form || !isFormElement(form) || !isTrusted(event)) return;
    submitting.set(form, event);
    later(() => {
      if (submitting.of(form) === event) submitting.drop(form);
    }, 0);
  };
  // Its fields are gathered right behind the last handler, if none prevented it. Pages gather fields themselves, too.
  const holdFields = (event: Event): void => {
    const form = targetOf(event);
    const submission = form ? submitting.of(form) : undefined;
    if (!form || !submission || !isOver(submission)) return;
    submitting.drop(form);
    if (isPrevented(submission)) return;
    const submitter = submitterOf(submission);
    const place = placeOfForm(form, submitter);
    if (!place) return;
    stopEvent(event);
    const putBack = takeAside(form, event);
    later(() => {
      putBack();
      hold(form, submitter, place);
    }, 0);
  };
  return (view) => {
    listen(view, 'submit', noteSubmit, true);
    listen(view, 'formdata', holdFields, true);
  };
}
