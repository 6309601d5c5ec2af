import '../../tests/tools/page-interfaces.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

describe('a form with a file', () => {
  const formWith = (type: string, content = 'eve@outside.example', name = 'file'): FormData => {
    const form = new FormData();
    form.append('emails', 'liam@acme.example');
    form.append(name, new File([content], 'people.csv', { type }));
    return form;
  };

  it.each([
    '',
    'text/csv',
    'text/plain',
    'application/vnd.ms-excel',
    'application/octet-stream',
    'application/csv',
    'application/xml',
    'application/json',
    'application/pdf',
    'application/zip',
    'message/rfc822',
  ])('may name more people there than it says: %s', async (type) => {
    expect(await textOf(formWith(type))).toEqual({ ...read('{"emails":"liam@acme.example"}'), hasFile: true });
  });

  it('does so whatever its type is, but for what is shown or heard', () =>
    fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z]{1,12}\/[a-z0-9.+-]{1,20}$/), async (type) => {
        const isShown = /^(?:image|audio|video|font)\//.test(type);
        expect((await textOf(formWith(type))).hasFile ?? false).toBe(!isShown);
      }),
    ));

  it.each(['image/png', 'audio/mpeg', 'video/mp4', 'font/woff2'])('names nobody in a %s', async (type) =>
    expect(await textOf(formWith(type))).toEqual(read('{"emails":"liam@acme.example"}')));

  it('names nobody where none was chosen', async () =>
    expect(await textOf(formWith('application/octet-stream', ''))).toEqual(read('{"emails":"liam@acme.example"}')));

  it.each([
    'operations',
    'query',
    'variables',
    'map',
    'Operations',
  ])('that is the request itself cannot be read: %s', async (name) =>
    expect(await textOf(formWith('', '{}', name))).toEqual(unreadable));
});
