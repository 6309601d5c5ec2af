import { isKnownProduct, type Product, productNamed } from '../../core/organization/index.ts';
import { accessibleName, textOf } from './text.ts';

/** What can be ticked or chosen in a form, by the platform's own state or by that of ARIA. */
const BOX = 'input[type="checkbox"],input[type="radio"]';
/** Tabs and toggles choose what is shown, and may be called like an app. */
const MARKED = '[aria-checked="true"],[aria-selected="true"]:not([role="tab"])';
/** Names of fields whose every value is an app. */
const OF_APPS = /^(?:products?|apps?|applications?)\b/i;

/**
 * The apps that are ticked or chosen below `root`; null among them for one that nobody knows in a field for apps. Only whole names
 * and ids count: a group may be called "Jira admins".
 */
export function appsChosenIn(root: ParentNode): (Product | null)[] {
  const boxes = [...root.querySelectorAll<HTMLInputElement>(BOX)].filter(({ checked }) => checked);
  const options = [...root.querySelectorAll('select')].flatMap((list) => [...list.selectedOptions]);
  const marked = [...root.querySelectorAll(MARKED)];
  return [
    ...boxes.flatMap((box) => appOf([box.value, ...labelsOf(box)], box.name)),
    ...options.flatMap((option) => appOf([option.value, option.text], option.closest('select')?.name ?? '')),
    ...marked.flatMap((one) => appOf([one.getAttribute('data-value'), accessibleName(one)], '')),
  ];
}

const labelsOf = (box: HTMLInputElement): (string | null)[] => [
  accessibleName(box),
  ...[...(box.labels ?? [])].map(textOf),
];

function appOf(words: readonly (string | null)[], field: string): (Product | null)[] {
  const said = words.filter((word) => word !== null && word.trim() !== '');
  const app = said.map((word) => productNamed(word ?? '')).find(isKnownProduct);
  if (app !== undefined) return [app];
  return OF_APPS.test(field) && said.length > 0 ? [null] : [];
}
