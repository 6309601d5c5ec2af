import type { CloudId, GroupId } from '../../../core/ids.ts';
import { billedState, holdsSeat } from '../../../core/licence/index.ts';
import { isKnownProduct, type Product } from '../../../core/organization/index.ts';
import type { DraftAccount, ProductSeats } from '../../../core/ports/directory-store.ts';
import type { Structure } from './structure.ts';

export interface SeatCounter {
  count(account: DraftAccount): void;
  /** Seats of every product of every site. What a product publishes about itself goes before what was counted. */
  seats(): ProductSeats[];
}

/**
 * Counts who certainly holds a seat while accounts go by. Where somebody may hold one more (of unknown groups or standing, or by a role
 * nobody has described), and of apps that Gatehouse does not know, the number is not known.
 */
export function seatCounter({ organization, roles, productFacts }: Structure): SeatCounter {
  const counted = organization.sites.flatMap((site) =>
    site.products.map((product) => ({ product, cloudId: site.cloudId, used: 0, certain: isKnownProduct(product) })),
  );
  const undescribed = roles.filter(({ role }) => role === 'unknown');
  return {
    count(account) {
      const billed = billedState(account, 'no');
      if (billed === 'no') return;
      const held = new Set<GroupId>(account.groupIds);
      for (const row of counted) {
        if (!account.groupsKnown) row.certain = false;
        else if (holdsSeat(held, roles, row.product, row.cloudId)) {
          if (billed === 'yes') row.used++;
          else row.certain = false;
        } else if (undescribed.some((role) => isOf(role, row) && held.has(role.groupId))) row.certain = false;
      }
    },
    seats: () =>
      counted.map(({ product, cloudId, used, certain }): ProductSeats => {
        const published = publishedBy(productFacts, cloudId, product);
        return {
          product,
          cloudId,
          plan: published?.plan ?? null,
          seats: {
            used: published?.seats.used ?? (certain ? used : null),
            total: published?.seats.total ?? null,
            unlimited: published?.seats.unlimited ?? false,
          },
        };
      }),
  };
}

type Slot = Pick<ProductSeats, 'product' | 'cloudId'>;
const isOf = (one: Slot, other: Slot): boolean => one.product === other.product && one.cloudId === other.cloudId;

const publishedBy = (facts: Structure['productFacts'], cloudId: CloudId, product: Product) =>
  facts.get(cloudId)?.find((row) => row.product === product);
