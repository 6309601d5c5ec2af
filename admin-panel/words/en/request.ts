import type { request as samples } from '../messages/request.ts';

export const request: Readonly<Record<keyof typeof samples, string>> = {};
