import { z } from 'zod';
import { listOwnRequests, OwnRequest } from '../../core/contract/routes/requests.ts';
import { slot } from '../platform/slot.ts';
import { currentSubject } from './records.ts';
import { ask } from './service.ts';

const Stored = z.object({ subject: z.string(), etag: z.string().nullable(), requests: z.array(OwnRequest) });
const stored = slot('local', 'requests', Stored);

const OPEN: ReadonlySet<OwnRequest['state']> = new Set(['in-review', 'approved', 'granting']);

/** The requests of the person signed in, as last heard; empty when nobody is. */
export async function knownRequests(): Promise<OwnRequest[]> {
  const [kept, subject] = await Promise.all([stored.get(), currentSubject()]);
  return kept !== null && kept.subject === subject ? kept.requests : [];
}

/** Whether a decision or a grant is still to come. */
export const anyOpen = (requests: readonly OwnRequest[]): boolean => requests.some(({ state }) => OPEN.has(state));

/**
 * Asks for the person's requests with the ETag of the last answer.
 * @returns requests whose state moved since, each once; a first reading and new ones are no news
 */
export async function refreshRequests(): Promise<{ changed: boolean; moved: OwnRequest[] }> {
  const [kept, subject] = await Promise.all([stored.get(), currentSubject()]);
  if (subject === null) return { changed: false, moved: [] };
  const before = kept?.subject === subject ? kept : null;
  const answer = await ask(listOwnRequests, { etag: before?.etag ?? null });
  if (!answer.changed) return { changed: false, moved: [] };
  const { requests } = answer.value;
  await stored.set({ subject, etag: answer.etag, requests });
  return { changed: true, moved: before === null ? [] : movedBetween(before.requests, requests) };
}

/** Requests that were known and stand elsewhere now. */
export const movedBetween = (before: readonly OwnRequest[], after: readonly OwnRequest[]): OwnRequest[] =>
  after.filter((request) => {
    const old = before.find(({ id }) => id === request.id);
    return old !== undefined && old.state !== request.state;
  });
