import { words } from '../words/say.ts';

/**
 * Says which language an element of ours is in, and which way it is read, whatever the page around it is. Inside of our roots: a page
 * need not learn what the browser speaks.
 */
export function inOurLanguage<E extends HTMLElement>(element: E): E {
  element.lang = words().locale;
  element.dir = 'ltr';
  return element;
}
