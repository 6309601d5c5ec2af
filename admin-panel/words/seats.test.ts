import { describe, expect, it } from 'vitest';
import { exampleEffect } from '../../tests/tools/request-fixture.ts';
import { appChange, costWords, fullness, seatChange, seatCount, takenWords, unknownsOf, whenAsked } from './seats.ts';

const seats = (used: number | null, total: number | null, unlimited = false) => ({ used, total, unlimited });

describe('seats', () => {
  it('never writes an unknown number as a number', () => {
    expect(seatCount(seats(98, 100))).toBe('98 of 100');
    expect(seatCount(seats(null, null))).toBe('not known');
    expect(seatCount(seats(null, 100))).toBe('use not known, 100 in all');
    expect(seatCount(seats(7, null))).toBe('7 used, limit not known');
    expect(seatCount(seats(7, null, true))).toBe('7 used, unlimited');
    expect(fullness(seats(null, 100))).toBeNull();
    expect(fullness(seats(98, 100))).toBeCloseTo(0.98);
  });

  it('says what approving changes', () => {
    expect(seatChange(exampleEffect({}))).toBe('98 → 99 of 100');
    expect(seatChange(exampleEffect({ seatsTaken: 0, seatsAfter: seats(98, 100) }))).toBe('no change: 98 of 100');
    expect(seatChange(exampleEffect({ seats: seats(null, null), seatsAfter: seats(null, null) }))).toBe('not known');
    expect(seatChange(exampleEffect({ seatsTaken: null, seatsAfter: seats(null, 100) }))).toBe('98 of 100 → not known');
  });
});

describe('what was asked for', () => {
  const asked = exampleEffect({});

  it('is said beside what stands now only where it was something else', () => {
    expect(whenAsked(asked, exampleEffect({}), 'en')).toBeNull();
    const fuller = exampleEffect({ seats: seats(99, 100), seatsAfter: seats(100, 100) });
    expect(whenAsked(fuller, asked, 'en')).toBe('Seats: 98 → 99 of 100.');
    const dearer = exampleEffect({ cost: { known: false, why: 'No price.' } });
    expect(whenAsked(asked, dearer, 'en')).toBe('Cost unknown.');
  });

  it('names the seats that it gave', () => {
    const lost = exampleEffect({ reasons: [{ code: 'effect-unknown', text: 'Not looked after now.' }] });
    expect(whenAsked(lost, asked, 'en')).toBe('It gave no seat that is known.');
    expect(whenAsked(asked, lost, 'en')).toBe('It gave seats that are not known.');
    expect(unknownsOf(lost)).toEqual(['Not looked after now.']);
  });
});

describe('a deed that gives no seat of the app', () => {
  const why = (code: string, text: string) => ({ reasons: [{ code, text }] });

  it('changes none, and says why', () => {
    const token = exampleEffect({
      ...why('not-about-seats', 'This gives no seat of Jira; it may cost something else.'),
      seatsTaken: null,
      seatsAfter: seats(null, 100),
    });
    expect([appChange(token), takenWords(token)]).toEqual([
      'no change: 98 of 100',
      'This gives no seat of Jira; it may cost something else.',
    ]);
    const other = exampleEffect({ ...why('not-given', 'What is given here has no Jira seat in it.'), seatsTaken: 0 });
    expect([takenWords(other), unknownsOf(other)]).toEqual(['What is given here has no Jira seat in it.', []]);
  });

  it('is told from one that takes none, some or nobody knows how many', () => {
    const taken = (seatsTaken: number | null) => takenWords(exampleEffect({ seatsTaken }));
    expect([taken(0), taken(1), taken(null)]).toEqual([
      'Nobody named here needs a seat.',
      'Takes 1 seat, leaves 1.',
      'How many seats this takes is not known.',
    ]);
  });
});

describe('cost', () => {
  const known = (amount: string) =>
    ({ known: true, amount, currency: 'USD', period: 'month', source: 'a quote', verified: false }) as const;

  it('formats decimal strings exactly', () => {
    expect(costWords(known('8.00'), 'en-US')).toBe('+$8.00 a month');
    expect(costWords(known('12345678901234567.89'), 'en-US')).toBe('+$12,345,678,901,234,567.89 a month');
    expect(costWords(known('0.00'), 'en-US')).toBe('No extra cost');
  });

  it('says unknown when it is', () => {
    expect(costWords({ known: false, why: 'no price' }, 'en-US')).toBe('Cost unknown');
  });
});
