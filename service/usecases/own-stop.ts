import type { StopId } from '../../core/policy/index.ts';
import type { AuditReads } from '../../core/ports/audit-store.ts';
import type { Caller } from './context.ts';

/**
 * The first of these numbers that is not somebody else's; null when there is none. A number is whose record had it first: nobody writes
 * under what another person was told. The record itself may come later than what names it, so a number without one is taken as it is.
 */
export async function ownStop(
  audit: Pick<AuditReads, 'ownerOf'>,
  { subject }: Pick<Caller, 'subject'>,
  numbers: readonly (StopId | undefined)[],
): Promise<StopId | null> {
  for (const number of numbers) {
    if (number === undefined) continue;
    const owner = await audit.ownerOf(number);
    if (owner === null || owner === subject) return number;
  }
  return null;
}
