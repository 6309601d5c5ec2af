/**
 * Opaque cursors that belong to one call and its filters: another call's cursor is refused.
 */
export const encodeCursor = (scope: string, offset: number): string =>
  Buffer.from(JSON.stringify([scope, offset])).toString('base64url');

/** The offset a cursor stands for; 0 without one; null when it is not a cursor of this scope. */
export function decodeCursor(scope: string, cursor: string | null | undefined): number | null {
  if (cursor === null || cursor === undefined) return 0;
  try {
    const [of, offset] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    return of === scope && typeof offset === 'number' && Number.isInteger(offset) && offset >= 0 ? offset : null;
  } catch {
    return null;
  }
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Bare cursors, not addresses. */
  readonly links: { readonly self?: string; readonly prev?: string; readonly next?: string };
}

/** One page of `all`; null when the cursor is not valid here. */
export function pageOf<T>(
  all: readonly T[],
  scope: string,
  cursor: string | null | undefined,
  limit: number,
): Page<T> | null {
  const offset = decodeCursor(scope, cursor);
  if (offset === null) return null;
  const next = offset + limit < all.length ? { next: encodeCursor(scope, offset + limit) } : {};
  const prev = offset > 0 ? { prev: encodeCursor(scope, Math.max(0, offset - limit)) } : {};
  return { items: all.slice(offset, offset + limit), links: { self: encodeCursor(scope, offset), ...prev, ...next } };
}
