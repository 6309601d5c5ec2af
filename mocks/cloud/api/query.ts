import type { z } from 'zod';

const lists = new Set([
  'accountIds',
  'directoryIds',
  'resourceIds',
  'groupIds',
  'resourceOwners',
  'status',
  'accountStatus',
  'membershipStatus',
  'roleIds',
  'emailDomains',
  'actor',
  'ip',
  'product',
]);

/** The query of an address as an object for zod: parameters that are lists in the API description become arrays. */
export function queryOf(request: Request): Record<string, unknown> {
  const query = new URL(request.url).searchParams;
  const found: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) found[name] = lists.has(name) ? query.getAll(name) : query.get(name);
  if (found.mfaEnabled === 'true' || found.mfaEnabled === 'false') found.mfaEnabled = found.mfaEnabled === 'true';
  return found;
}

/** The JSON body as the schema has it; a body that is no JSON fails like a wrong one. */
export async function bodyOf<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<z.ZodSafeParseResult<z.output<S>>> {
  const body: unknown = await request.json().catch(() => undefined);
  return schema.safeParse(body);
}
