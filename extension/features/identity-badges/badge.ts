import { words } from '../../words/say.ts';

/** How a badge looks: every tone has its own shape beside its colour, so that colour alone never tells. */
export type Tone = 'good' | 'outside' | 'unclaimed' | 'customer' | 'app' | 'off' | 'waiting';

/** `words`: shape and text, the shape alone where the name leaves no more room. `quiet`: the shape alone in the same box. `mark`: the shape on the picture. */
export type BadgePlace = 'words' | 'quiet' | 'mark';

export interface BadgeFace {
  readonly tone: Tone;
  /** One or two words. */
  readonly text: string;
  /** Accessible name of the button. */
  readonly name: string;
  readonly place: BadgePlace;
}

/**
 * Text and background of a tone have a contrast of at least 4.5 in both colour schemes. The plain declarations are for
 * browsers without `light-dark()` (Chromium before 123). The shape is part of the text, where the accessible name hides it: a
 * box of its own would cost a thousand badges a third more style and layout.
 * One box size for every tone, and the text as generated content: a page could tell kinds apart by width, or find the word.
 */
const tones: Readonly<Record<Tone, { readonly light: string; readonly dark: string; readonly shape: string }>> = {
  good: { light: '#164b35 #dcfff1', dark: '#baf3db #1c3329', shape: '●' },
  outside: { light: '#702e00 #fff3eb', dark: '#fedec8 #38291e', shape: '▲' },
  unclaimed: { light: '#533f04 #fff7d6', dark: '#f8e6a0 #332e1b', shape: '◇' },
  customer: { light: '#352c63 #f3f0ff', dark: '#dfd8fd #2b273f', shape: '■' },
  app: {
    light: '#09326c #e9f2ff',
    dark: '#cce0ff #1c2b41',
    shape: '◆',
  },
  off: { light: '#44546f #f1f2f4', dark: '#b6c2cf #2c333a', shape: '–' },
  waiting: {
    light: '#44546f #f1f2f4',
    dark: '#b6c2cf #2c333a',
    shape: '○',
  },
};

const toneRules = Object.entries(tones)
  .map(([tone, { light, dark }]) => {
    const [ink, paper] = light.split(' ');
    const [darkInk, darkPaper] = dark.split(' ');
    return `.${tone}{color:${ink};color:light-dark(${ink},${darkInk})}.${tone}::before,.mark.${tone}{background:${paper};background:light-dark(${paper},${darkPaper})}`;
  })
  .join('');

/**
 * Everything that would be inherited from the page is set on the button; `all: initial` would say the same, at a third more style
 * time for a thousand badges. The colour scheme is inherited on purpose: it is the page's own, which Atlassian's theme sets.
 * In a row of the page the badge gives way before the name does (`flex`), and words that do not fit beside their shape fall to a
 * second line that nobody sees: no layout is read for it. What is narrower still is `room.ts`'s.
 */
export const badgeCss = `:host{display:inline-flex;box-sizing:border-box;vertical-align:middle;align-items:center;align-self:center;width:92px;height:16px;min-width:0;margin-inline-start:4px;flex:0 999999 auto}
button{appearance:none;box-sizing:border-box;margin:0;border:0;width:100%;min-width:0;height:16px;padding:0;overflow:hidden;border-radius:3px;background:none;font:600 11px/16px system-ui,sans-serif;letter-spacing:normal;word-spacing:normal;text-align:start;text-decoration:none;text-indent:0;text-shadow:none;text-transform:none;white-space:normal;visibility:visible;pointer-events:auto;user-select:none;cursor:help}
button::before{content:attr(data-says);padding:1px 3px;border-radius:3px;box-decoration-break:clone}
button:focus-visible{outline:2px solid currentColor;outline-offset:1px}
@media (forced-colors:active){button{border:1px solid}}
${toneRules}
button.quiet::before,button.mark::before{padding:0;background:none}
:host([data-narrow]){width:18px}
:host([data-corner]){position:relative;contain:layout style;width:0;flex:none;margin-inline-start:0}
.mark{position:absolute;z-index:1;width:14px;height:14px;padding:0;border-radius:50%;font-size:9px;line-height:14px;text-align:center;left:0;top:0;translate:-10px 10px}`;

let blank: HTMLButtonElement | null = null;

/** Draws, or redraws, the one button of a badge. */
export function paintBadge(root: ShadowRoot, face: BadgeFace): HTMLButtonElement {
  blank ??= Object.assign(document.createElement('button'), { type: 'button', lang: words().locale });
  let button = root.firstElementChild;
  if (!button) {
    button = blank.cloneNode() as Element;
    root.append(button);
  }
  button.className = `${face.tone} ${face.place}`;
  button.setAttribute('aria-label', face.name);
  button.setAttribute(
    'data-says',
    face.place === 'words' ? `${tones[face.tone].shape}\u2009${unbroken(face.text)}` : tones[face.tone].shape,
  );
  return button as HTMLButtonElement;
}

/** The only place where a line may end is between the shape and its words. */
const unbroken = (text: string): string => text.replaceAll('-', '\u2011').replaceAll(' ', '\u00a0');
