import {
  addField,
  blobSize,
  blobText,
  blobType,
  byteLength,
  copyBytes,
  decodeBytes,
  eachField,
  indexOf,
  isBlob,
  isDocument,
  isForm,
  isObject,
  isParameters,
  isStream,
  matches,
  newForm,
  newParameters,
  parametersText,
  quote,
  toText,
  whenSettled,
} from './natives.ts';

/** What a call sends, as far as it can be read. `unreadable` is not "nothing": somebody may be named in it. */
export interface BodyText {
  readonly body: string | null;
  readonly unreadable: boolean;
  /** Beside what was read there is a file that nobody looked into. */
  readonly hasFile?: boolean;
}

/** A body as it was when the page gave it: what the page changes later is not sent. */
export interface Taken {
  readonly send: unknown;
  /** Null when it must be read first. */
  readonly text: BodyText | null;
  read(done: (text: BodyText) => void): void;
}

/** Characters or bytes. Bigger than any invitation: uploads are not held in memory to look for one. */
const LARGEST = 1 << 20;

export const UNREADABLE: BodyText = { body: null, unreadable: true };
export const textOf = (body: string): BodyText => (body.length <= LARGEST ? { body, unreadable: false } : UNREADABLE);

const taken = (send: unknown, text: BodyText): Taken => ({ send, text, read: (done) => done(text) });

/** Takes a body once, without consuming it. Streams cannot be read twice and so count as unreadable. */
export function takeBody(body: unknown): Taken {
  if (body === null || body === undefined) return taken(body, { body: null, unreadable: false });
  if (!isObject(body)) return takeText(toText(body));
  if (isStream(body) || isDocument(body)) return taken(body, UNREADABLE);
  if (isBlob(body)) return takeBlob(body);
  const bytes = byteLength(body);
  if (bytes !== null) {
    const copy = copyBytes(body);
    return taken(copy, bytes <= LARGEST ? { body: decodeBytes(copy), unreadable: false } : UNREADABLE);
  }
  if (isForm(body)) {
    const copy = copyOfForm(body as FormData);
    return taken(copy, formBody(copy));
  }
  if (isParameters(body)) {
    const text = parametersText(body);
    return taken(newParameters(text), textOf(text));
  }
  return takeText(toText(body));
}

/** A body whose making into a text, if it needs one, is over: no code of the page runs while the browser sends it. */
export const settled = (body: unknown): unknown =>
  isObject(body) &&
  !isBlob(body) &&
  !isDocument(body) &&
  !isForm(body) &&
  !isParameters(body) &&
  byteLength(body) === null
    ? toText(body)
    : body;

const takeText = (text: string): Taken => taken(text, textOf(text));

function takeBlob(blob: object): Taken {
  if ((blobSize(blob) as number) > LARGEST) return taken(blob, UNREADABLE);
  return {
    send: blob,
    text: null,
    read: (done) =>
      whenSettled(
        blobText(blob),
        (text) => done(textOf(text)),
        () => done(UNREADABLE),
      ),
  };
}

function copyOfForm(form: FormData): FormData {
  const copy = newForm();
  eachField(form, (value, name) => addField(copy, name, value));
  return copy;
}

/** More fields than any form of people has: reading them all costs their square. */
const MOST_FIELDS = 500;

/** What a form sends. Its files are not read, which would take a while: whoever judges it hears that there is one. */
export function formBody(form: FormData): BodyText {
  let count = 0;
  let hasFile = false;
  let hasRequest = false;
  eachField(form, (value, name) => {
    count += 1;
    if (!isObject(value) || !mayName(value)) return;
    hasFile = true;
    if (matches(PARTS, name)) hasRequest = true;
  });
  if (hasRequest || count > MOST_FIELDS) return UNREADABLE;
  const text = textOf(formText(form));
  return hasFile ? { body: text.body, unreadable: text.unreadable, hasFile } : text;
}

/** Pictures, sounds and type: what is of no other kind may list people, whatever the browser calls it (`.csv` is Excel's with some). */
const SHOWN = /^(?:image|audio|video|font)\//;
/** A field for a file that nobody chose sends an empty one. */
const mayName = (file: object): boolean => (blobSize(file) as number) > 0 && !matches(SHOWN, blobType(file) as string);
/** What a request of GraphQL itself stands in, and no upload beside one. */
const PARTS = /^(?:operations|map|query|variables|extensions)$/i;

/** Fields as JSON, so that several values of one name stay a list. Files are left out. */
export function formText(form: FormData): string {
  let names = '';
  let fields = '';
  eachField(form, (value, name) => {
    const quoted = quote(name);
    if (isObject(value) || indexOf(names, `\n${quoted}\n`) >= 0) return;
    names = `${names}\n${quoted}\n`;
    fields = `${fields}${fields === '' ? '' : ','}${quoted}:${valuesOf(form, name)}`;
  });
  return `{${fields}}`;
}

function valuesOf(form: FormData, wanted: string): string {
  let values = '';
  let count = 0;
  eachField(form, (value, name) => {
    if (name !== wanted || isObject(value)) return;
    values = `${values}${count === 0 ? '' : ','}${quote(value)}`;
    count += 1;
  });
  return count === 1 ? values : `[${values}]`;
}
