import { classifier } from '../../../core/identity/index.ts';
import type { AccountId } from '../../../core/ids.ts';
import type { DirectorySource, ProductAccount, SourceAccount } from '../../../core/ports/directory-source.ts';
import type { DraftAccount } from '../../../core/ports/directory-store.ts';
import type { Context } from '../../usecases/context.ts';
import { type MergeContext, mergeAccount, mergeSites, productOnlyAccount } from './merge.ts';
import { seatCounter } from './seat-counter.ts';
import { readStructure, type Structure } from './structure.ts';

export interface SyncContext extends Pick<Context, 'settings' | 'store' | 'clock'> {
  readonly source: DirectorySource;
  readonly sites: readonly string[];
  readonly gravatarHash: (email: string) => string;
}

const system = { kind: 'system', name: 'directory-sync' } as const;

/** Rows of one transaction: long enough to be quick, short enough to let others write in between. */
const BATCH = 500;

/**
 * Reads the whole organization into a new generation and puts it in force when it is plausible. Otherwise, and when
 * Atlassian cannot be read, everything stays as it was and the reason is kept and audited. Answers that reason; null when it worked.
 */
export async function syncDirectory(context: SyncContext, signal: AbortSignal): Promise<string | null> {
  const { store, settings, clock } = context;
  const before = await store.directory.state();
  const generation = await store.write((tx) => tx.directory.begin());
  try {
    const structure = await readStructure(context.source, settings.orgId, context.sites);
    const seats = seatCounter(structure);
    let accounts = 0;
    for await (const batch of readAccounts(context, structure)) {
      signal.throwIfAborted();
      for (const account of batch) seats.count(account);
      accounts += batch.length;
      await store.write((tx) => tx.directory.putAccounts(generation, batch));
    }
    requirePlausible(before.accounts, accounts);
    const at = clock.now();
    const { organization, groups, roles } = structure;
    await store.write(async (tx) => {
      await tx.directory.putDraft(generation, { organization, groups, roles, seats: seats.seats() });
      await tx.directory.swap(generation, at);
      const about = { orgId: settings.orgId, at, actor: system };
      await tx.audit.append({ type: 'directory.synced', ...about, accounts, groups: groups.length, generation });
      tx.announce({ type: 'directory.changed' });
    });
    return null;
  } catch (error) {
    // Being told to stop is no failure of Atlassian's: the next start reads again.
    if (signal.aborted) return 'Gatehouse was stopped meanwhile.';
    const why = error instanceof Error ? error.message : String(error);
    await store.write(async (tx) => {
      await tx.directory.fail(why);
      const about = { orgId: settings.orgId, at: clock.now(), actor: system };
      await tx.audit.append({ type: 'directory.sync-failed', ...about, why });
      tx.announce({ type: 'directory.changed' });
    });
    return why;
  }
}

/** Losing more than half of the people at once is a fault somewhere, not an afternoon's work. */
function requirePlausible(before: number | null, now: number): void {
  if (before !== null && now * 2 < before)
    throw new Error(
      `Atlassian listed ${now} accounts where there were ${before} before. The old list is kept; check the organization API key and its scopes, then sync again.`,
    );
}

/** Accounts of the organization, then those that only its products know, in batches. */
async function* readAccounts(context: SyncContext, structure: Structure): AsyncIterable<DraftAccount[]> {
  const { source, gravatarHash } = context;
  const { organization, roles } = structure;
  const adminGroups = new Set(roles.filter((role) => role.role === 'admin').map((role) => role.groupId));
  const merge: MergeContext = { classify: classifier(organization), adminGroups, gravatarHash };

  const onProducts = new Map<AccountId, ProductAccount>();
  for (const { host } of organization.sites)
    for await (const page of source.jiraAccounts(host)) mergeSites(onProducts, page);

  const seen = new Set<AccountId>();
  for await (const page of source.accounts()) {
    const fresh = page.filter(({ facts }) => !seen.has(facts.accountId));
    for (const { facts } of fresh) seen.add(facts.accountId);
    const guests = await confluenceGuests(context, structure, fresh);
    yield fresh.map((account) => {
      const { accountId } = account.facts;
      return mergeAccount(merge, account, onProducts.get(accountId), guests.get(accountId) ?? null);
    });
  }
  const rest = [...onProducts.values()].filter(({ accountId }) => !seen.has(accountId));
  for (let from = 0; from < rest.length; from += BATCH)
    yield rest.slice(from, from + BATCH).map((account) => productOnlyAccount(merge, account));
}

/** A guest on one site is a guest; "no" needs every Confluence to have said so. */
async function confluenceGuests(
  { source }: SyncContext,
  { organization }: Structure,
  accounts: readonly SourceAccount[],
): Promise<ReadonlyMap<AccountId, boolean>> {
  const ids = accounts.map(({ facts }) => facts.accountId);
  const guests = new Map<AccountId, boolean>();
  for (const site of organization.sites) {
    if (!site.products.includes('confluence')) continue;
    for (const [id, guest] of (await source.confluenceGuests(site.host, ids)) ?? [])
      guests.set(id, guest || guests.get(id) === true);
  }
  return guests;
}
