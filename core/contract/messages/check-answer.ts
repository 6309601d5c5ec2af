import { z } from 'zod';
import { Effect } from '../../licence/effect.ts';
import { Decision } from '../../policy/decision.ts';
import { StopId } from '../../policy/stop-id.ts';

/** What to do about an act. `stopId` is what its record is called; null when none was made. */
export const CheckAnswer = z.object({ decision: Decision, effect: Effect.nullable(), stopId: StopId.nullable() });
export type CheckAnswer = z.infer<typeof CheckAnswer>;
