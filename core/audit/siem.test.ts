import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { toCef } from './cef.ts';
import { type AuditEntry, GENESIS } from './chain.ts';
import { AuditEvent } from './event.ts';
import { detailsOf, mappingOf, ocsfClasses } from './mapping.ts';
import { OCSF_VERSION, toOcsf, toOcsfLine } from './ocsf.ts';
import { toSyslog } from './syslog.ts';

const HOSTILE = '<img src=x onerror=alert(1)>|a\\b=c]"\r\nFAKE\u2028CEF:0|evil';
const types = AuditEvent.options.map((option) => option.shape.type.value);

/** A value for every schema that events are made of. Fails for a new kind of field, which then needs a line here. */
function valueFor(schema: z.core.$ZodType, text: (name: string) => string, name: string): unknown {
  const { def } = schema as z.ZodType & { def: { type: string; [key: string]: unknown } };
  const inner = (of: unknown, as = name) => valueFor(of as z.core.$ZodType, text, as);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape as Record<string, unknown>).map(([key, field]) => [key, inner(field, key)]),
      );
    case 'union':
      return inner((def.options as unknown[])[0]);
    case 'literal':
      return (def.values as unknown[])[0];
    case 'enum':
      return Object.values(def.entries as Record<string, string>)[0];
    case 'nullable':
    case 'optional':
      return inner(def.innerType);
    case 'array':
      return [inner(def.element), inner(def.element)];
    case 'number':
      return 7;
    case 'string':
      return def.format === 'datetime' ? '2026-11-21T09:00:00.000Z' : text(name);
  }
  throw new Error(`No value for a ${def.type} (${name})`);
}

const eventOf = (type: string, text: (name: string) => string): AuditEvent =>
  AuditEvent.parse({
    ...(valueFor(
      AuditEvent.options.find((option) => option.shape.type.value === type) as z.core.$ZodType,
      text,
      '',
    ) as object),
    orgId: text('orgId').slice(0, 128),
  });
const entry = (event: AuditEvent): AuditEntry => ({ seq: 42, prevHash: GENESIS, hash: GENESIS, event });
const hostile = types.map((type) => entry(eventOf(type, (name) => (name === 'orgId' ? 'acme' : `${name} ${HOSTILE}`))));
const options = { hostname: 'gatehouse.acme.example' };

/** Reads a CEF line as a SIEM does. */
function readCef(line: string) {
  const parts = line.match(/^((?:\\.|[^\\|])*\|){7}/)?.[0] ?? '';
  const header = parts
    .slice(0, -1)
    .split(/(?<=(?:^|[^\\])(?:\\\\)*)\|/)
    .map((field) => field.replace(/\\([\\|])/g, '$1'));
  const extension: [string, string][] = [];
  const found = [...line.slice(parts.length).matchAll(/(?:^| )([A-Za-z0-9]+)=/g)];
  found.forEach((match, index) => {
    const from = parts.length + (match.index ?? 0) + match[0].length;
    const next = found[index + 1];
    const raw = line.slice(from, next ? parts.length + (next.index ?? 0) : undefined);
    const value = raw.replace(/\\([\\=nr])/g, (_, of) => (of === 'n' ? '\n' : of === 'r' ? '\r' : of));
    extension.push([match[1] as string, value]);
  });
  return { header, extension };
}

/** Reads a message of RFC 5424 by its grammar. */
function readSyslog(line: string) {
  const match =
    /^<(\d{1,3})>1 (\S+) ([\x21-\x7e]{1,255}) ([\x21-\x7e]{1,48}) ([\x21-\x7e]{1,128}) ([\x21-\x7e]{1,32}) \[([^ =\]"]{1,32})((?: [^ =\]"]{1,32}="(?:\\["\\\]]|[^"\\\]])*")*)\] \uFEFF(.*)$/u.exec(
      line,
    );
  if (!match) return null;
  const params = [...(match[8] ?? '').matchAll(/ ([^ =\]"]+)="((?:\\["\\\]]|[^"\\\]])*)"/gu)];
  return {
    pri: Number(match[1]),
    at: match[2],
    msgId: match[6],
    params: Object.fromEntries(params.map(([, name, value]) => [name, (value ?? '').replace(/\\(["\\\]])/g, '$1')])),
    message: match[9],
  };
}

const LINE_END = /[\n\r\u0085\u2028\u2029\v\f\0]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what the formats take out
const spaced = (text: string) => text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');

describe('every type of event has a mapping', () => {
  it.each(types)('%s', (type) => {
    const mapping = mappingOf({ type });
    expect(mapping?.name.length).toBeGreaterThan(3);
    expect(type.length).toBeLessThanOrEqual(32);
  });

  it('and a name of its own', () => {
    expect(new Set(types.map((type) => mappingOf({ type }).name)).size).toBe(types.length);
  });

  it('and what its class of OCSF asks for', () => {
    const needed = { 3002: 'user', 3004: 'entity', 3005: 'privileges', 3006: 'group', 6003: 'src_endpoint' };
    for (const one of hostile) {
      const event = toOcsf(one, '1.0.0') as Record<string, number> & { class_uid: keyof typeof needed };
      expect(event).toHaveProperty(needed[event.class_uid]);
      expect(event.type_uid).toBe(event.class_uid * 100 + (event.activity_id ?? Number.NaN));
      expect(event.category_uid).toBe(event.class_uid === ocsfClasses.api.uid ? 6 : 3);
      expect(event).toMatchObject({ metadata: { version: OCSF_VERSION, event_code: one.event.type, sequence: 42 } });
    }
  });
});

/** GATEHOUSE_GOLDEN=write writes them anew; look at the difference before you keep it. */
describe('golden files, with hostile names in every text', () => {
  const folder = join(import.meta.dirname, 'golden');
  it.each([
    ['cef.txt', (one: AuditEntry) => toCef(one, '1.0.0')],
    ['rfc5424.txt', (one: AuditEntry) => toSyslog(one, options)],
    ['ocsf-1.3.jsonl', (one: AuditEntry) => toOcsfLine(one, '1.0.0')],
  ])('%s', (file, format) => {
    const lines = `${hostile.map(format).join('\n')}\n`;
    if (process.env.GATEHOUSE_GOLDEN === 'write') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file), lines);
    }
    expect(lines).toBe(readFileSync(join(folder, file), 'utf8'));
    expect(lines.split('\n')).toHaveLength(types.length + 1);
  });
});

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom('\\', '|', '=', ']', '"', '\n', '\r', ' ', 'a', '\u2028', '\ud800'),
    maxLength: 20,
  }),
);
const anyEntry = fc
  .tuple(fc.constantFrom(...types), words, words)
  .map(([type, one, other]) =>
    entry(eventOf(type, (name) => (name === 'orgId' ? `o${one}` : name.length % 2 ? one : other))),
  );

describe('for every event', () => {
  it('no line has a line end in it', () => {
    fc.assert(
      fc.property(anyEntry, (one) => {
        for (const line of [toCef(one, '1\n|2'), toSyslog(one, options), toOcsfLine(one, '1\n2')])
          expect(line).not.toMatch(LINE_END);
        expect(JSON.parse(toOcsfLine(one, '1\n2'))).toEqual(toOcsf(one, '1\n2'));
      }),
    );
  });

  it('CEF reads back as it was written', () => {
    fc.assert(
      fc.property(anyEntry, ({ seq, event, ...chain }) => {
        const { header, extension } = readCef(toCef({ seq, event, ...chain }, '1|\\2'));
        expect(header.slice(0, 5)).toEqual(['CEF:0', 'Gatehouse', 'Gatehouse', '1|\\2', event.type]);
        expect(header[5]).toBe(mappingOf(event).name);
        expect(Number(header[6])).toBeLessThanOrEqual(10);
        const kept = spaced(event.actor.name.replace(/[\n\r]/g, ''));
        const suser = extension.find(([key]) => key === 'suser')?.[1];
        expect((suser ?? '').replace(/[\n\r]/g, '')).toBe(kept);
        expect(extension).toContainEqual(['GatehouseSeq', '42']);
        if ('number' in event) expect(extension).toContainEqual(['GatehouseNumber', '7']);
      }),
    );
  });

  it('RFC 5424 reads back as it was written', () => {
    fc.assert(
      fc.property(anyEntry, (one) => {
        const read = readSyslog(toSyslog(one, options));
        expect(read).toMatchObject({ msgId: one.event.type, at: '2026-11-21T09:00:00.000Z', params: { seq: '42' } });
        expect(read?.params.actor).toBe(spaced(one.event.actor.name));
        expect(read?.pri).toBeGreaterThanOrEqual(13 * 8);
        expect(read?.pri).toBeLessThan(14 * 8);
      }),
    );
  });
});

describe('what Gatehouse does by itself', () => {
  const by = (type: string, more: object = {}): AuditEntry =>
    entry(AuditEvent.parse({ ...eventOf(type, (name) => name), actor: { kind: 'system', name: 'jobs' }, ...more }));

  it('has a system for its actor and no subject', () => {
    expect(toOcsf(by('grant.started'), '1.0.0').actor).toEqual({ app_name: 'Gatehouse jobs' });
    expect(toOcsf(by('session.ended'), '1.0.0').user).toEqual({ name: 'jobs', type_id: 3, type: 'System' });
    expect(readSyslog(toSyslog(by('grant.started'), options))?.params).toMatchObject({
      actorKind: 'system',
      actor: 'jobs',
    });
    expect(toSyslog(by('grant.started'), options)).not.toContain('subject');
    expect(Object.fromEntries(readCef(toCef(by('grant.started'), '1.0.0')).extension)).toMatchObject({ suser: 'jobs' });
    expect(toCef(by('grant.started'), '1.0.0')).not.toContain('suid=');
  });

  it('leaves out what is null', () => {
    const event = by('intent.recorded', { siteHost: null });
    expect(detailsOf(event.event).map(([name]) => name)).not.toContain('siteHost');
    expect(toSyslog(event, options)).not.toContain('siteHost');
    expect(toOcsf(by('intent.recorded', { siteHost: null }), '1.0.0')).not.toHaveProperty('dst_endpoint');
  });

  it('leaves out what was kept before there was such a word', () => {
    const { gives, ...before } = by('request.submitted').event as Extract<AuditEvent, { type: 'request.submitted' }>;
    expect(gives).toHaveLength(2);
    for (const line of [toSyslog(entry(before), options), toCef(entry(before), '1'), toOcsfLine(entry(before), '1')])
      expect(line).not.toMatch(/gives/i);
  });

  it('names every parameter of a message once, in order', () => {
    const names = [...toSyslog(by('directory.synced'), options).matchAll(/ ([A-Za-z]+)="/g)].map(([, name]) => name);
    expect(names).toEqual([
      'seq',
      'org',
      'outcome',
      'actorKind',
      'actor',
      ...detailsOf(by('directory.synced').event).map(([name]) => name),
    ]);
  });
});

describe('what is too long', () => {
  const long = entry(eventOf('request.submitted', (name) => (name === 'orgId' ? 'o' : '€'.repeat(5000))));

  it('leaves whole parameters of RFC 5424 out and says so', () => {
    for (const maxOctets of [1, 480, 2048, 8192]) {
      const line = toSyslog(long, { ...options, maxOctets });
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(Math.max(maxOctets, 480));
      expect(readSyslog(line)?.params).toMatchObject({ seq: '42', truncated: 'true', outcome: 'success' });
      expect(readSyslog(line)?.message).toContain('Request submitted');
    }
    expect(readSyslog(toSyslog(hostile[0] as AuditEntry, options))?.params.truncated).toBeUndefined();
  });

  it('keeps every parameter for which there is room, and room for the sentence', () => {
    const octets = (text: string) => new TextEncoder().encode(text).length;
    const some = entry(eventOf('request.submitted', (name) => `${name} of usual length`));
    const whole = octets(toSyslog(some, options));
    for (let maxOctets = 480; maxOctets <= whole + 200; maxOctets += 1) {
      const line = toSyslog(some, { ...options, maxOctets });
      const read = readSyslog(line);
      expect(octets(line)).toBeLessThanOrEqual(maxOctets);
      expect(read?.message).toBe('Request submitted by name of usual length, request #7');
      // 120 octets are kept free, for two spaces, for what says that something was left out, and for the text.
      const reserved = maxOctets - octets(line.slice(0, line.indexOf(' \uFEFF'))) - 1;
      if (read?.params.truncated === 'true') expect(reserved).toBeLessThan(120 + 60);
      expect(reserved).toBeGreaterThanOrEqual(120 - 2 - ' truncated="true"'.length);
    }
    expect(readSyslog(toSyslog(some, { ...options, maxOctets: whole + 200 }))?.params.truncated).toBeUndefined();
  });

  it('leaves empty values of CEF out', () => {
    const [{ event }] = hostile as [AuditEntry];
    const line = toCef(entry({ ...event, actor: { ...event.actor, name: '' } }), '1');
    expect(readCef(line).extension.map(([key]) => key)).not.toContain('suser');
  });

  it('cuts values of CEF between characters', () => {
    const suser = readCef(toCef(long, '1')).extension.find(([key]) => key === 'suser')?.[1];
    expect(suser).toBe('€'.repeat(341));
  });

  it('has a host name that the header takes', () => {
    expect(toSyslog(long, { hostname: '' })).toMatch(/^<110>1 \S+ - gatehouse - request\.submitted \[gatehouse@32473 /);
    expect(readSyslog(toSyslog(long, { hostname: `a b\n${'x'.repeat(300)}`, enterprise: 1 }))).not.toBeNull();
  });
});
