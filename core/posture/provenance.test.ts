import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApprovedRequest, GrantEvent, provenanceOf, Seat, seatOrigin } from './provenance.ts';

const place = { product: 'jira-software', cloudId: 'one' };
const seat = (given: Record<string, unknown> = {}) =>
  Seat.parse({
    accountId: 'emma',
    ...place,
    since: '2026-11-10T00:00:00Z',
    firstSeenAt: '2026-11-10T01:00:00Z',
    ...given,
  });
const request = (given: Record<string, unknown> = {}) =>
  ApprovedRequest.parse({
    requestId: 'R1',
    accountIds: ['adam', 'emma'],
    ...place,
    approvedAt: '2026-11-09T00:00:00Z',
    revokedAt: null,
    ...given,
  });
const event = (given: Record<string, unknown> = {}) =>
  GrantEvent.parse({
    eventId: 'e',
    at: '2026-11-10T00:00:00Z',
    accountId: 'emma',
    ...place,
    actor: { accountId: 'adam', name: 'Adam' },
    path: 'invitation-links',
    ...given,
  });
const started = '2026-11-01T00:00:00Z';
const origin = (...args: [Seat?, ApprovedRequest[]?, GrantEvent[]?, string?]) =>
  seatOrigin(args[0] ?? seat(), args[1] ?? [], args[2] ?? [], args[3] ?? started);

describe('seatOrigin', () => {
  it('matches a request for the same person, product and site that was approved in time', () => {
    expect(origin(seat(), [request()]).outcome).toBe('requested');
    expect(origin(seat(), [request({ approvedAt: '2026-11-10T00:00:00Z' })]).outcome).toBe('requested');
    for (const other of [
      { accountIds: ['adam'] },
      { product: 'confluence' },
      { cloudId: 'two' },
      { approvedAt: '2026-11-10T00:00:01Z' },
    ])
      expect(origin(seat(), [request(other)]).outcome).toBe('incident');
  });

  it('goes by when the seat was first seen while nobody knows since when it is there', () => {
    const late = [request({ approvedAt: '2026-11-10T00:30:00Z' })];
    expect(origin(seat(), late).outcome).toBe('incident');
    expect(origin(seat({ since: null }), late).outcome).toBe('requested');
  });

  it('does not match a grant that had ended by then', () => {
    expect(origin(seat(), [request({ revokedAt: '2026-11-10T00:00:00Z' })])).toMatchObject({ outcome: 'incident' });
    expect(origin(seat(), [request({ revokedAt: '2026-11-12T00:00:00Z' })]).outcome).toBe('requested');
  });

  it('knows seats from before Gatehouse, but prefers a request', () => {
    const early = seat({ since: '2026-10-31T23:59:59Z' });
    expect(origin(early).outcome).toBe('before-gatehouse');
    expect(origin(seat({ since: started })).outcome).toBe('incident');
    expect(origin(early, [request({ approvedAt: '2026-10-01T00:00:00Z' })]).outcome).toBe('requested');
    expect(origin(seat({ since: null, firstSeenAt: '2026-10-31T00:00:00Z' })).outcome).toBe('before-gatehouse');
  });

  it('names who gave the seat and by which path', () => {
    const { who, path, reasons } = origin(seat(), [], [event()]);
    expect({ who, path }).toEqual({ who: 'Adam', path: 'invitation-links' });
    expect(reasons.map(({ text }) => text)).toEqual([
      'No approved request gave this seat.',
      'Adam gave it on 2026-11-10.',
      'It came by: Invitation links.',
    ]);
  });

  it('takes no event of another person, product or site, and none after the seat was seen', () => {
    for (const other of [
      { accountId: 'adam' },
      { product: 'confluence' },
      { cloudId: 'two' },
      { at: '2026-11-10T01:00:01Z' },
    ])
      expect(origin(seat(), [], [event(other)])).toMatchObject({ who: null, path: 'unknown' });
    expect(origin(seat(), [], [event({ at: '2026-11-10T01:00:00Z' })]).who).toBe('Adam');
  });

  it('takes the last of several grants, and one that names the app before one that does not', () => {
    const named = (name: string, given: Record<string, unknown>) =>
      event({ actor: { accountId: null, name }, ...given });
    const older = named('Older', { at: '2026-11-09T00:00:00Z' });
    const vague = named('Vague', { product: null, cloudId: null });
    const half = named('Half', { cloudId: null });
    expect(origin(seat(), [], [older, named('Newer', {})]).who).toBe('Newer');
    expect(origin(seat(), [], [vague, older]).who).toBe('Older');
    expect(origin(seat(), [], [vague, half]).who).toBe('Half');
    expect(origin(seat(), [], [vague]).who).toBe('Vague');
  });

  it('keeps an unknown path and an unnamed giver unknown', () => {
    expect(origin(seat(), [], [event({ path: null, actor: null })])).toMatchObject({ who: null, path: 'unknown' });
  });

  it('says why a request that exists does not explain the seat', () => {
    const codes = (...requests: ApprovedRequest[]) => origin(seat(), requests).reasons.map(({ code }) => code);
    expect(codes(request({ approvedAt: '2026-11-11T00:00:00Z' }))).toContain('approved-afterwards');
    expect(codes(request({ revokedAt: '2026-11-09T12:00:00Z' }))).toContain('grant-had-ended');
    expect(codes(request({ cloudId: 'two', approvedAt: '2026-11-11T00:00:00Z' }))).not.toContain('approved-afterwards');
    expect(codes()).not.toContain('grant-had-ended');
    expect(codes(request({ approvedAt: '2026-11-11T00:00:00Z' }))).not.toContain('grant-had-ended');
  });
});

describe('provenanceOf', () => {
  it('counts, and lists incidents newest first', () => {
    const seats = [
      seat({ accountId: 'old', firstSeenAt: '2026-11-10T01:00:00Z' }),
      seat({ accountId: 'new', firstSeenAt: '2026-11-12T01:00:00Z' }),
      seat(),
      seat({ since: '2026-01-01T00:00:00Z', accountId: 'first' }),
    ];
    const { counts, incidents, origins } = provenanceOf(seats, [request()], [], started);
    expect(counts).toEqual({ requested: 1, 'before-gatehouse': 1, incident: 2 });
    expect(incidents.map(({ seat: { accountId } }) => accountId)).toEqual(['new', 'old']);
    expect(origins).toHaveLength(4);
  });

  it('loses no seat and gives every one a reason', () => {
    const moment = fc
      .integer({ min: 0, max: 40 })
      .map((days) => new Date(Date.parse(started) + (days - 20) * 86_400_000).toISOString());
    const who = fc.constantFrom('emma', 'adam');
    const seats = fc.array(fc.record({ accountId: who, since: fc.option(moment, { nil: null }), firstSeenAt: moment }));
    const requests = fc.array(
      fc.record({ accountIds: fc.array(who), approvedAt: moment, revokedAt: fc.option(moment, { nil: null }) }),
    );
    const events = fc.array(fc.record({ accountId: who, at: moment }));
    fc.assert(
      fc.property(seats, requests, events, (s, r, e) => {
        const { counts, incidents, origins } = provenanceOf(s.map(seat), r.map(request), e.map(event), started);
        expect(counts.requested + counts['before-gatehouse'] + counts.incident).toBe(s.length);
        expect(incidents).toHaveLength(counts.incident);
        for (const { outcome, path, reasons } of origins) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(path === null).toBe(outcome !== 'incident');
        }
      }),
    );
  });
});
