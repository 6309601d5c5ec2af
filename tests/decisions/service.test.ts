import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveIdentities } from '../../core/contract/routes/identities.ts';
import type { IdentityView } from '../../core/identity/index.ts';
import { OrgId } from '../../core/ids.ts';
import type { DirectoryDraft, DraftAccount } from '../../core/ports/directory-store.ts';
import { directoryWrites } from '../../service/adapters/sql/directory-writes.ts';
import { openDatabase } from '../../service/adapters/sql/open.ts';
import { organization, type ServiceStage, startServiceStage } from '../integration/service-stage.ts';
import { classifyGiven } from './steps/identity.ts';
import { readCases } from './tables.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await startServiceStage();
});
afterAll(() => stage.close());

/** Puts a directory in force, as a sync does. */
async function putInForce(accounts: readonly DraftAccount[], draft: DirectoryDraft): Promise<void> {
  const database = await openDatabase(stage.dataDir);
  try {
    const directory = directoryWrites(database.write, organization.orgId);
    const generation = await directory.begin();
    await directory.putAccounts(generation, accounts);
    await directory.putDraft(generation, draft);
    await directory.swap(generation, new Date().toISOString());
  } finally {
    await database.close();
  }
}

describe('the service says the same over the route that badges ask', () => {
  const rows = readCases()
    .filter(({ ask }) => ask === 'identity.classify')
    .map((row) => ({ ...row, ...classifyGiven.parse(row.given) }))
    // No source tells further roles of an admin, and the directory has no place for them.
    .filter(({ account }) => account.adminRoles === undefined);

  it.each(rows)('$table: $name', async ({ account, organization: of, expected }) => {
    await putInForce(
      [
        {
          facts: account,
          name: 'Somebody',
          groupsKnown: true,
          identityType: 'unknown',
          emailHash: null,
          groupIds: [],
        },
      ],
      {
        organization: { ...of, orgId: OrgId.parse(organization.orgId), sites: [] },
        groups: [],
        roles: [],
        seats: [],
      },
    );
    const emma = await stage.as('emma');
    const { identities } = await emma.fetch(resolveIdentities, {
      body: { accountIds: [account.accountId], emailHashes: [] },
    });
    const [{ type, label, subStates, reasons: words } = {}] = identities as Partial<IdentityView>[];
    // The route tells reasons in words, without their codes.
    const { reasons: _, ...told } = expected as Record<string, unknown>;
    expect({ type, label, subStates, words }).toMatchObject(told);
  });
});
