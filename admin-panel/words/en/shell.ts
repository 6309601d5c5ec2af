import type { shell as samples } from '../messages/shell.ts';

export const shell: Readonly<Record<keyof typeof samples, string>> = {};
