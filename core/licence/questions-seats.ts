import { z } from 'zod';
import { AccountId, GroupId } from '../ids.ts';
import { Product } from '../organization/product.ts';
import { type Question, question } from '../question.ts';
import { changedAt, idleSeats, swapSeat } from './idle.ts';
import { day, directory, site } from './question-shapes.ts';
import { seatOfRole } from './roles.ts';
import { accountOf } from './snapshot.ts';
import { afterLeaving, defaultGroups, grantsOf, hasSeat, seatCount } from './snapshot-queries.ts';

const product = Product.default('jira-software');

export const seatQuestions: Readonly<Record<string, Question>> = {
  /** Whether a role takes a seat. */
  'licence.role': question(z.strictObject({ role: z.string(), product }), ({ role, product: of }) => {
    const { seat, reasons } = seatOfRole(role, of);
    return { seat, reasons: reasons.map(({ code }) => code) };
  }),

  /** How many seats of a product are in use. */
  'licence.count': question(
    z.strictObject({ directory, product, site }),
    ({ directory: of, product: what, site: at }) => {
      const { seats, atLeast, atMost } = seatCount(of, what, at);
      return { ...seats, atLeast, atMost };
    },
  ),

  /** Whether somebody holds a seat. */
  'licence.seat': question(z.strictObject({ directory, person: AccountId, product, site }), (given) => ({
    seat: hasSeat(given.directory, given.person, given.product, given.site),
  })),

  /** What a group gives, where its members are changed, and whether it is where new users of the product land. */
  'licence.group': question(z.strictObject({ directory, group: GroupId, product, site }), (given) => ({
    gives: grantsOf(given.directory, given.group)?.map(({ product: what, role }) => `${what} ${role}`) ?? null,
    changedAt: changedAt(given.directory, given.group),
    isDefault: defaultGroups(given.directory, given.product, given.site).includes(given.group),
  })),

  /** What is left of somebody's seats after leaving a group. */
  'licence.leave': question(z.strictObject({ directory, person: AccountId, group: GroupId }), (given) => {
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
  'licence.idle': question(z.strictObject({ directory, product, site, before: day }), (given) => {
    const found = idleSeats(given.directory, given.product, given.site, given.before);
    return found === null
      ? { idle: null }
      : { idle: found.idle.map(({ accountId }) => accountId), active: found.active, unknown: found.unknown };
  }),

  /** How one person's seat goes to another. */
  'licence.swap': question(
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
