import { addField, apply, eachField, getter, isOf, listen, method } from './natives.ts';

/** Forms, taken as everything in `natives.ts`. A form's own properties may be its fields, so none is asked. */
export const isFormElement = isOf(getter(HTMLFormElement.prototype, 'method'));
export const targetOf = getter(Event.prototype, 'target');
export const submitterOf = getter(SubmitEvent.prototype, 'submitter');
const attribute = method(Element.prototype.getAttribute);
const setAttribute = method(Element.prototype.setAttribute);
const element = method(Document.prototype.createElement as (name: string) => HTMLElement);
const documentOf = getter(Node.prototype, 'ownerDocument');
const rootOf = getter(Document.prototype, 'documentElement');
const attachShadow = method(Element.prototype.attachShadow);
const append = method(Node.prototype.appendChild);
const removeFrom = method(Node.prototype.removeChild);
const fieldsOf = getter(FormDataEvent.prototype, 'formData');

/** What the button says, or else the form. */
export const whatItSays = (form: object, submitter: object | null, name: string): string | null =>
  (submitter && attribute(submitter, `form${name}`)) ?? attribute(form, name);

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
  const enctype = whatItSays(form, submitter, 'enctype');
  const target = whatItSays(form, submitter, 'target');
  if (enctype !== null) setAttribute(copy, 'enctype', enctype);
  if (target !== null) setAttribute(copy, 'target', target);
  listen(copy, 'formdata', (event) => {
    const sent = fieldsOf(event);
    eachField(fields, (value, name) => addField(sent, name, value));
  });
  append(attachShadow(host, { __proto__: null, mode: 'closed' } as unknown as ShadowRootInit), copy);
  append(root, host);
  apply(submit, copy, []);
  removeFrom(root, host);
}
