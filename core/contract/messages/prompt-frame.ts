import { z } from 'zod';

/** A prompt's address: random, for one use. */
export const PromptToken = z.uuid();
export const ColorScheme = z.enum(['light', 'dark', 'light dark']);
export type ColorScheme = z.infer<typeof ColorScheme>;

/** How high a prompt may be, in CSS pixels: few heights, because a page can measure them. */
export const promptHeights = [240, 320, 400, 480, 560, 640, 720, 800] as const;
export const PromptHeight = z.literal(promptHeights);
export type PromptHeight = z.infer<typeof PromptHeight>;

/** What every message of a prompt says: which one it is. */
export const aboutPrompt = z.strictObject({ token: PromptToken });
export const told = z.object({ told: z.literal(true) });
