import { describe, expect, it } from 'vitest';
import { AccountId, GroupId } from '../../core/ids.ts';
import type { Target } from '../../core/licence/index.ts';
import { exampleRequest, exampleTarget } from '../../tests/tools/request-fixture.ts';
import {
  approvalEffect,
  approvedWords,
  becomesTask,
  beforeGrant,
  cutWords,
  denialAsRead,
  duringGrant,
  grantedWords,
  isForSelf,
  requestSentence,
  retryWords,
  standingOf,
  strongestWords,
  targetName,
  targetsInShort,
  unreadWords,
  where,
} from './requests.ts';

const nameless = { email: null, standing: 'unknown' } as const;
const eve = exampleTarget({ ...nameless, text: 'eve@' });
const sevenMore = exampleTarget({ ...nameless, more: 7 });
const uncounted = exampleTarget({ ...nameless, more: null });

describe('what was granted', () => {
  const group = { id: GroupId.parse('users'), name: 'users' };
  const grant = { attempts: 1, failure: null, nextAttemptAt: null };

  it('is a membership, or an invitation that somebody has yet to accept', () => {
    expect(grantedWords(exampleRequest({ group, grant }))).toBe('Atlassian confirmed the membership in users.');
    const invited = { ...grant, invited: ['nina@outside.example'] };
    const sent =
      'Atlassian has sent an invitation to users to nina@outside.example; nothing is confirmed before it is accepted.';
    expect(grantedWords(exampleRequest({ group, grant: invited }))).toBe(sent);
    const two = exampleRequest({ group, grant: invited, targets: [exampleTarget(), exampleTarget()] });
    expect(grantedWords(two)).toBe(`${sent} It confirmed the membership of everybody else.`);
    const many = Array.from({ length: 150 }, (_, n) => `p${n}@outside.example`);
    expect(grantedWords(exampleRequest({ group, grant: { ...grant, invited: many } }))).toBe(
      `Atlassian has sent an invitation to users to ${many.slice(0, 10).join(', ')}, and others; nothing is confirmed before it is accepted.`,
    );
  });
});

describe('trying again', () => {
  it('names the group where another is mapped by now', () => {
    const request = exampleRequest({ group: { id: GroupId.parse('old'), name: 'old' } });
    const same = 'When the cause is dealt with, try again. The approval stands.';
    expect(retryWords(request, request.group)).toBe(same);
    expect(retryWords(request, null)).toBe(same);
    expect(retryWords(request, { id: GroupId.parse('new'), name: 'new' })).toBe(
      'When the cause is dealt with, try again. The approval stands; the group is new by now.',
    );
  });
});

describe('a request in words', () => {
  it('says who wants what, where and for whom', () => {
    const request = exampleRequest();
    expect(requestSentence(request)).toBe('Emma Berg wants to share with somebody who has no access yet');
    expect(requestSentence(exampleRequest({ intent: 'join' }))).toBe('Emma Berg wants to join a site on their own');
    expect(where(request)).toBe('Jira on acme.atlassian.net');
    expect(targetsInShort(request)).toBe('nina.new@outside.example');
    expect(targetsInShort({ targets: [exampleTarget(), exampleTarget(), exampleTarget()] })).toBe(
      'nina.new@outside.example and 2 more',
    );
  });

  it('shows an address as it was typed, beside the spelling that cannot be confused', () => {
    const typed = exampleTarget({ email: 'jana@xn--mller-kva.example', text: 'Jana@müller.example' });
    expect(targetName(typed)).toBe('Jana@müller.example (jana@xn--mller-kva.example)');
    expect(targetName({ ...typed, name: 'Jana Müller' })).toBe('Jana Müller');
    expect(targetName(exampleTarget({ email: null, accountId: AccountId.parse('712020:x') }))).toBe('712020:x');
  });

  it('knows when somebody asks for themselves, by account or by address in any case', () => {
    const { requester } = exampleRequest();
    const withTarget = (change: Parameters<typeof exampleTarget>[0]) =>
      isForSelf({ requester, targets: [exampleTarget(change)] });
    expect(withTarget({ accountId: requester.accountId, email: null })).toBe(true);
    expect(withTarget({ email: 'Emma.Berg@ACME.example' })).toBe(true);
    expect(withTarget({ accountId: AccountId.parse('someone-else') })).toBe(false);
  });

  it('says what approving does, also when it cannot work', () => {
    expect(approvalEffect(exampleRequest())).toBe(
      'adds nina.new@outside.example to the group external-partners; Atlassian sends an invitation.',
    );
    expect(approvalEffect(exampleRequest({ group: null }))).toMatch(/^will fail: no group is mapped/);
  });

  it('names whom nobody can read first, counts people nobody looked at, and says those nobody counted', () => {
    const nina = exampleTarget();
    const short = (...targets: readonly Target[]) => targetsInShort({ targets });
    expect(short(nina, eve)).toBe('“eve@” (cannot be read) and 1 more');
    expect(short(nina, eve, sevenMore)).toBe('“eve@” (cannot be read) and 8 more');
    expect(short(sevenMore, nina)).toBe('nina.new@outside.example and 7 more');
    expect(short(nina, eve, uncounted)).toBe('“eve@” (cannot be read), 1 more and people nobody counted');
    expect(short(uncounted, eve)).toBe('“eve@” (cannot be read) and people nobody counted');
    expect(short(uncounted)).toBe('people nobody counted');
    const emma = exampleTarget({ ...nameless, text: 'Emma Berg', name: 'Emma Berg' });
    expect(short(nina, emma)).toBe('nina.new@outside.example and 1 more');
  });

  it('says to find out who is meant, and that approving makes a task for IT that adds nobody', () => {
    expect([exampleTarget(), eve, uncounted].map(unreadWords)).toEqual([
      null,
      'Cannot be read: find out who is meant before you approve',
      'Nobody looked at them one by one: find out who is meant before you approve',
    ]);
    const request = exampleRequest({ targets: [exampleTarget(), eve] });
    expect(becomesTask(request)).toBe(true);
    expect(approvalEffect(request)).toBe(
      'gives nothing by itself: nobody can tell who is meant by “eve@”, so the request becomes a task for IT.',
    );
    expect(approvedWords(request)).toBe('It becomes a task for IT.');
    expect(approvedWords(exampleRequest())).toBe('nina.new@outside.example is being added.');
    expect(approvedWords(exampleRequest({ targets: [exampleTarget(), exampleTarget()] }))).toBe(
      'nina.new@outside.example and 1 more are being added.',
    );
  });

  it('promises nobody access that the group, the app or the people do not allow', () => {
    const said = (change: Parameters<typeof exampleRequest>[0]) => {
      const request = exampleRequest(change);
      return [approvalEffect(request), approvedWords(request), becomesTask(request)];
    };
    expect(said({ group: { id: GroupId.parse('idp'), name: 'idp', synced: true } })).toEqual([
      'gives nothing by itself: the identity provider fills the group idp, so the request becomes a task for IT in the identity provider.',
      'It becomes a task for IT in the identity provider.',
      true,
    ]);
    expect(said({ group: null })).toEqual([
      'will fail: no group is mapped for Jira on acme.atlassian.net. Ask a Gatehouse admin to map one, then approve.',
      'Nobody can be added: no group is mapped for Jira on acme.atlassian.net.',
      false,
    ]);
    expect(said({ product: null, group: null })[0]).toBe(
      'gives nothing by itself: nobody said which app is meant, so the request becomes a task for IT.',
    );
    expect(said({ targets: [exampleTarget({ email: 'liam@acme.example', several: true })] })[0]).toBe(
      'gives nothing by itself: which of several accounts is meant by liam@acme.example is not known, so the request becomes a task for IT.',
    );
    const cora = exampleTarget({ email: null, accountId: AccountId.parse('qm:c'), name: 'Cora' });
    expect(said({ targets: [exampleTarget(), cora] })[0]).toBe(
      'gives nothing by itself: Atlassian gives portal-only customers no seats, and Cora is one, so the request becomes a task for IT.',
    );
  });

  it('says of several people what must catch the eye', () => {
    const colleague = exampleTarget({ standing: 'without-seat', identityType: 'managed' });
    const partner = exampleTarget({ standing: 'has-seat', identityType: 'external' });
    expect(strongestWords([colleague, partner, exampleTarget(), exampleTarget()])).toBe('2 new people');
    expect(strongestWords([exampleTarget(), colleague])).toBe('1 new person');
    expect(strongestWords([colleague, partner])).toBe('1 external');
    expect(strongestWords([colleague, colleague])).toBeNull();
  });

  it('says what somebody would take only where the act gives a seat', () => {
    const colleague = exampleTarget({ standing: 'without-seat' });
    expect(standingOf(colleague, 'invite')).toBe('Has an account, no seat yet: would take one');
    expect(standingOf(colleague, 'create-api-token')).toBe('Has an account, no seat');
  });

  it('adds nobody in words whom it adds nowhere', () => {
    expect([beforeGrant, duringGrant].map((say) => say(exampleRequest()))).toEqual([
      'Approved. Gatehouse is about to add them to external-partners.',
      'Gatehouse is adding them to external-partners at Atlassian.',
    ]);
    const token = exampleRequest({ intent: 'create-api-token', group: null });
    expect([beforeGrant(token), duringGrant(token)]).toEqual([
      'Approved. It becomes a task for IT.',
      'It becomes a task for IT.',
    ]);
  });

  it('never takes whoever asks for themselves for somebody who cannot be read', () => {
    const requester = { subject: 's', accountId: null, name: 'Liam Chen', email: '' };
    const self = exampleTarget({ ...nameless, text: 'Liam Chen', name: 'Liam Chen' });
    const request = exampleRequest({ requester, targets: [self], intent: 'request-access' });
    expect(isForSelf(request)).toBe(true);
    expect(unreadWords(self)).toBeNull();
    expect(approvalEffect(request)).toBe(
      'gives nothing by itself: Gatehouse knows neither an account nor a verified e-mail address of Liam Chen, so the request becomes a task for IT.',
    );
    const other = exampleTarget({ ...nameless, text: 'Liam Chen' });
    expect(isForSelf({ requester, targets: [other] })).toBe(false);
    expect(unreadWords(other)).toMatch(/^Cannot be read/);
  });

  it('says how much of a list is shown', () => {
    expect(cutWords(100, 340)).toBe('Only the newest 100 of 340 are shown.');
    expect(cutWords(100, null)).toBe('Only the newest 100 are shown.');
  });

  it('shows the denial as it will be read', () => {
    expect(denialAsRead(exampleRequest({ number: 7 }), 'Ravi Shah', ' Use the agency’s site. ')).toBe(
      'Request #7 was turned down by Ravi Shah: Use the agency’s site.',
    );
  });
});
