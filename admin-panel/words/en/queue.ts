import type { queue as samples } from '../messages/queue.ts';

export const queue: Readonly<Record<keyof typeof samples, string>> = {};
