import { z } from 'zod';
import { listOwnRequests, OwnRequest } from '../../core/contract/routes/requests.ts';
import { openStates } from '../../core/requests/index.ts';
import { isForService, type Owner } from '../platform/outbox.ts';
import { slot } from '../platform/slot.ts';
import { currentOwner } from './records.ts';
import { askAs } from './service.ts';
import { sessionNow } from './session-now.ts';

const Stored = z.object({
  subject: z.string(),
  /** As an owner has it. */
  serviceUrl: z.string().nullable().default(null),
  etag: z.string().nullable(),
  requests: z.array(OwnRequest),
  /** How many others the service has. */
  more: z.number().default(0),
  /** When the service was last asked, in milliseconds of the clock. */
  askedAt: z.number().default(0),
});
const stored = slot('local', 'requests', Stored);

const open: ReadonlySet<OwnRequest['state']> = new Set(openStates);

/** What was given may be given for a time. Its end comes in weeks, not in minutes. */
const mayEnd: ReadonlySet<OwnRequest['state']> = new Set(['granted', 'expiring']);
export const MAY_END_MS = 60 * 60_000;

async function ofPerson(): Promise<z.output<typeof Stored> | null> {
  return ofOwner(await currentOwner());
}

async function ofOwner({ subject, serviceUrl }: Owner): Promise<z.output<typeof Stored> | null> {
  const kept = await stored.get();
  return kept !== null && kept.subject === subject && isForService(kept, serviceUrl) ? kept : null;
}

/** The requests of the person signed in, as last heard, and how many others there are; empty when nobody is. */
export async function knownRequests(): Promise<{ requests: OwnRequest[]; more: number }> {
  const { requests, more } = (await ofPerson()) ?? { requests: [], more: 0 };
  return { requests, more };
}

/** Whether a request may stand elsewhere by now: one that is on its way at any time, one that was granted every hour. @param now in ms */
export async function isWorthLooking(now: number): Promise<boolean> {
  const kept = await ofPerson();
  if (kept === null) return false;
  // A clock that was put back says nothing of when it was.
  const isLongAgo = kept.askedAt > now || now - kept.askedAt >= MAY_END_MS;
  return kept.requests.some(({ state }) => open.has(state) || (isLongAgo && mayEnd.has(state)));
}

/**
 * Asks for the person's requests with the ETag of the last answer.
 * @returns requests whose state moved since, each once; a first reading and new ones are no news
 */
export async function refreshRequests(): Promise<{ changed: boolean; moved: OwnRequest[] }> {
  const session = await sessionNow();
  if (session === null) return { changed: false, moved: [] };
  const owner = { subject: session.me.subject, serviceUrl: session.serviceUrl };
  const before = await ofOwner(owner);
  const answer = await askAs(session, listOwnRequests, { etag: before?.etag ?? null });
  const askedAt = Date.now();
  if (!answer.changed) {
    if (before !== null) await stored.set({ ...before, ...owner, askedAt });
    return { changed: false, moved: [] };
  }
  const { requests, more } = answer.value;
  await stored.set({ ...owner, etag: answer.etag, requests, more, askedAt });
  return { changed: true, moved: before === null ? [] : movedBetween(before.requests, requests) };
}

/** Requests that were known and stand elsewhere now. */
export const movedBetween = (before: readonly OwnRequest[], after: readonly OwnRequest[]): OwnRequest[] =>
  after.filter((request) => {
    const old = before.find(({ id }) => id === request.id);
    return old !== undefined && old.state !== request.state;
  });
