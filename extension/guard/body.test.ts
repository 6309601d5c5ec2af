import '../../tests/tools/page-interfaces.ts';
import { expect, it } from 'vitest';
import { type BodyText, takeBody } from './body.ts';

const textOf = (body: unknown) => new Promise<BodyText>((done) => takeBody(body).read(done));
const read = (body: string | null): BodyText => ({ body, unreadable: false });
const unreadable: BodyText = { body: null, unreadable: true };

it.each([
  ['nothing', undefined, read(null)],
  ['text', '{"a":1}', read('{"a":1}')],
  ['search parameters', new URLSearchParams({ email: 'a@b.example' }), read('email=a%40b.example')],
  ['bytes', new TextEncoder().encode('{"a":1}'), read('{"a":1}')],
  ['a buffer', new TextEncoder().encode('{"a":1}').buffer, read('{"a":1}')],
  ['a view', new DataView(new TextEncoder().encode('x{"a":1}').buffer, 1), read('{"a":1}')],
  ['a blob', new Blob(['{"a":1}']), read('{"a":1}')],
  ['what becomes a text', { toString: (): string => '{"a":1}' }, read('{"a":1}')],
  ['a stream, which can be read once only', new ReadableStream(), unreadable],
  ['more than any invitation', 'x'.repeat((1 << 20) + 1), unreadable],
  ['a blob of more than any invitation', new Blob(['x'.repeat((1 << 20) + 1)]), unreadable],
])('%s', async (_what, body, text) => expect(await textOf(body)).toEqual(text));

it('a form: values of one name stay a list, files are left out', async () => {
  const form = new FormData();
  form.append('emails', 'a@b.example');
  form.append('emails', 'c@d.example');
  form.append('note', 'hi "\n');
  form.append('file', new Blob(['x']));
  const { body } = await textOf(form);
  expect(JSON.parse(String(body))).toEqual({ emails: ['a@b.example', 'c@d.example'], note: 'hi "\n' });
});

it('is sent as it was taken, whatever the page does to it afterwards', async () => {
  const bytes = new TextEncoder().encode('{"a":1}');
  const form = new FormData();
  const parameters = new URLSearchParams();
  const sent = [bytes, form, parameters].map((body) => takeBody(body).send);
  bytes.fill(32);
  form.append('a', 'b');
  parameters.append('a', 'b');
  expect(new TextDecoder().decode(sent[0] as Uint8Array)).toBe('{"a":1}');
  expect([...(sent[1] as FormData)]).toEqual([]);
  expect(String(sent[2])).toBe('');
});
