import type { TableStep } from '../step.ts';
import { effectSteps } from './licence-effect.ts';
import { priceSteps } from './licence-price.ts';
import { seatSteps } from './licence-seats.ts';
import { subscriptionSteps } from './subscription.ts';

export const licenceSteps: Readonly<Record<string, TableStep>> = {
  ...seatSteps,
  ...effectSteps,
  ...priceSteps,
  ...subscriptionSteps,
};
