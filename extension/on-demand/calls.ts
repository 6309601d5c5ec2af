import { judge } from '../guard/judge.ts';
import { provide } from './shelf.ts';

/** What tells a call that gives access from a harmless one. Not needed before the first call of a page, so it comes after start. */
const calls = { judge };
export type Calls = typeof calls;

provide('calls', calls);
