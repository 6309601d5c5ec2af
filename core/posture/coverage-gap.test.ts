import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageGap, LoggedGrant, SeenIntent } from './coverage-gap.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString();
const grant = (minute: number, given: Record<string, unknown> = {}) =>
  LoggedGrant.parse({
    eventId: `g${minute}`,
    at: at(minute),
    actorId: 'adam',
    targetId: 'emma',
    via: 'browser',
    ...given,
  });
const intent = (minute: number, given: Record<string, unknown> = {}) =>
  SeenIntent.parse({ intentId: `i${minute}`, at: at(minute), actorId: 'adam', targetIds: ['emma'], ...given });
const gap = (grants: LoggedGrant[], intents: SeenIntent[], minutes = 15) =>
  coverageGap(grants, intents, { minutes }).gap;

describe('coverageGap', () => {
  it('matches a grant with an intent of the same person about the same person, in time', () => {
    expect(gap([grant(5)], [intent(0)])).toBe(0);
    expect(gap([grant(0)], [intent(0)])).toBe(0);
    expect(gap([grant(15)], [intent(0)])).toBe(0);
    expect(gap([grant(16)], [intent(0)])).toBe(1);
    expect(gap([grant(0)], [intent(1)])).toBe(1);
    expect(gap([grant(5, { actorId: 'other' })], [intent(0)])).toBe(1);
    expect(gap([grant(5, { targetId: 'other' })], [intent(0)])).toBe(1);
    expect(gap([grant(5, { actorId: null })], [intent(0)])).toBe(1);
  });

  it('takes the window that is given', () => {
    expect(gap([grant(40)], [intent(0)], 60)).toBe(0);
    expect(coverageGap([grant(15)], [intent(0)]).gap).toBe(0);
    expect(coverageGap([grant(16)], [intent(0)]).gap).toBe(1);
  });

  it('lets one intent explain one grant for each of its targets', () => {
    const two = intent(0, { targetIds: ['emma', 'otto'] });
    expect(gap([grant(1), grant(2, { targetId: 'otto' })], [two])).toBe(0);
    expect(gap([grant(1), grant(2)], [two])).toBe(1);
    expect(gap([grant(1, { targetId: null }), grant(2, { targetId: null }), grant(3, { targetId: null })], [two])).toBe(
      1,
    );
  });

  it('lets an intent without known targets explain one grant', () => {
    const nobody = intent(0, { targetIds: [] });
    expect(gap([grant(1)], [nobody])).toBe(0);
    expect(gap([grant(1), grant(2)], [nobody])).toBe(1);
    expect(gap([grant(1, { targetId: null }), grant(2, { targetId: null })], [nobody])).toBe(1);
  });

  it('goes through the grants in time, whatever the order of the list', () => {
    const { unseen } = coverageGap([grant(9), grant(3)], [intent(0)]);
    expect(unseen.map(({ grant: { eventId } }) => eventId)).toEqual(['g9']);
  });

  it('counts the wanted ways apart', () => {
    const answer = coverageGap([grant(1, { via: 'provider' }), grant(2, { via: 'gatehouse' }), grant(3)], []);
    expect(answer).toMatchObject({ gap: 1, grants: 1, seen: 0, wanted: 2 });
  });

  it('explains each grant that was not seen', () => {
    const vias = ['browser', 'api-token', 'mobile', null];
    const { unseen, reasons } = coverageGap(
      vias.map((via, index) => grant(index, { via })),
      [],
    );
    expect(unseen.map(({ channel, reason }) => [channel, reason.code])).toEqual([
      ['browser', 'unseen-browser'],
      ['api-token', 'unseen-api-token'],
      ['mobile', 'unseen-mobile'],
      ['unknown', 'unseen-unknown'],
    ]);
    expect(reasons[0]?.text).toBe('4 of 4 grants passed where the extension does not look.');
    for (const { reason } of unseen) expect(reason.text).not.toBe('');
  });

  it('is not known without the log', () => {
    expect(coverageGap(null, [intent(0)])).toMatchObject({
      gap: null,
      grants: null,
      seen: null,
      wanted: null,
      unseen: [],
    });
  });

  it('adds up, and more looks never widen the gap', () => {
    const person = fc.constantFrom('emma', 'otto');
    const grants = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.option(person, { nil: null })), { maxLength: 10 });
    const intents = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.array(person, { maxLength: 2 })), { maxLength: 10 });
    fc.assert(
      fc.property(grants, intents, (given, looks) => {
        const log = given.map(([minute, targetId]) => grant(minute, { targetId }));
        const answer = coverageGap(
          log,
          looks.map(([minute, targetIds]) => intent(minute, { targetIds })),
        );
        expect((answer.gap ?? 0) + (answer.seen ?? 0)).toBe(answer.grants);
        expect(answer.unseen).toHaveLength(answer.gap ?? -1);
        expect(answer.gap).toBeLessThanOrEqual(coverageGap(log, []).gap ?? -1);
      }),
    );
  });
});
