import { createActGate } from '../features/access-block/act-gate.ts';
import { judge } from '../guard/judge.ts';
import { learnLabels } from '../sites/label-match.ts';
import { provide, provided } from './shelf.ts';

/** Scripts share no tables: this one learns the page's language, once its labels have come, before it reads a dialog. */
const createGate: typeof createActGate = (deps, context) =>
  createActGate(deps, () => {
    learnLabels(provided('translations') ?? {});
    return context();
  });

/**
 * What tells an act that gives access from a harmless one, whom it aims at, and whether it may go on. Not needed before the first
 * act of a page, so it comes after start.
 */
const calls = { judge, createActGate: createGate };
export type Calls = typeof calls;

provide('calls', calls);
