/** The time, as an argument: core has no clock and tests choose their own. */
export interface Clock {
  /** ISO 8601 date-time in UTC with milliseconds, so that text order is time order. */
  now(): string;
}
