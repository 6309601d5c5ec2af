/** How much one person may leave with IT: far more than anybody makes by working. The queue, the log and the disk are not a member's to fill. */

/** Records of one person that have entries of their own in an hour, also with some days of them that waited in a browser; others are counted. */
export const MOST_RECORDS = 2000;

/** How often one person may ask in an hour, whatever becomes of it. */
export const MOST_ASKED = 60;

/** Requests of one person that wait for IT at the same time: so many a list of one's own requests shows. */
export const MOST_OPEN = 50;

/** How much of what somebody types is kept before it was shortened to that. */
export const MOST_DRAFT = 20_000;

/** What a person writes: here too for pages that draw, which need no schemas. */
export { MOST_REASON } from '../requests/most-reason.ts';
