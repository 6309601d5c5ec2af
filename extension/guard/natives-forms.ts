import {
  addField,
  apply,
  baseOf,
  dropField,
  eachField,
  getter,
  isOf,
  listen,
  matches,
  method,
  newForm,
} from './natives.ts';

/** Forms, taken as everything in `natives.ts`. A form's own properties may be its fields, so none is asked. */
export const isFormElement = isOf(getter(HTMLFormElement.prototype, 'method'));
export const targetOf = getter(Event.prototype, 'target');
export const submitterOf = getter(SubmitEvent.prototype, 'submitter');
const attribute = method(Element.prototype.getAttribute);
const setAttribute = method(Element.prototype.setAttribute);
const removeAttribute = method(Element.prototype.removeAttribute);
const element = method(Document.prototype.createElement as (name: string) => HTMLElement);
const documentOf = getter(Node.prototype, 'ownerDocument');
const addressOfDocument = getter(Document.prototype, 'URL');
/** What a form's address counts from, whichever window it stands in. One that says none goes where its document is, whatever its base. */
export const baseOfForm = (form: object, action: string): string =>
  (matches(/[^\t\n\f\r ]/, action) ? baseOf : addressOfDocument)(documentOf(form));
export const isConnected = getter(Node.prototype, 'isConnected');
export const viewOf = getter(Document.prototype, 'defaultView');
const rootOf = getter(Document.prototype, 'documentElement');
const attachShadow = method(Element.prototype.attachShadow);
const append = method(Node.prototype.appendChild);
const insert = method(Node.prototype.insertBefore as (node: Node, before: Node | null) => Node);
const parentOf = getter(Node.prototype, 'parentNode');
const nextOf = getter(Node.prototype, 'nextSibling');
const removeFrom = method(Node.prototype.removeChild);
const fieldsOf = getter(FormDataEvent.prototype, 'formData');

/** What the button says, or else the form. */
export const whatItSays = (form: object, submitter: object | null, name: string): string | null =>
  (submitter && attribute(submitter, `form${name}`)) ?? attribute(form, name);

/** What a form sends. A button that its page took away meanwhile sends nothing of its own. */
export function gather(form: object, submitter: object | null): FormData {
  try {
    return newForm(form as HTMLFormElement, submitter as HTMLElement | null);
  } catch {
    return newForm(form as HTMLFormElement); // Not a button of this form any more: this is how the browser tells.
  }
}

/**
 * Ends a submission whose fields are being gathered: browsers send no form that is in no document by then. Chromium sends one all the
 * same where that opens a window without an opener, so it is given one until then. There is nothing in the form in case the page puts
 * it back at once.
 * @returns what puts it back where it was, as it was
 */
export function takeAside(form: object, gathering: Event): () => void {
  empty(fieldsOf(gathering));
  const rel = attribute(form, 'rel');
  setAttribute(form, 'rel', 'opener');
  const parent = parentOf(form) as Node;
  const next = nextOf(form);
  removeFrom(parent, form as Node);
  return () => {
    if (rel === null) removeAttribute(form, 'rel');
    else setAttribute(form, 'rel', rel);
    if (parentOf(form) === null) insert(parent, form as Node, next && parentOf(next) === parent ? next : null);
  };
}

function empty(fields: FormData): void {
  for (let name = firstOf(fields); name !== null; name = firstOf(fields)) dropField(fields, name);
}

function firstOf(fields: FormData): string | null {
  let first: string | null = null;
  eachField(fields, (_value, name) => {
    first ??= name;
  });
  return first;
}

/** Sends these fields as the form would, from where the page has no hands. */
export function sendFields(
  submit: () => void,
  form: object,
  submitter: object | null,
  address: string,
  fields: FormData,
): void {
  const document = documentOf(form);
  const root = rootOf(document) as HTMLElement;
  const host = element(document, 'span');
  const copy = element(document, 'form');
  setAttribute(copy, 'method', 'post');
  setAttribute(copy, 'action', address);
  const say = (name: string, value: string | null): void => {
    if (value !== null) setAttribute(copy, name, value);
  };
  say('enctype', whatItSays(form, submitter, 'enctype'));
  say('target', whatItSays(form, submitter, 'target'));
  say('rel', attribute(form, 'rel'));
  say('accept-charset', attribute(form, 'accept-charset'));
  listen(copy, 'formdata', (event) => {
    const sent = fieldsOf(event);
    eachField(fields, (value, name) => addField(sent, name, value));
  });
  append(attachShadow(host, { __proto__: null, mode: 'closed' } as unknown as ShadowRootInit), copy);
  append(root, host);
  apply(submit, copy, []);
  removeFrom(root, host);
}
