import type { requests as samples } from '../messages/requests.ts';

export const requests: Readonly<Record<keyof typeof samples, string>> = {};
