import type { AccountId, GroupId } from '../../../core/ids.ts';
import { holdsSeat, takesSeat } from '../../../core/licence/index.ts';
import type { DirectoryWrites } from '../../../core/ports/directory-store.ts';

/** Notes in our copy what Atlassian has just been told, so that seats are right before the next sync. */
export async function noteMembership(
  directory: DirectoryWrites,
  accountId: AccountId,
  groupId: GroupId,
): Promise<void> {
  const [account] = await directory.accountsById([accountId]);
  // Somebody new is counted when the next sync reads them.
  if (!account) return;
  const held = new Set((await directory.groupsOf([accountId])).get(accountId)?.map((group) => group.id));
  if (held.has(groupId)) return;
  const roles = await directory.roles();
  const gained = roles.filter((role) => role.groupId === groupId && takesSeat(role.role));
  const counted = new Set<string>();
  for (const { product, cloudId } of gained) {
    const key = `${cloudId} ${product}`;
    if (counted.has(key) || holdsSeat(held, roles, product, cloudId)) continue;
    counted.add(key);
    const row = (await directory.seats()).find((seats) => seats.product === product && seats.cloudId === cloudId);
    if (row && row.seats.used !== null)
      await directory.setSeats({ ...row, seats: { ...row.seats, used: row.seats.used + 1 } });
  }
  await directory.addMembership(accountId, groupId);
}
