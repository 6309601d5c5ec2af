import { type StopId, stopIdOf } from '../../core/policy/index.ts';
import type { AuditReads } from '../../core/ports/audit-store.ts';
import type { Caller } from './context.ts';

type Owners = Pick<AuditReads, 'ownerOf'>;

/**
 * The number a record is written under: the one it names, where that is a stop of the same person, else the one that its own id makes. A
 * number is whose record made it first; naming it makes it nobody's, so that whoever hears one read aloud cannot have it before the stop
 * itself arrives. Null when somebody else has it.
 */
export async function stopOfRecord(
  audit: Owners,
  { subject }: Pick<Caller, 'subject'>,
  { id, stopId }: { readonly id: string; readonly stopId?: StopId | undefined },
): Promise<StopId | null> {
  if (stopId !== undefined && (await audit.ownerOf(stopId)) === subject) return stopId;
  const own = stopIdOf(id);
  const owner = await audit.ownerOf(own);
  return owner === null || owner === subject ? own : null;
}

/** The number a request comes of. Its record may come later, so one that nobody has is taken as it is; null when somebody else has it. */
export async function stopOfRequest(
  audit: Owners,
  { subject }: Pick<Caller, 'subject'>,
  stopId: StopId | undefined,
): Promise<StopId | null> {
  if (stopId === undefined) return null;
  const owner = await audit.ownerOf(stopId);
  return owner === null || owner === subject ? stopId : null;
}
