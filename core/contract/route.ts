import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Role } from './roles.ts';

/** Who may call a route: anybody, anybody signed in (`member`), or these roles. This is the access matrix. */
export type Access = 'public' | readonly Role[];

/**
 * One HTTP route, declared once. The service validates input and output against it and publishes it as OpenAPI 3.1; the
 * extension and the panel call it through `core/contract/client.ts`.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `{name}` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status: 200 | 201 | 202;
  readonly errors: readonly ErrorCode[];
  /** The caller must send `Idempotency-Key` (a UUID); the same key and body give the same answer again. */
  readonly idempotent?: true;
  /** Answers carry an ETag and honour `If-None-Match`. */
  readonly etag?: true;
}

/** Keeps the literal types of a declaration. */
export const route = <const R extends Route>(declaration: R): R => declaration;

export const anyone: readonly Role[] = ['admin', 'reviewer', 'auditor', 'member'];
export const staff: readonly Role[] = ['admin', 'reviewer', 'auditor'];
export const deciders: readonly Role[] = ['admin', 'reviewer'];
