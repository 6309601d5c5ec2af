import { z } from 'zod';
import { route } from '../route.ts';

export const getHealth = route({
  method: 'GET',
  path: '/api/v1/health',
  summary: 'Whether the service works, and which part does not',
  access: 'public',
  response: z.object({
    status: z.enum(['ok', 'degraded']),
    version: z.string(),
    checks: z.array(
      z.object({ name: z.enum(['database', 'directory', 'grants', 'audit']), ok: z.boolean(), detail: z.string() }),
    ),
  }),
  status: 200,
  errors: [],
});
