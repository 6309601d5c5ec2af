import { addField, apply, baseOf, dropField, eachField, getter, isOf, listen, method } from './natives.ts';

/** Forms, taken as everything in `natives.ts`. A form's own properties may be its fields, so none is asked. */
export const isFormElement = isOf(getter(HTMLFormElement.prototype, 'method'));
export const targetOf = getter(Event.prototype, 'target');
export const submitterOf = getter(SubmitEvent.prototype, 'submitter');
const attribute = method(Element.prototype.getAttribute);
const setAttribute = method(Element.prototype.setAttribute);
const element = method(Document.prototype.createElement as (name: string) => HTMLElement);
const documentOf = getter(Node.prototype, 'ownerDocument');
/** What a form's addresses count from, whichever window it stands in. */
export const baseOfForm = (form: object): string => baseOf(documentOf(form));
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

/**
 * Ends a submission whose fields are being gathered: browsers send no form that is in no document by then, and there is nothing in
 * this one in case the page puts it back at once.
 * @returns what puts it back where it was
 */
export function takeAside(form: object, gathering: Event): () => void {
  empty(fieldsOf(gathering));
  const parent = parentOf(form) as Node;
  const next = nextOf(form);
  removeFrom(parent, form as Node);
  return () => {
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
