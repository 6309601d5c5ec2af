/** Scripts that names of domains are written in, each alone or with those beside it, as Japanese and Korean are. */
const together = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Thai',
  'Han}\\p{Script=Hiragana}\\p{Script=Katakana',
  'Han}\\p{Script=Hangul',
].map((scripts) => new RegExp(`^[\\p{Script=${scripts}}\\p{Script=Common}\\p{Script=Inherited}]*$`, 'u'));

/**
 * Whether every label of a domain is written in one script. Letters of several may look like those of one (`pаypal` with a Cyrillic
 * а), so such a name is shown in the spelling that cannot be confused. Source: https://www.unicode.org/reports/tr39/#Single_Script
 */
export const isOneScript = (domain: string): boolean =>
  domain.split('.').every((label) => together.some((pattern) => pattern.test(label)));
