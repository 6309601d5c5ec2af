import { useEffect, useRef, useState } from 'react';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { targetsInShort } from '../../words/requests.ts';

/** How long a row that just came stays marked. */
const MARKED_MS = 8000;

export interface Arrivals {
  readonly marked: ReadonlySet<string>;
  /** For people who listen to the page. */
  readonly announcement: string;
}

/** Rows that appeared while the same list (`key`) was in sight. The first sight of a list marks nothing. */
export function useArrivals(key: string, requests: readonly AccessRequest[] | null): Arrivals {
  const seen = useRef<{ key: string; ids: Set<string> } | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [announcement, setAnnouncement] = useState('');

  useEffect(() => {
    if (requests === null) return;
    const before = seen.current?.key === key ? seen.current.ids : null;
    seen.current = { key, ids: new Set([...(before ?? []), ...requests.map(({ id }) => id)]) };
    const fresh = before === null ? [] : requests.filter(({ id }) => !before.has(id));
    if (fresh.length === 0) return;
    setAnnouncement(wordsFor(fresh));
    setMarked((current) => new Set([...current, ...fresh.map(({ id }) => id)]));
  }, [key, requests]);

  useEffect(() => {
    if (marked.size === 0) return;
    const timer = setTimeout(() => setMarked(new Set()), MARKED_MS);
    return () => clearTimeout(timer);
  }, [marked]);
  return { marked, announcement };
}

function wordsFor(fresh: readonly AccessRequest[]): string {
  const [first] = fresh;
  if (fresh.length > 1 || !first) return `${fresh.length} new requests`;
  return `New request number ${first.number} from ${first.requester.name}, for ${targetsInShort(first)}`;
}
