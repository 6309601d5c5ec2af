import type { people as samples } from '../messages/people.ts';

export const people: Readonly<Record<keyof typeof samples, string>> = {};
