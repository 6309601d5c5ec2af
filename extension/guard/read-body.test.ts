import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

it.each([
  ['nothing', undefined, null],
  ['text', '{"a":1}', '{"a":1}'],
  ['search parameters', new URLSearchParams({ email: 'a@b.example' }), 'email=a%40b.example'],
  ['bytes', new TextEncoder().encode('{"a":1}'), '{"a":1}'],
  ['a blob', new Blob(['{"a":1}']), '{"a":1}'],
  ['a stream, which can be read once only', new ReadableStream(), null],
  ['more than any invitation', 'x'.repeat((1 << 20) + 1), null],
])('%s', async (_what, body, text) => expect(await readBody(body)).toBe(text));

it('a form: values of one name stay a list, files are left out', () => {
  const form = new FormData();
  form.append('emails', 'a@b.example');
  form.append('emails', 'c@d.example');
  form.append('note', 'hi');
  form.append('file', new Blob(['x']));
  expect(JSON.parse(String(readBody(form)))).toEqual({ emails: ['a@b.example', 'c@d.example'], note: 'hi' });
});
