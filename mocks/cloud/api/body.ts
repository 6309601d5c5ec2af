import type { z } from 'zod';

/** The JSON body as the schema has it; a body that is no JSON fails like a wrong one. */
export async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<z.ZodSafeParseResult<z.output<S>>> {
  const body: unknown = await request.json().catch(() => undefined);
  return schema.safeParse(body);
}

/** Query parameters as an object: those in `lists` are arrays (repeated or comma-separated), the others the last value. */
export function readQuery(request: Request, lists: readonly string[] = []): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    const earlier = query[name];
    query[name] = lists.includes(name) ? [...(Array.isArray(earlier) ? earlier : []), ...value.split(',')] : value;
  }
  return query;
}
