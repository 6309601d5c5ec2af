import { isLikeAddress } from '../../core/identity/index.ts';
import { textBetween, textOf } from './text.ts';

/** What acts on a chip, and its pictures. */
const CONTROLS = 'button,[role="button"],svg,img';
/** What is for screen readers only, or says something about the person: "selected, 1 of 2", "Guest". By names and roles: I. */
const ASIDE =
  '[aria-hidden="true"],[hidden],[aria-live],[role="status"],[role="log"],[role="alert"],[class*="a11y" i],[class*="visually" i],[class*="assistive" i],[class*="sr-only" i],[style*="clip"],[class*="lozenge" i],[data-testid*="lozenge" i]';
/** Elements that only dress the letters in them. */
const DRESS = 'b,i,u,em,strong,mark,bdi,wbr';
/** No text of a page has it. */
const EDGE = '\0';
const CUT = /\s*(?:…|\.{3})$/;

/**
 * What a chip says of the person, each text by itself: the words that are shown, without what is beside them, and every address in
 * its attributes. Words that are cut give way to the attribute that has them whole. Empty when there are none.
 */
export function wordsOfChip(chip: Element): string[] {
  const bare = withoutControls(chip);
  const attributes = [bare, ...bare.querySelectorAll('*')].flatMap(attributesOf);
  const addresses = [...new Set(attributes)].filter(isLikeAddress);
  const shown = shownIn(bare) || calledIn(chip);
  const start = shown.replace(CUT, '');
  const isCut = start !== shown && addresses.some((address) => address.toLowerCase().includes(start.toLowerCase()));
  const others = addresses.filter((address) => address.toLowerCase() !== shown.toLowerCase());
  return [...(shown === '' || isCut ? [] : [shown]), ...others];
}

/** What its picture or its remove button is called: all there is of a chip without words. One word of a button is its own. */
function calledIn(chip: Element): string {
  const pictures = [...chip.querySelectorAll('img')].map((one) => one.alt.trim());
  const controls = [...chip.querySelectorAll(CONTROLS)].map((one) => one.getAttribute('aria-label')?.trim() ?? '');
  return pictures.find((name) => name !== '') ?? controls.find((name) => /\s/.test(name)) ?? '';
}

const attributesOf = (element: Element): string[] =>
  ['data-user-picker-multi-value', 'title', 'aria-label', 'value'].flatMap((name) => element.getAttribute(name) ?? []);

function withoutControls(chip: Element): Element {
  const copy = chip.cloneNode(true) as Element;
  for (const control of copy.querySelectorAll(CONTROLS)) control.remove();
  return copy;
}

function shownIn(bare: Element): string {
  const copy = bare.cloneNode(true) as Element;
  const whole = bare.cloneNode(true) as Element;
  for (const aside of copy.querySelectorAll(ASIDE)) if (!isLikeAddress(aside.textContent ?? '')) aside.remove();
  // A chip that has nothing else is somebody all the same.
  return wordsIn(copy) || wordsIn(whole);
}

/** Name and address may stand in elements of their own; an address in pieces is one all the same. */
function wordsIn(copy: Element): string {
  const pieces = textBetween(copy, (element) => (element.matches(DRESS) ? '' : EDGE)).split(EDGE);
  const words = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
  return words.some(isLikeAddress) ? words.join(' ') : (textOf(copy) ?? '');
}
