import { report } from '../content/report.ts';
import { type ActGate, createActGate } from '../features/access-block/act-gate.ts';
import type { GateDeps } from '../features/access-block/gate.ts';
import { judge } from '../guard/judge.ts';
import { plainly } from '../platform/catalogue.ts';
import type { PageContext } from '../sites/page-context.ts';
import { learnProvidedLabels } from './learn-labels.ts';
import { need } from './need.ts';
import { provide } from './shelf.ts';

type PageDeps = Omit<GateDeps, 'beyond' | 'again'>;

const createGate = (deps: PageDeps, context: () => PageContext): ActGate =>
  createActGate({ ...deps, beyond: tell('tellBeyond'), again: tell('tellAgain') }, () => {
    learnProvidedLabels();
    return context();
  });

const tell =
  (how: 'tellBeyond' | 'tellAgain'): GateDeps['beyond'] =>
  (stops) => {
    const { signal } = new AbortController();
    need('overlays').then((overlays) => overlays[how](stops, signal), report('request-notice'));
  };

/**
 * What tells an act that gives access from a harmless one, whom it aims at, and whether it may go on. Not needed before the first
 * act of a page, so it comes after start.
 */
const calls = {
  judge,
  createActGate: createGate,
  /** Read now: after an update of the extension under an open page the browser tells its words no more. */
  words: { stopped: plainly('stopped.plainly'), call: plainly('stopped.call'), unasked: plainly('stopped.unasked') },
};

declare module './shelf.ts' {
  interface OnDemand {
    readonly calls: typeof calls;
  }
}

provide('calls', calls);
