import { createActGate } from '../features/access-block/act-gate.ts';
import { judge } from '../guard/judge.ts';
import { provide } from './shelf.ts';

/**
 * What tells an act that gives access from a harmless one, whom it aims at, and whether it may go on. Not needed before the first
 * act of a page, so it comes after start.
 */
const calls = { judge, createActGate };
export type Calls = typeof calls;

provide('calls', calls);
