import { learnLabels } from '../sites/label-match.ts';
import { provided } from './shelf.ts';

/** Scripts share no tables: each that reads dialogs learns the page's language itself, once its labels have come. */
export function learnProvidedLabels(): void {
  const labels = provided('translations');
  if (labels) learnLabels(labels);
}
