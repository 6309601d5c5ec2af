import { need } from '../on-demand/need.ts';
import { learnLabels } from '../sites/label-match.ts';
import type { PageContext } from '../sites/page-context.ts';
import { report } from './report.ts';

const isEnglish = (language: string): boolean => /^en\b|^en_/i.test(language);

/**
 * Brings the labels of other languages when the page or the browser speaks one. The page's language is in its head, so it is
 * asked for again when that was parsed.
 */
export function learnPageLanguage(context: () => PageContext, signal: AbortSignal): void {
  let learnt = false;
  const look = (): void => {
    const { locale } = context();
    const languages = locale === null ? navigator.languages : [...navigator.languages, locale];
    if (learnt || languages.every(isEnglish)) return;
    learnt = true;
    need('translations').then(learnLabels, (error: unknown) => {
      learnt = false;
      report('languages')(error);
    });
  };
  look();
  document.addEventListener('DOMContentLoaded', look, { once: true, signal });
}
