import type { sending as samples } from '../messages/sending.ts';

export const sending: Readonly<Record<keyof typeof samples, string>> = {
  'sending.too-long': '{over, plural, one {# character} other {# characters}} too many: {most, number} are the most.',
  'sending.reference': 'Reference: {reference}',
};
