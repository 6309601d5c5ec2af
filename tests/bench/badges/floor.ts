import { observe } from '../../../extension/content/observe.ts';

/** The least any badge could cost: the same observer, the same query, one empty span after each person, nothing else. */
export function start(): void {
  observe(
    document,
    (roots) => {
      for (const root of roots) {
        for (const person of root.querySelectorAll(
          '[data-mention-id],[data-vc="profilecard-wrapper"] > [role="button"]',
        )) {
          if (person.nextElementSibling?.hasAttribute('data-gatehouse')) continue;
          const span = document.createElement('span');
          span.setAttribute('data-gatehouse', 'floor');
          person.after(span);
        }
      }
    },
    new AbortController().signal,
  );
}
