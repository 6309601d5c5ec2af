import type { ControlRef } from './control.ts';
import { acting } from './controls/acting.ts';
import type { ControlSelector } from './controls/selectors.ts';
import { labelLanguage } from './label-match.ts';
import type { PageContext } from './page-context.ts';
import { SelectorIndex } from './selector-index.ts';
import { dialogIntents, dialogOf, givesAccess, hasPicker, readShareDialogs, type ShareDialog } from './share-dialog.ts';
import { accessibleName } from './text.ts';

const indexes = new Map<string, SelectorIndex<ControlSelector>>();
let selectors: readonly ControlSelector[] = acting;

/** From now on these controls are recognised. Until then it is those that act. */
export function learnControls(tables: Readonly<Record<string, readonly ControlSelector[]>>): void {
  selectors = Object.values(tables).flat();
  indexes.clear();
}

/** The selectors of one kind of page, put together once. */
function indexFor({ product, surface }: PageContext): SelectorIndex<ControlSelector> {
  const key = `${product} ${surface}`;
  const known = indexes.get(key);
  if (known) return known;
  const index = new SelectorIndex(
    selectors.filter(
      (selector) => (selector.products?.includes(product) ?? true) && (selector.surfaces?.includes(surface) ?? true),
    ),
  );
  indexes.set(key, index);
  return index;
}

/**
 * The controls at and below `root` that give access or spend a seat, as far as they were learnt, each once, in document order. Harmless controls with the
 * same words are left out: a label alone never counts. Reads only the DOM: no layout, no network.
 */
export function recogniseControls(root: ParentNode, context: PageContext): ControlRef[] {
  const index = indexFor(context);
  const controls = new Map<Element, ControlRef>();
  const read = (element: Element): void => {
    for (const selector of index.matching(element)) {
      const control = readControl(element, selector);
      if (!control) continue;
      controls.set(element, control);
      return;
    }
  };
  if (root instanceof Element) read(root);
  for (const element of root.querySelectorAll(index.css)) read(element);
  if (hasPicker(root) || (root instanceof Element && dialogOf(root))) {
    for (const dialog of readShareDialogs(root)) addSubmit(dialog, controls);
  }
  return [...controls.values()];
}

function readControl(element: Element, selector: ControlSelector): ControlRef | null {
  const label = accessibleName(element);
  const found = { element, step: selector.step, evidence: selector.evidence, carrier: selector.name, label };
  if (!selector.labels) return { ...found, intent: selector.intent, labelLanguage: null };
  const said = selector.within ? accessibleName(element.querySelector(selector.within) ?? element) : label;
  if (said === null) return null;
  for (const [key, intent] of selector.labels) {
    const language = labelLanguage(key, said);
    if (language) return { ...found, intent, labelLanguage: language };
  }
  return null;
}

function addSubmit(dialog: ShareDialog, controls: Map<Element, ControlRef>): void {
  const { submit } = dialog;
  if (!submit || controls.has(submit) || !givesAccess(dialog)) return;
  controls.set(submit, {
    element: submit,
    intent: dialogIntents[dialog.kind],
    step: 'acts',
    evidence: dialog.kind === 'share' ? 'B' : 'D',
    carrier: `${dialog.kind}-submit`,
    label: accessibleName(submit),
    labelLanguage: dialog.language,
  });
}
