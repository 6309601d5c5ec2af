import { observe } from '../../../extension/content/observe.ts';

/**
 * The least any badge could cost: the same observer, one query, one span after each of the first `most` people, nothing else.
 * A mark that went with a re-rendered row is set again at the first people of the same pass that have none, as Gatehouse does:
 * re-rendered far from the screen, neither draws anything.
 */
export function start(most: number, word = ''): void {
  let marks: Element[] = [];
  observe(
    document,
    (roots) => {
      marks = marks.filter((mark) => mark.isConnected);
      for (const root of roots) {
        for (const person of root.querySelectorAll(
          '[data-mention-id],[data-vc="profilecard-wrapper"] > [role="button"]',
        )) {
          if (marks.length >= most) return;
          if (person.nextElementSibling?.hasAttribute('data-gatehouse')) continue;
          const span = document.createElement('span');
          span.setAttribute('data-gatehouse', 'floor');
          if (word) span.textContent = word;
          person.after(span);
          marks.push(span);
        }
      }
    },
    new AbortController().signal,
  );
}
