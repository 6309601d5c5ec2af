import { z } from 'zod';
import { IdentityType } from '../../identity/types.ts';
import { IdentityView } from '../../identity/view.ts';
import { CloudId, GroupId } from '../../ids.ts';
import { SeatCount } from '../../licence/seats.ts';
import { Domain } from '../../organization/organization.ts';
import { Product } from '../../organization/product.ts';
import { route, staff } from '../route.ts';

export const PersonRow = z.object({
  identity: IdentityView,
  name: z.string(),
  email: z.string().nullable(),
  /** How people write it, where its canonical spelling is another and no letters in it are mixed to look like others. */
  emailInLetters: z.string().nullable(),
  /** Seats the person holds; none while they are off the bill, as suspended and deactivated people are. */
  seats: z.array(z.object({ product: Product, cloudId: CloudId, siteHost: z.string() })),
  /** False: there may be other seats beside these. */
  seatsKnown: z.boolean(),
  groups: z.array(z.object({ id: GroupId, name: z.string() })),
  /** False: the person may be in other groups beside these. */
  groupsKnown: z.boolean(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const listPeople = route({
  method: 'GET',
  path: '/api/v1/people',
  summary: 'The directory, by name',
  access: staff,
  query: z.object({
    q: z.string().max(200).optional(),
    type: IdentityType.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    people: z.array(PersonRow),
    next: z.string().nullable(),
    counts: z.record(IdentityType, z.number().int().nonnegative()),
    total: z.number().int().nonnegative(),
  }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-allowed', 'directory-not-ready'],
});

export const DirectoryStatus = z.object({
  state: z.enum(['never', 'running', 'ready', 'failed']),
  /** Of the last good sync. */
  finishedAt: z.iso.datetime().nullable(),
  accounts: z.number().int().nonnegative().nullable(),
  groups: z.number().int().nonnegative().nullable(),
  /** In words; null unless the last try failed. */
  failure: z.string().nullable(),
  domains: z.array(Domain),
  seats: z.array(z.object({ product: Product, cloudId: CloudId, siteHost: z.string(), seats: SeatCount })),
});
export type DirectoryStatus = z.infer<typeof DirectoryStatus>;

export const getDirectory = route({
  method: 'GET',
  path: '/api/v1/directory',
  summary: 'State of the directory sync and of seats',
  access: staff,
  response: DirectoryStatus,
  status: 200,
  errors: ['not-signed-in', 'not-allowed'],
});

export const syncDirectory = route({
  method: 'POST',
  path: '/api/v1/directory/syncs',
  summary: 'Read the directory from Atlassian now',
  access: ['admin'],
  response: z.object({ started: z.boolean() }),
  status: 202,
  errors: ['not-signed-in', 'not-allowed'],
});
