import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrgId } from '../ids.ts';
import { canonical } from './canonical.ts';
import { type AuditEntry, append, GENESIS, verify } from './chain.ts';
import type { AuditEvent } from './event.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const event = (number: number): AuditEvent => ({
  type: 'request.denied',
  orgId: OrgId.parse('o1'),
  at: '2026-11-21T09:00:00.000Z',
  actor: { kind: 'person', subject: 's', name: '<img src=x onerror=alert(1)>' },
  requestId: `r${number}`,
  number,
  reason: 'no',
});

function log(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let n = 1; n <= length; n++) entries.push(append(entries.at(-1) ?? null, event(n), sha256));
  return entries;
}

describe('the audit chain', () => {
  it('starts at genesis and verifies', () => {
    const entries = log(3);
    expect(entries[0]?.prevHash).toBe(GENESIS);
    expect(verify(entries, sha256)).toEqual({ ok: true, entries: 3, head: entries[2]?.hash });
    expect(verify([], sha256)).toEqual({ ok: true, entries: 0, head: GENESIS });
  });

  it('names the first bad entry for any single change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom('reason', 'hash', 'prevHash', 'actor', 'drop', 'swap'),
        (at, what) => {
          const entries = log(10).map((entry) => structuredClone(entry));
          const entry = entries[at] as AuditEntry;
          if (what === 'reason' && entry.event.type === 'request.denied') entry.event.reason = 'changed';
          if (what === 'actor' && entry.event.actor.kind === 'person') entry.event.actor.name = 'somebody else';
          if (what === 'hash') entry.hash = sha256('x');
          if (what === 'prevHash') entry.prevHash = sha256('y');
          if (what === 'drop') entries.splice(at, 1);
          if (what === 'swap') [entries[at], entries[(at + 1) % 10]] = [entries[(at + 1) % 10] as AuditEntry, entry];
          const result = verify(entries, sha256);
          if (what === 'drop' && at === 9) expect(result).toMatchObject({ ok: true, entries: 9 });
          else if (what === 'swap' && at === 9) expect(result).toMatchObject({ ok: false, seq: 1 });
          else expect(result).toMatchObject({ ok: false, seq: at + 1 });
        },
      ),
    );
  });

  it('does not depend on the order of keys', () => {
    expect(canonical({ b: 1, a: [{ d: null, c: 'é"' }], z: undefined })).toBe('{"a":[{"c":"é\\"","d":null}],"b":1}');
    expect(() => canonical({ a: Number.NaN })).toThrow(new RangeError('canonical JSON has no NaN or Infinity'));
    expect(canonical([1, 'a', true])).toBe('[1,"a",true]');
  });
});
