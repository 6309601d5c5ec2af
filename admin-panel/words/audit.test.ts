import { describe, expect, it } from 'vitest';
import { AuditEvent } from '../../core/audit/index.ts';
import { auditTypeWords, eventReason, eventWords, furtherPeople } from './audit.ts';

const about = {
  orgId: 'org',
  at: '2026-11-21T08:00:00.000Z',
  actor: { kind: 'person', subject: 'ravi', name: 'Ravi Shah' },
};
const request = { ...about, requestId: 'r', number: 12 };
const words = (event: object, withNumber = true) => eventWords(AuditEvent.parse(event), { withNumber });

describe('audit events in words', () => {
  it('has a name for every type there is', () => {
    const types = AuditEvent.options.map((option) => option.shape.type.value);
    expect(Object.keys(auditTypeWords).sort()).toEqual([...types].sort());
  });

  it('names the request on the log and not on its own page', () => {
    const approved = { ...request, type: 'request.approved', reason: null };
    expect(words(approved)).toBe('approved request #12');
    expect(words(approved, false)).toBe('approved the request');
  });

  it('tells an invitation from a membership', () => {
    const finished = { ...request, type: 'grant.finished', group: 'users' };
    expect(words(finished)).toBe('added to users for request #12');
    expect(words({ ...finished, invited: ['nina@outside.example'], added: 0 })).toBe(
      'had Atlassian invite nina@outside.example to users for request #12: nothing is confirmed before that is accepted',
    );
    expect(words({ ...finished, invited: ['nina@outside.example'], added: 2 })).toBe(
      'added 2 people to users for request #12 and had Atlassian invite nina@outside.example to users: nothing is confirmed before that is accepted',
    );
  });

  it('tells how often somebody went on, where it was counted', () => {
    const wentOn = { ...about, type: 'intent.proceeded', intent: 'invite', outcome: 'justify', ruleIds: [] };
    expect(words({ ...wentOn, siteHost: null, justification: null, targetsAtLeast: 1, further: 40 })).toBe(
      'went on to invite somebody, for at least 1 person, 40 more times in quick succession after being asked for a reason',
    );
  });

  it('tells what was given when it was approved, or tried again', () => {
    const gives = { gives: ['1 Jira seat on acme.atlassian.net', 'seats that are not known'] };
    expect(words({ ...request, type: 'request.approved', reason: null, ...gives })).toBe(
      'approved request #12, giving 1 Jira seat on acme.atlassian.net and seats that are not known',
    );
    expect(words({ ...request, type: 'grant.retried', ...gives })).toBe(
      'asked to try the grant of request #12 again, giving 1 Jira seat on acme.atlassian.net and seats that are not known',
    );
  });

  it('adds nobody to a group that is none, and lets nobody else join by yourself', () => {
    const started = { ...request, type: 'grant.started', attempt: 1, group: '(none)' };
    expect(words(started)).toBe('started on request #12');
    expect(words({ ...started, group: 'users' })).toBe('started adding to users for request #12');
    const joining = {
      ...about,
      type: 'intent.recorded',
      intent: 'join',
      outcome: 'block',
      ruleIds: [],
      siteHost: null,
    };
    expect(words({ ...joining, layer: 'page' })).toBe('was about to join a site on their own: stopped');
  });

  it('tells what was done by hand, with the note', () => {
    const event = { ...request, type: 'grant.done-by-hand', note: 'The trial runs until May.' };
    expect(words(event)).toBe('marked request #12 as done by hand');
    expect(eventReason(AuditEvent.parse(event))).toBe('The trial runs until May.');
  });

  it('reads a submission as a sentence', () => {
    const submitted = {
      ...request,
      type: 'request.submitted',
      intent: 'share-with-new-person',
      product: 'jira-software',
      siteHost: 'acme.atlassian.net',
      targets: ['a@x.example', 'b@x.example'],
      reason: 'because',
      ruleIds: [],
      policyVersion: 1,
    };
    expect(words(submitted)).toBe(
      'made request #12: wants to share with somebody who has no access yet, Jira on acme.atlassian.net, for a@x.example and b@x.example',
    );
    expect(eventReason(AuditEvent.parse(submitted))).toBe('because');
    expect(words({ ...submitted, stopId: 'K7QF-2M9D' })).toBe(`${words(submitted)} (stop K7QF-2M9D)`);
  });

  it('names ten people in a sentence, whoever they are, and leaves the rest to a list', () => {
    const people = Array.from({ length: 150 }, (_, n) => `p${n}@x.example`);
    const ten = people.slice(0, 10).join(', ');
    const submitted = { ...request, type: 'request.submitted', intent: 'invite', product: 'loom', siteHost: null };
    const of = (targets: string[]) => ({ ...submitted, targets, reason: '', ruleIds: [], policyVersion: 1 });
    const rest = (event: object) => furtherPeople(AuditEvent.parse(event));
    expect(words(of(people))).toBe(
      `made request #12: wants to invite somebody, Loom, site not known, for ${ten}, and others`,
    );
    expect(rest(of(people))).toEqual(people.slice(10));
    expect(words(of(people.slice(0, 10)))).toMatch(/p8@x\.example, and p9@x\.example$/);
    expect(rest(of(people.slice(0, 10)))).toEqual([]);
    const finished = { ...request, type: 'grant.finished', group: 'users', invited: people, added: 0 };
    expect(words(finished)).toBe(
      `had Atlassian invite ${ten}, and others to users for request #12: nothing is confirmed before that is accepted`,
    );
    expect(rest(finished)).toEqual(people.slice(10));
    expect(rest({ ...request, type: 'grant.finished', group: 'users' })).toEqual([]);
    expect(rest({ ...request, type: 'request.denied', reason: 'No' })).toEqual([]);
  });

  it('says why somebody went on', () => {
    const event = {
      ...about,
      type: 'intent.proceeded',
      intent: 'invite',
      outcome: 'justify',
      ruleIds: [],
      siteHost: 'acme.atlassian.net',
      justification: 'The launch is on Monday.',
    };
    expect(words(event)).toBe('went on to invite somebody on acme.atlassian.net after being asked for a reason');
    expect(eventReason(AuditEvent.parse(event))).toBe('The launch is on Monday.');
    expect(words({ ...event, stopId: 'K7QF-2M9D' })).toBe(`${words(event)} (stop K7QF-2M9D)`);
  });

  it('says how many people an act was about, or that nobody knows', () => {
    const seen = {
      ...about,
      type: 'intent.recorded',
      intent: 'invite',
      outcome: 'block',
      ruleIds: [],
      siteHost: 'acme.atlassian.net',
      layer: 'guard',
    };
    const told = (more: object) =>
      words({ ...seen, ...more }).replace('was about to invite somebody on acme.atlassian.net', '…');
    expect(told({})).toBe('…: stopped');
    expect(told({ targets: 0 })).toBe('…: stopped');
    expect(told({ targets: 1 })).toBe('…, for 1 person: stopped');
    expect(told({ targets: 201 })).toBe('…, for 201 people: stopped');
    expect(told({ targetsAtLeast: 0 })).toBe('…, for people nobody counted: stopped');
    expect(told({ targetsAtLeast: 1 })).toBe('…, for at least 1 person: stopped');
    expect(told({ targetsAtLeast: 1, further: 1 })).toBe(
      '…, for at least 1 person, 1 more time in quick succession: stopped',
    );
    expect(told({ targetsAtLeast: 0, further: 1470, stopId: 'K7QF-2M9D' })).toBe(
      '…, for people nobody counted, 1470 more times in quick succession: stopped (stop K7QF-2M9D)',
    );
    const proceeded = { ...seen, type: 'intent.proceeded', outcome: 'warn', justification: null, targetsAtLeast: 2 };
    expect(words(proceeded)).toBe(
      'went on to invite somebody on acme.atlassian.net, for at least 2 people after being warned',
    );
  });

  it('shows words of another version as they stand', () => {
    const seen = {
      ...about,
      type: 'intent.recorded',
      intent: 'teleport',
      outcome: 'freeze',
      ruleIds: [],
      siteHost: null,
      layer: 'page',
    };
    expect(words(seen)).toBe('was about to "teleport": "freeze"');
  });
});
