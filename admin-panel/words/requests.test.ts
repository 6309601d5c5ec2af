import { describe, expect, it } from 'vitest';
import { AccountId } from '../../core/ids.ts';
import { exampleRequest, exampleTarget } from '../../tests/tools/request-fixture.ts';
import {
  approvalEffect,
  cutWords,
  denialAsRead,
  isForSelf,
  requestSentence,
  targetsInShort,
  where,
} from './requests.ts';

describe('a request in words', () => {
  it('says who wants what, where and for whom', () => {
    const request = exampleRequest();
    expect(requestSentence(request)).toBe('Emma Berg wants to share with somebody who has no access yet');
    expect(where(request)).toBe('Jira on acme.atlassian.net');
    expect(targetsInShort(request)).toBe('nina.new@outside.example');
    expect(targetsInShort({ targets: [exampleTarget(), exampleTarget(), exampleTarget()] })).toBe(
      'nina.new@outside.example and 2 more',
    );
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
