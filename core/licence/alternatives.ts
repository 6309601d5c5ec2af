import { z } from 'zod';
import type { IdentityType } from '../identity/types.ts';
import type { Product } from '../organization/product.ts';
import { productName } from '../organization/product-name.ts';
import { counted } from '../plural.ts';
import { because, Reason } from '../reason.ts';
import type { IdleSeats } from './idle.ts';
import type { Tri } from './snapshot.ts';

export const Alternative = z.object({
  what: z.enum(['portal-request', 'confluence-guest', 'idle-swap', 'temporary-seat']),
  available: z.enum(['yes', 'no', 'unknown']),
  reason: Reason,
});
export type Alternative = z.infer<typeof Alternative>;

export interface AlternativeFacts {
  readonly product: Product;
  readonly identityType: IdentityType;
  /** Whether the site has a Jira Service Management portal that this person may use. Null is "not known", here and below. */
  readonly portal: boolean | null;
  readonly guestsAllowed: boolean | null;
  readonly idle: IdleSeats | null;
  readonly temporaryAllowed: boolean | null;
  readonly period: 'month' | 'year' | null;
}

/** What could be done instead of spending a seat for good, each with whether it can and why (section 7 of the domain). */
export const alternativesTo = (facts: AlternativeFacts): Alternative[] => [
  portal(facts),
  guest(facts),
  swap(facts),
  temporary(facts),
];

const option = (what: Alternative['what'], available: Tri, code: string, text: string): Alternative => ({
  what,
  available,
  reason: because(code, text),
});

function portal({ portal: has }: AlternativeFacts): Alternative {
  if (has === null)
    return option(
      'portal-request',
      'unknown',
      'portal-unknown',
      'Whether there is a portal this person may use is not known.',
    );
  return has
    ? option('portal-request', 'yes', 'portal', 'Requests can be raised in the portal, which takes no seat.')
    : option('portal-request', 'no', 'no-portal', 'There is no portal this person may use.');
}

function guest({ product, guestsAllowed, identityType }: AlternativeFacts): Alternative {
  if (product !== 'confluence')
    return option(
      'confluence-guest',
      'no',
      'not-confluence',
      `Guests exist in Confluence, not in ${productName(product)}.`,
    );
  if (identityType === 'app')
    return option('confluence-guest', 'no', 'app', 'An app is no guest, and takes no seat anyway.');
  if (guestsAllowed === null)
    return option(
      'confluence-guest',
      'unknown',
      'guest-policy-unknown',
      'Whether your policy permits guests is not known.',
    );
  return guestsAllowed
    ? option('confluence-guest', 'yes', 'guest', 'A guest takes no Confluence seat; Atlassian Guard may count one.')
    : option('confluence-guest', 'no', 'guest-forbidden', 'Your policy does not permit guests.');
}

function swap({ product, idle }: AlternativeFacts): Alternative {
  const name = productName(product);
  if (idle === null) return option('idle-swap', 'unknown', 'holders-unknown', `Who holds ${name} seats is not known.`);
  const count = idle.idle.length;
  if (count > 0)
    return option(
      'idle-swap',
      'yes',
      'idle-seats',
      `${counted(count, `${name} seat has`, `${name} seats have`)} not been used lately: one can change hands.`,
    );
  return idle.unknown > 0
    ? option('idle-swap', 'unknown', 'last-active-unknown', `When some ${name} seats were last used is not known.`)
    : option('idle-swap', 'no', 'none-idle', `Every ${name} seat has been used lately.`);
}

const ends: Record<'month' | 'year', string> = {
  month: 'The month it was given in is charged; it goes off the bill at the renewal.',
  year: 'It frees its place among the seats bought for the year.',
};

function temporary({ temporaryAllowed, period }: AlternativeFacts): Alternative {
  if (temporaryAllowed === null)
    return option(
      'temporary-seat',
      'unknown',
      'temporary-policy-unknown',
      'Whether your policy permits temporary seats is not known.',
    );
  if (!temporaryAllowed)
    return option('temporary-seat', 'no', 'temporary-forbidden', 'Your policy does not permit temporary seats.');
  const after = period === null ? 'What that saves depends on how it is paid for, which is not known.' : ends[period];
  return option('temporary-seat', 'yes', 'temporary', `The seat can be given until a day. ${after}`);
}
