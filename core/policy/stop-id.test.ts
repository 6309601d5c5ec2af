import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStopId, StopId, stopIdOf } from './stop-id.ts';

describe('the id of a stop', () => {
  it('is made of the first forty bits of its record’s', () => {
    expect(stopIdOf('00000000-0000-4000-8000-000000000000')).toBe('0000-0000');
    expect(stopIdOf('ffffffff-ffff-4fff-bfff-ffffffffffff')).toBe('ZZZZ-ZZZZ');
    expect(stopIdOf('08421084-2108-4000-8000-000000000000')).toBe('1111-1111');
    expect(stopIdOf('0C1D2E3F-4A5B-4000-8000-000000000000')).toBe(stopIdOf('0c1d2e3f-4a5b-4000-8000-000000000000'));
    expect(() => stopIdOf('k7qf2m9d')).toThrow();
  });

  it('is one that can be read, and is read back as itself, for every record', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (uuid) => {
        const id = stopIdOf(uuid);
        expect(StopId.parse(id)).toBe(id);
        expect(readStopId(id)).toBe(id);
        expect(readStopId(`stop ${id.toLowerCase().replace('-', '')} `)).toBe(id);
      }),
    );
  });

  it('hangs on every one of its forty bits', () => {
    const ids = Array.from({ length: 40 }, (_, bit) => {
      const hex = (1n << BigInt(bit)).toString(16).padStart(10, '0');
      return stopIdOf(`${hex.slice(0, 8)}-${hex.slice(8)}00-4000-8000-000000000000`);
    });
    expect(new Set([...ids, '0000-0000']).size).toBe(41);
  });

  it.each([
    'K7QF-2M9D',
    'k7qf-2m9d',
    'K7QF2M9D',
    ' Stop K7QF-2M9D.',
    'stop: k7qf 2m9d',
    'K7QF–2M9D',
    'K7QF−2M9D',
    'Ｋ７ＱＦ－２Ｍ９Ｄ',
    '“K7QF-2M9D”',
    'K7QF\u00ad-2M9D\u200b',
    'K7QF-2M9D!',
    '[K7QF-2M9D]',
    '*K7QF-2M9D*',
    '«K7QF-2M9D»',
    '(stop K7QF-2M9D)',
    'stop number K7QF-2M9D',
    'Stop no. K7QF-2M9D?',
    '`K7QF-2M9D`',
  ])('is read from %j', (text) => expect(readStopId(text)).toBe('K7QF-2M9D'));

  it('takes letters that look like digits for the digits', () => expect(readStopId('OoiI-lL01')).toBe('0011-1101'));

  it.each([
    '',
    'K7QF-2M9',
    'K7QF-2M9DD',
    'K7QF-2M9U',
    'stop',
    'K7QF/2M9D',
    'K7QF@2M9D',
    'K7QF%2M9D',
    '%',
    'ada@acme.example',
  ])('is not read from %j', (text) => expect(readStopId(text)).toBe(null));
});
