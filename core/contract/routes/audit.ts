import { z } from 'zod';
import { AuditEntry } from '../../audit/chain.ts';
import { route } from '../route.ts';

export const listAudit = route({
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'The audit log, newest first',
  access: ['admin', 'auditor', 'reviewer'],
  query: z.object({
    type: z.string().max(60).optional(),
    /** What happened about one stop: its number as in `K7QF-2M9D`, in any spelling that `readStopId` reads. */
    stop: z.string().max(100).optional(),
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ entries: z.array(AuditEntry), next: z.number().int().positive().nullable() }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-allowed'],
});

export const verifyAudit = route({
  method: 'GET',
  path: '/api/v1/audit/verification',
  summary: 'Check the whole hash chain',
  access: ['admin', 'auditor', 'reviewer'],
  response: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), entries: z.number().int().nonnegative(), head: z.string() }),
    z.object({
      ok: z.literal(false),
      seq: z.number().int().positive(),
      why: z.enum(['missing-entry', 'broken-link', 'changed-content']),
    }),
  ]),
  status: 200,
  errors: ['not-signed-in', 'not-allowed'],
});
