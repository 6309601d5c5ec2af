import type { Translations } from '../sites/labels.ts';

/** What each script on demand leaves behind for the loader, by the script's name. Each of the others says itself what it leaves. */
export interface OnDemand {
  readonly translations: Translations;
}

export type OnDemandName = keyof OnDemand;

/** Our scripts on one page share its isolated world, which no script of the page can see. */
const shelf = globalThis as { gatehouse?: Partial<OnDemand> };

export function provide<K extends OnDemandName>(name: K, value: OnDemand[K]): void {
  shelf.gatehouse = { ...shelf.gatehouse, [name]: value };
}

export const provided = <K extends OnDemandName>(name: K): OnDemand[K] | undefined => shelf.gatehouse?.[name];
