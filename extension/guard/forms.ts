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
  notes,
  own,
  prevent,
  replace,
  stopEvent,
  toLower,
  unlisten,
} from './natives.ts';
import {
  baseOfForm,
  gather,
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
 * Holds forms that may give access. The page's own handlers run as ever, and a form is looked at when they are done, so that it is what
 * they left. What is allowed is sent from a copy, so that it is what was asked about.
 * @returns what listens on a window
 */
export function guardForms({ view, HTMLFormElement: prototype }: Realm, ask: Ask): (view: object) => void {
  const submit = own(prototype, 'submit') as HTMLFormElement['submit'];

  const placeOfForm = (form: object, submitter: object | null): Place | null => {
    // Whatever else stands there asks, or closes a dialog.
    if (toLower(whatItSays(form, submitter, 'method') ?? '') !== 'post') return null;
    const action = whatItSays(form, submitter, 'action') ?? '';
    return aimOf('POST', action, () => baseOfForm(form, action)).place;
  };
  const hold = (form: object, submitter: object | null, place: Place): void => {
    const fields = gather(form, submitter);
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
    // Added now, it is behind the listeners of the page, and hears what they left. Where one of them ends the event, `holdFields`
    // comes in.
    const last = (heard: Event): void => {
      if (heard === event) holdSubmit(event, form);
    };
    listen(view, 'submit', last);
    later(() => {
      unlisten(view, 'submit', last);
      if (submitting.of(form) === event) submitting.drop(form);
    }, 0);
  };
  const holdSubmit = (event: Event, form: object): void => {
    if (isPrevented(event) || !isConnected(form)) return;
    const submitter = submitterOf(event);
    const place = placeOfForm(form, submitter);
    if (!place) return;
    prevent(event);
    submitting.drop(form);
    hold(form, submitter, place);
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
  return (of) => {
    listen(of, 'submit', noteSubmit, true);
    listen(of, 'formdata', holdFields, true);
  };
}
