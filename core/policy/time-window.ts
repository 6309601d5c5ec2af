import { z } from 'zod';

/** Monday first, as in working weeks. */
export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time of day with 24 hours, from "00:00" to "23:59".');

/** Hours are local to `timeZone`; `to` itself is outside. A window whose `to` is before `from` runs over midnight. */
export const TimeWindow = z
  .strictObject({
    timeZone: z
      .string()
      .refine((name) => clockOf(name) !== null, 'Use a time zone of the IANA list, such as "Europe/Berlin" or "UTC".'),
    /** Days on which the window opens; every day when left out. */
    weekdays: z.array(Weekday).min(1).optional(),
    from: clock.optional(),
    to: clock.optional(),
  })
  .refine((window) => window.from === undefined || window.from !== window.to, {
    path: ['to'],
    message: 'Let the window end at another time than it starts, or leave both out for the whole day.',
  });
export type TimeWindow = z.infer<typeof TimeWindow>;

/** As the clock below names them. */
const englishDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Time of day at one place. */
export interface LocalTime {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly minutes: number;
}

/** A clock for one IANA time zone; null when there is no such zone. Zones are the run time's, so its data may lag behind the law. */
export function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return null;
  }
}

/** What a clock shows at a moment. @param ms milliseconds since 1970; null when that is no moment */
export function readClock(zone: Intl.DateTimeFormat, ms: number): LocalTime | null {
  if (Number.isNaN(ms)) return null;
  const parts = new Map(zone.formatToParts(ms).map(({ type, value }) => [type, value]));
  const weekday = englishDays.indexOf(parts.get('weekday') ?? '');
  return { weekday, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

/** Whether a local time is inside the window. What is after midnight belongs to the day on which the window opened. */
export function isWithin(window: TimeWindow, { weekday, minutes }: LocalTime): boolean {
  const from = minutesOf(window.from ?? '00:00');
  const to = window.to === undefined ? 24 * 60 : minutesOf(window.to);
  const overMidnight = to <= from;
  const afterMidnight = overMidnight && minutes < to;
  const inHours = overMidnight ? minutes >= from || afterMidnight : minutes >= from && minutes < to;
  const opened = Weekday.options[afterMidnight ? (weekday + 6) % 7 : weekday];
  return inHours && (window.weekdays === undefined || (opened !== undefined && window.weekdays.includes(opened)));
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
