import type { Ask } from './ask.ts';
import { disguise } from './disguise.ts';
import { classify, mayMatter } from './matching.ts';
import { formText } from './read-body.ts';

/**
 * Holds forms that give access. The page's own handlers go first: most send the form themselves, through a call that is
 * guarded anyway, and prevent the browser from doing it.
 */
export function guardForms(view: Window & typeof globalThis, ask: Ask): void {
  const { prototype } = view.HTMLFormElement;
  const { submit } = prototype;

  /** True when the form waits for a verdict and must not go now. */
  const hold = (form: HTMLFormElement, submitter: HTMLElement | null): boolean => {
    const method = (submitter?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'GET').toUpperCase();
    const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
    const url = mayMatter(method, action, view.document.baseURI);
    const call = url && classify(method, url, formText(new FormData(form)));
    if (!call) return false;
    void ask(call).then((verdict) => {
      if (verdict.allow) Reflect.apply(submit, form, []);
    });
    return true;
  };

  view.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
    if (hold(event.target, event.submitter)) event.preventDefault();
  });
  prototype.submit = disguise(submit, (receiver, args) =>
    hold(receiver as HTMLFormElement, null) ? undefined : Reflect.apply(submit, receiver, args),
  );
}
