import { z } from 'zod';
import {
  billingEffect,
  findPrice,
  marginalPrice,
  Period,
  PriceBook,
  SeatBilling,
  totalPrice,
} from '../../../core/licence/index.ts';
import { Plan, Product } from '../../../core/organization/index.ts';
import { step, type TableStep } from '../step.ts';
import { count, day, price } from './licence-shapes.ts';

const users = z.number().int().nonnegative();

export const priceSteps: Readonly<Record<string, TableStep>> = {
  /** What so many users cost, and so many more. */
  'licence.price': step(z.strictObject({ price, users, extra: users.default(0) }), (given) => ({
    total: totalPrice(given.price, given.users),
    more: marginalPrice(given.price, given.users, given.extra),
    currency: given.price.currency,
    period: given.price.period,
    verified: given.price.verified,
  })),

  /** Which price holds on a day. */
  'licence.priceOn': step(
    z.strictObject({
      book: z.array(price),
      product: Product.default('jira-software'),
      plan: Plan.nullable().default('standard'),
      period: Period.nullable().default(null),
      today: day,
    }),
    ({ book, product, plan, period, today }) => ({ price: findPrice(book, product, plan, today, period)?.id ?? null }),
  ),

  /** What is wrong with a price book, field by field. */
  'licence.checkBook': step(z.strictObject({ book: z.unknown() }), ({ book }) => {
    const parsed = PriceBook.safeParse(book);
    return parsed.success
      ? { problems: [] }
      : { problems: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  }),

  /** What a change of seats means for the plan. */
  'licence.plan': step(
    z.strictObject({
      product: Product.default('jira-software'),
      plan: Plan.nullable().default('standard'),
      before: count,
      after: count,
      billing: SeatBilling.prefault({}),
      price: price.nullable().default(null),
      today: day,
    }),
    (given) => {
      const { cliff, overage, proRata, reasons } = billingEffect(given);
      return { cliff, overage, proRata, reasons: reasons.map(({ code }) => code) };
    },
  ),
};
