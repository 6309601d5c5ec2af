// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IntentOnPage } from '../../core/contract/messages/index.ts';
import { CloudId, GroupId, OrgId, RequestId } from '../../core/ids.ts';
import { effectOf, unknownSeats } from '../../core/licence/index.ts';
import { isKnownProduct, productNamed, type UnknownApp, unknownName } from '../../core/organization/index.ts';
import type { AccessGrants } from '../../core/ports/access-grants.ts';
import { AccessRequest } from '../../core/requests/index.ts';
import { intentOfCall } from '../../extension/intents/of-call.ts';
import { classifyCall } from '../../extension/sites/endpoints.ts';
import { readPageContext } from '../../extension/sites/page-context.ts';
import { giveAccess } from '../../service/jobs/grants/give-access.ts';
import { productMeant } from '../../service/usecases/effect-for.ts';
import { groupFor } from '../../service/usecases/group-map.ts';

const site = CloudId.parse('5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11');
const host = 'acme.atlassian.net';
const group = { id: GroupId.parse('jira'), name: 'jira', directoryId: '-', synced: false };
const at = '2026-11-21T09:00:00.000Z';
const ada = { subject: 's', name: 'Ada', email: 'ada@acme.example', accountId: null };
const noGrants = new Proxy({} as AccessGrants, {
  get: () => {
    throw new Error('Nothing may be given at Atlassian.');
  },
});

/** Keys as Atlassian writes them, and near misses of those in the vocabulary. */
const keys = fc
  .oneof(
    fc.stringMatching(/^[a-z][a-z0-9._-]{0,40}$/),
    fc
      .tuple(fc.constantFrom('jira', 'jira-software', 'confluence', 'loom'), fc.stringMatching(/^[a-z0-9-]{1,4}$/))
      .map((parts) => parts.join('')),
  )
  .filter((key) => !isKnownProduct(productNamed(key)));
const forms = fc.constantFrom(`::site/${site}`, `:${site}:thing/1`, '::workspace/w1');

it('an app outside the vocabulary is never another app, from the call to the grant', async () => {
  await fc.assert(
    fc.asyncProperty(keys, forms, async (key, form) => {
      const call = classifyCall({
        method: 'POST',
        url: new URL(`https://${host}/gateway/api/invitations/v1/access-requests/bulk/request`),
        body: JSON.stringify({ resources: [{ ari: `ari:cloud:${key}${form}`, role: 'product/member' }] }),
      });
      if (!call) throw new Error('not classified');
      const page = readPageContext(new URL(`https://${host}/jira/software/projects/ACME/boards/1`), document);
      const intent = IntentOnPage.parse(intentOfCall(call, page));
      const product = productMeant(intent.product, intent.intent);
      expect(product).toBe(`other:${key}`);

      const target = {
        email: ada.email,
        accountId: null,
        name: 'Ada',
        standing: 'new',
        identityType: 'external',
      } as const;
      const effect = effectOf({
        organizationName: 'Acme',
        product,
        cloudId: site,
        siteHost: host,
        targets: [target],
        aboutSeats: true,
        seats: unknownSeats,
        plan: null,
        priceBook: [],
        today: '2026-11-21',
      });
      expect(effect).toMatchObject({ product, seatsAfter: { used: null }, cost: { known: false } });

      const jira = {
        groupId: group.id,
        product: 'jira-software',
        cloudId: site,
        role: 'user',
        isDefault: true,
      } as const;
      const own = product === null ? [] : [{ ...jira, product }];
      const wanted = { product, site: { cloudId: site, host }, targets: [target] };
      expect(groupFor(wanted, [], [group], [jira, ...own])).toBeNull();
      const map = [{ product: 'jira-software', siteHost: host, groupId: group.id } as const];
      expect(groupFor(wanted, map, [group], [jira, ...own])).toBeNull();

      const request = AccessRequest.parse({
        id: RequestId.parse('5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11'),
        orgId: OrgId.parse('o'),
        number: 1,
        state: 'granting',
        intent: intent.intent,
        product,
        cloudId: site,
        siteHost: host,
        requester: ada,
        targets: [target],
        reason: 'x',
        ruleIds: [],
        ruleName: 'x',
        policyVersion: 1,
        effect,
        group: null,
        createdAt: at,
        updatedAt: at,
        decision: null,
        grant: { attempts: 1, failure: null, nextAttemptAt: null },
      });
      const outcome = await giveAccess(noGrants, request, null);
      expect(outcome).toMatchObject({ kind: 'failed', why: expect.stringContaining('Task for IT') });
      // As people read it, and as the group map has it.
      for (const name of [unknownName(product as UnknownApp), product])
        expect(outcome).toMatchObject({ why: expect.stringContaining(`"${name}"`) });
    }),
    { numRuns: 200 },
  );
});
