import type { audit as samples } from '../messages/audit.ts';

export const audit: Readonly<Record<keyof typeof samples, string>> = {};
