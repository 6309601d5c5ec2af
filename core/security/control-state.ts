import { z } from 'zod';
import { because, type Reason } from '../reason.ts';

/** Whether one control holds. `not-required` is its own state, so that nothing is called compliant that nobody asked for. */
export const ControlState = z.enum(['compliant', 'not-compliant', 'unknown', 'not-required']);
export type ControlState = z.infer<typeof ControlState>;

export interface ControlResult<C extends string = string> {
  readonly control: C;
  readonly state: ControlState;
  readonly reason: Reason;
}

export const controlResult = <C extends string>(
  control: C,
  state: ControlState,
  code: string,
  text: string,
): ControlResult<C> => ({ control, state, reason: because(code, text) });

/** All controls as one state: one that fails decides, then one that is not known; `not-required` when nothing is asked. */
export function overallState(controls: readonly ControlResult[]): ControlState {
  const worstFirst: readonly ControlState[] = ['not-compliant', 'unknown', 'compliant'];
  return worstFirst.find((state) => controls.some((control) => control.state === state)) ?? 'not-required';
}
