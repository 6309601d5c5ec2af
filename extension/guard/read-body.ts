/** What a request sends: text when it is at hand, a promise when it must be read, null when there is none or it is unreadable. */
export type BodyText = string | null | Promise<string | null>;

/** Bigger than any invitation: uploads are not held in memory to look for one. */
const LARGEST = 1 << 20;

/** Reads without consuming. Streams cannot be read twice and so count as unreadable; Atlassian's invitations are JSON. */
export function readBody(body: unknown): BodyText {
  if (body === null || body === undefined) return null;
  if (typeof body === 'string') return body.length <= LARGEST ? body : null;
  if (body instanceof URLSearchParams) return body.toString();
  if (body instanceof FormData) return formText(body);
  if (body instanceof Blob) return body.size <= LARGEST ? body.text() : null;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) {
    return body.byteLength <= LARGEST ? new TextDecoder().decode(body) : null;
  }
  return null;
}

/** Fields as JSON, so that several values of one name stay a list. Files are left out. */
export function formText(form: FormData): string {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const known = fields[name];
    fields[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  return JSON.stringify(fields);
}
