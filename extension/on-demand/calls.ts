import type { StopId } from '../../core/policy/index.ts';
import { report } from '../content/report.ts';
import { type ActGate, createActGate } from '../features/access-block/act-gate.ts';
import type { GateDeps } from '../features/access-block/gate.ts';
import { judge } from '../guard/judge.ts';
import type { PageContext } from '../sites/page-context.ts';
import { beyondWords } from '../words/beyond.ts';
import { learnProvidedLabels } from './learn-labels.ts';
import { need } from './need.ts';
import { provide } from './shelf.ts';

const createGate = (deps: Omit<GateDeps, 'beyond'>, context: () => PageContext): ActGate =>
  createActGate({ ...deps, beyond: tellBeyond }, () => {
    learnProvidedLabels();
    return context();
  });

function tellBeyond(stops: readonly (StopId | null)[]): void {
  const { signal } = new AbortController();
  need('overlays').then(({ tellNews }) => {
    tellNews({ notice: 'stopped', text: beyondWords(stops), intent: null }, () => undefined, signal);
  }, report('request-notice'));
}

/**
 * What tells an act that gives access from a harmless one, whom it aims at, and whether it may go on. Not needed before the first
 * act of a page, so it comes after start.
 */
const calls = { judge, createActGate: createGate };

declare module './shelf.ts' {
  interface OnDemand {
    readonly calls: typeof calls;
  }
}

provide('calls', calls);
