import { describe, expect, it } from 'vitest';
import { AccountId, GroupId } from '../../../core/ids.ts';
import type { Target } from '../../../core/licence/index.ts';
import type { AccessGrants, GrantRefusal, GrantResult } from '../../../core/ports/access-grants.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { exampleRequest, exampleTarget } from '../../../tests/tools/request-fixture.ts';
import { giveAccess } from './give-access.ts';

const group = { id: GroupId.parse('g'), name: 'users', directoryId: 'd', synced: false };
const account = (name: string): Target =>
  exampleTarget({ email: null, accountId: AccountId.parse(`712020:${name}`), name, standing: 'without-seat' });
const omar = exampleTarget({ email: 'omar@outside.example' });
const unread = (text: string): Target => exampleTarget({ email: null, text, standing: 'unknown' });

/** Atlassian, which refuses some of them; tells what it was asked to do. */
function atlassian(refuses: Record<string, GrantRefusal> = {}, knows: Record<string, string> = {}) {
  const did: string[] = [];
  const answer = <T>(who: string, value: T): GrantResult<T> => {
    const refusal = refuses[who];
    if (refusal !== undefined) return { ok: false, refusal, detail: 'No', retryAfterSeconds: 7 };
    did.push(who);
    return { ok: true, value };
  };
  const grants: AccessGrants = {
    findByEmail: async (email) => ({ ok: true, value: knows[email] ? AccountId.parse(knows[email]) : null }),
    addToGroup: async (_, accountId) => answer(accountId.replace('712020:', ''), 'added'),
    invite: async (email) => answer(email, 'invited'),
  };
  return { grants, did };
}

const give = async (targets: readonly Target[], at = atlassian(), change: Partial<AccessRequest> = {}) => ({
  outcome: await giveAccess(at.grants, exampleRequest({ targets: [...targets], ...change }), group),
  did: at.did,
});

describe('a task for IT', () => {
  it('names everybody, says who of them cannot be read, and in right number', async () => {
    const one = await give([omar, unread('eve@outside')]);
    expect(one).toEqual({
      did: [],
      outcome: {
        kind: 'failed',
        added: [],
        invited: [],
        why: 'Gatehouse knows neither an account nor a verified e-mail address of “eve@outside” (cannot be read), so it has added nobody. Task for IT: find out who that is, add omar@outside.example and “eve@outside” (cannot be read) to Jira on acme.atlassian.net by hand at admin.atlassian.com, then mark the request as done.',
      },
    });
    const several = await give([unread('eve@'), unread('bob@')]);
    expect(several.outcome).toMatchObject({
      why: expect.stringMatching(
        /of “eve@” \(cannot be read\) and “bob@” \(cannot be read\), so .* find out who they are/,
      ),
    });
  });

  it('does not send IT to map a group where nobody can tell for whom', async () => {
    const { outcome } = await give([unread('eve@')], atlassian(), { product: 'opsgenie', group: null });
    expect(outcome).toMatchObject({ why: expect.stringMatching(/find out who that is, add “eve@”/) });
  });

  it('comes before anybody is added, whoever is a customer of the portal', async () => {
    const cora = exampleTarget({ email: null, accountId: AccountId.parse('qm:cora'), name: 'Cora' });
    const known = await give([omar, cora, account('noor')]);
    expect(known.did).toEqual([]);
    expect(known.outcome).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/^Cora is a portal-only customer.*add omar@outside\.example, Cora,? and noor by hand/),
    });
    const found = await give([account('noor'), omar], atlassian({}, { 'omar@outside.example': 'qm:omar' }));
    expect(found.did).toEqual([]);
    expect(found.outcome).toMatchObject({ why: expect.stringMatching(/^omar@outside\.example is a portal-only/) });
  });
});

describe('an attempt that ends half-way', () => {
  it('reaches whom it can, and says who has it and who has not', async () => {
    const { outcome, did } = await give([omar, account('gone'), account('noor')], atlassian({ gone: 'not-found' }));
    expect(did).toEqual(['omar@outside.example', 'noor']);
    expect(outcome).toMatchObject({
      kind: 'failed',
      added: ['712020:noor'],
      invited: ['omar@outside.example'],
      why: expect.stringMatching(
        /or gone any more\. .* Atlassian says: No\. Added: omar@outside\.example and noor\. Not added: gone\.$/,
      ),
    });
  });

  it('asks no more when nobody would get it, and goes on later when Atlassian may', async () => {
    const full = await give([account('a'), account('b'), account('c')], atlassian({ b: 'licence-limit' }));
    expect(full.did).toEqual(['a']);
    expect(full.outcome).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/Added: a\. Not added: b and c\.$/),
    });
    const slow = await give([account('a'), account('b')], atlassian({ b: 'rate-limited' }));
    expect(slow.outcome).toMatchObject({ kind: 'later', retryAfterSeconds: 7, added: ['712020:a'] });
    const both = await give([account('a'), account('b')], atlassian({ a: 'refused', b: 'unavailable' }));
    expect(both.outcome).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/Nobody was added\. Not added: a and b\.$/),
    });
  });

  it('says nothing of others where there is one', async () => {
    const { outcome } = await give([account('a')], atlassian({ a: 'refused' }));
    expect(outcome).toMatchObject({ why: expect.not.stringContaining('Not added') });
  });
});
