import type { Question } from '../question.ts';
import { subscriptionQuestions } from '../subscription/questions.ts';
import { effectQuestions } from './questions-effect.ts';
import { priceQuestions } from './questions-price.ts';
import { seatQuestions } from './questions-seats.ts';

export const licenceQuestions: Readonly<Record<string, Question>> = {
  ...seatQuestions,
  ...effectQuestions,
  ...priceQuestions,
  ...subscriptionQuestions,
};
