import { z } from 'zod';
import { AccountId, GroupId } from '../../../core/ids.ts';
import {
  accountOf,
  afterLeaving,
  changedAt,
  defaultGroups,
  grantsOf,
  hasSeat,
  idleSeats,
  seatCount,
  seatOfRole,
  swapSeat,
} from '../../../core/licence/index.ts';
import { Product } from '../../../core/organization/index.ts';
import { step, type TableStep } from '../step.ts';
import { day, directory, site } from './licence-shapes.ts';

const product = Product.default('jira-software');

export const seatSteps: Readonly<Record<string, TableStep>> = {
  /** Whether a role takes a seat. */
  'licence.role': step(z.strictObject({ role: z.string(), product }), ({ role, product: of }) => {
    const { seat, reasons } = seatOfRole(role, of);
    return { seat, reasons: reasons.map(({ code }) => code) };
  }),

  /** How many seats of a product are in use. */
  'licence.count': step(z.strictObject({ directory, product, site }), ({ directory: of, product: what, site: at }) => {
    const { seats, atLeast, atMost } = seatCount(of, what, at);
    return { ...seats, atLeast, atMost };
  }),

  /** Whether somebody holds a seat. */
  'licence.seat': step(z.strictObject({ directory, person: AccountId, product, site }), (given) => ({
    seat: hasSeat(given.directory, given.person, given.product, given.site),
  })),

  /** What a group gives, where its members are changed, and whether it is where new users of the product land. */
  'licence.group': step(z.strictObject({ directory, group: GroupId, product, site }), (given) => ({
    gives: grantsOf(given.directory, given.group)?.map(({ product: what, role }) => `${what} ${role}`) ?? null,
    changedAt: changedAt(given.directory, given.group),
    isDefault: defaultGroups(given.directory, given.product, given.site).includes(given.group),
  })),

  /** What is left of somebody's seats after leaving a group. */
  'licence.leave': step(z.strictObject({ directory, person: AccountId, group: GroupId }), (given) => {
    const account = accountOf(given.directory, { accountId: given.person, email: null });
    if (!account) return { seats: null };
    return {
      seats: afterLeaving(given.directory, account, given.group).map(({ product: what, before, after, stillBy }) => ({
        product: what,
        before,
        after,
        stillBy,
      })),
    };
  }),

  /** Seats nobody uses. */
  'licence.idle': step(z.strictObject({ directory, product, site, before: day }), (given) => {
    const found = idleSeats(given.directory, given.product, given.site, given.before);
    return found === null
      ? { idle: null }
      : { idle: found.idle.map(({ accountId }) => accountId), active: found.active, unknown: found.unknown };
  }),

  /** How one person's seat goes to another. */
  'licence.swap': step(
    z.strictObject({
      directory,
      from: AccountId,
      to: AccountId.nullable().default(null),
      into: GroupId,
      product,
      site,
    }),
    (given) => {
      const from = accountOf(given.directory, { accountId: given.from, email: null });
      const swap = from && swapSeat(given.directory, from, given.to, given.into, given.product, given.site);
      return swap
        ? {
            steps: swap.steps.map((step) => ({
              do: step.do,
              who: step.accountId,
              group: step.groupId,
              at: step.at,
              mayComeBack: step.mayComeBack,
            })),
            alsoLoses: swap.alsoLoses.map((lost) => lost.product),
          }
        : { steps: null };
    },
  ),
};
