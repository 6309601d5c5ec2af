import { z } from 'zod';

/**
 * One fact that a classification, decision or effect rests on. `code` is stable and machine-readable; `text` is the
 * sentence shown to people. Nothing in core answers without at least one.
 */
export const Reason = z.object({ code: z.string().min(1), text: z.string().min(1) });
export type Reason = z.infer<typeof Reason>;

export const because = (code: string, text: string): Reason => ({ code, text });
