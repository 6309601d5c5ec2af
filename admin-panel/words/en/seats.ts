import type { seats as samples } from '../messages/seats.ts';

export const seats: Readonly<Record<keyof typeof samples, string>> = {};
