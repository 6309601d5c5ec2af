import { z } from 'zod';
import { AccountId, CloudId, GroupId } from '../../../core/ids.ts';
import {
  buildSnapshot,
  PriceEntry,
  ProductRole,
  SeatCount,
  type SeatSnapshot,
  type SnapshotAccount,
} from '../../../core/licence/index.ts';
import { Product } from '../../../core/organization/index.ts';

/** Tables speak of one site unless they say otherwise. */
export const site = CloudId.default(CloudId.parse('acme'));
export const day = z.iso.date().default('2026-11-21');

const Person = z.strictObject({
  groups: z.array(GroupId).nullable().default([]),
  email: z.string().nullable().default(null),
  type: z.enum(['atlassian', 'app', 'customer']).nullable().default('atlassian'),
  account: z.enum(['active', 'inactive', 'closed']).nullable().default('active'),
  membership: z.enum(['active', 'suspended', 'no_membership']).nullable().default('active'),
  lastActive: z.array(z.strictObject({ product: Product, cloudId: site, on: z.iso.date().nullable() })).default([]),
});

const Grant = z.strictObject({
  product: Product,
  role: ProductRole.default('user'),
  cloudId: site,
  isDefault: z.boolean().default(false),
});

const Group = z.strictObject({ synced: z.boolean().nullable().default(false), gives: z.array(Grant).default([]) });

/** A directory small enough to write down, as the snapshot it makes. */
export const directory = z
  .strictObject({
    people: z.record(AccountId, Person).default({}),
    groups: z.record(GroupId, Group).default({}),
    published: z.array(SeatCount.extend({ product: Product, cloudId: site })).default([]),
    complete: z.boolean().default(true),
    suspendedKeepsSeat: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  })
  .transform((given): SeatSnapshot => {
    const groups = Object.entries(given.groups).map(([id, group]) => ({ ...group, id: GroupId.parse(id) }));
    return buildSnapshot({
      accounts: Object.entries(given.people).map(
        ([id, person]): SnapshotAccount => ({
          facts: {
            accountId: AccountId.parse(id),
            accountType: person.type,
            email: person.email,
            accountStatus: person.account,
            membershipStatus: person.membership,
          },
          groupIds: person.groups,
          lastActive: person.lastActive,
        }),
      ),
      groups: groups.map(({ id, synced }) => ({ id, name: id, synced })),
      grants: groups.flatMap(({ id, gives }) => gives.map((grant) => ({ ...grant, groupId: id }))),
      published: given.published.map(({ product, cloudId, ...seats }) => ({ product, cloudId, seats })),
      complete: given.complete,
      suspendedKeepsSeat: given.suspendedKeepsSeat,
    });
  });

/** A price of which tables write the bands, and of the rest what they care for. */
export const priceLike = <S extends z.ZodType>(schema: S, usual: Readonly<Record<string, string>>) =>
  z
    .record(z.string(), z.unknown())
    .transform((given): unknown => ({
      id: 'price',
      currency: 'USD',
      period: 'month',
      mode: 'graduated',
      source: 'a table',
      validFrom: '2020-01-01',
      verified: false,
      ...usual,
      ...given,
    }))
    .pipe(schema);

export const price = priceLike(PriceEntry, { product: 'jira-software', plan: 'standard' });

export const count = SeatCount.partial().transform(
  ({ used = null, total = null, unlimited = false }): SeatCount => ({ used, total, unlimited }),
);
