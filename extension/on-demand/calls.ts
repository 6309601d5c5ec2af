import { report } from '../content/report.ts';
import { type ActGate, createActGate } from '../features/access-block/act-gate.ts';
import type { GateDeps } from '../features/access-block/gate.ts';
import { judge } from '../guard/judge.ts';
import type { PageContext } from '../sites/page-context.ts';
import { againWords, beyondWords } from '../words/beyond.ts';
import { learnProvidedLabels } from './learn-labels.ts';
import { need } from './need.ts';
import { provide } from './shelf.ts';

type PageDeps = Omit<GateDeps, 'beyond' | 'again'>;

const createGate = (deps: PageDeps, context: () => PageContext): ActGate =>
  createActGate({ ...deps, beyond: tell(beyondWords), again: tell(againWords) }, () => {
    learnProvidedLabels();
    return context();
  });

const tell =
  (words: typeof beyondWords): GateDeps['beyond'] =>
  (stops) => {
    const { signal } = new AbortController();
    need('overlays').then(({ tellNews }) => {
      tellNews({ notice: 'stopped', text: words(stops), intent: null }, () => undefined, signal);
    }, report('request-notice'));
  };

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
