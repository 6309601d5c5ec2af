import { describe, expect, it } from 'vitest';
import { clockOf, isWithin, readClock } from './time-window.ts';

describe('time windows', () => {
  it('read the clock of the place, also when it is put forward', () => {
    const berlin = clockOf('Europe/Berlin');
    const kathmandu = clockOf('Asia/Kathmandu');
    if (!berlin || !kathmandu) throw new Error('These zones exist.');
    expect(readClock(berlin, Date.parse('2026-03-29T00:59:00Z'))).toEqual({ weekday: 6, minutes: 119 });
    expect(readClock(berlin, Date.parse('2026-03-29T01:00:00Z'))).toEqual({ weekday: 6, minutes: 180 });
    expect(readClock(kathmandu, Date.parse('2026-11-22T18:15:00Z'))).toEqual({ weekday: 0, minutes: 0 });
    expect(readClock(berlin, Number.NaN)).toBeNull();
    expect(clockOf('Europe/Atlantis')).toBeNull();
  });

  it('include their start and not their end', () => {
    const office = { timeZone: 'UTC', weekdays: ['mon' as const], from: '08:00', to: '18:00' };
    const at = (weekday: number, minutes: number) => isWithin(office, { weekday, minutes });
    expect([at(0, 479), at(0, 480), at(0, 1079), at(0, 1080), at(1, 600)]).toEqual([false, true, true, false, false]);
    const night = { timeZone: 'UTC', weekdays: ['sun' as const], from: '22:00', to: '00:00' };
    expect([isWithin(night, { weekday: 6, minutes: 1439 }), isWithin(night, { weekday: 0, minutes: 0 })]).toEqual([
      true,
      false,
    ]);
  });
});
