/** How a badge looks: every tone has its own shape beside its colour, so that colour alone never tells. */
export type Tone = 'good' | 'outside' | 'unclaimed' | 'customer' | 'app' | 'off' | 'waiting';

export interface BadgeFace {
  readonly tone: Tone;
  /** Short text; its first letter stands for it where there is room for an icon only. */
  readonly text: string;
  /** Accessible name of the button. */
  readonly name: string;
  readonly dense: boolean;
}

/**
 * Text and background of a tone have a contrast of at least 4.5 in both colour schemes. The plain declarations are for
 * browsers without `light-dark()` (Chromium before 123). The shape is part of the text, where the accessible name hides it: a
 * box of its own would cost a thousand badges a third more style and layout.
 * One box size for every tone, and the text as generated content: a page could tell kinds apart by width, or find the word.
 */
const tones: Readonly<Record<Tone, { readonly light: string; readonly dark: string; readonly shape: string }>> = {
  good: { light: '#164b35 #dcfff1', dark: '#baf3db #1c3329', shape: '● ' },
  outside: { light: '#702e00 #fff3eb', dark: '#fedec8 #38291e', shape: '▲ ' },
  unclaimed: { light: '#533f04 #fff7d6', dark: '#f8e6a0 #332e1b', shape: '◇ ' },
  customer: { light: '#352c63 #f3f0ff', dark: '#dfd8fd #2b273f', shape: '■ ' },
  app: {
    light: '#09326c #e9f2ff',
    dark: '#cce0ff #1c2b41',
    shape: '◆ ',
  },
  off: { light: '#44546f #f1f2f4', dark: '#b6c2cf #2c333a', shape: '– ' },
  waiting: {
    light: '#44546f #f1f2f4',
    dark: '#b6c2cf #2c333a',
    shape: '○ ',
  },
};

const toneRules = Object.entries(tones)
  .map(([tone, { light, dark }]) => {
    const [ink, paper] = light.split(' ');
    const [darkInk, darkPaper] = dark.split(' ');
    return `.${tone}{color:${ink};background:${paper};color:light-dark(${ink},${darkInk});background:light-dark(${paper},${darkPaper})}`;
  })
  .join('');

/**
 * Everything that would be inherited from the page is set on the button; `all: initial` would say the same, at a third more style
 * time for a thousand badges. The colour scheme is inherited on purpose: it is the page's own, which Atlassian's theme sets.
 */
export const badgeCss = `:host{display:inline-flex;vertical-align:middle;align-items:center;align-self:center;margin-inline-start:4px;flex:none}
button{appearance:none;box-sizing:border-box;margin:0;border:0;width:88px;height:16px;padding:0 2px;overflow:hidden;border-radius:3px;font:600 11px/16px system-ui,sans-serif;letter-spacing:normal;word-spacing:normal;text-align:center;text-decoration:none;text-indent:0;text-shadow:none;text-transform:none;white-space:nowrap;visibility:visible;pointer-events:auto;user-select:none;cursor:help}
button::before{content:attr(data-says)}
button:focus-visible{outline:2px solid currentColor;outline-offset:1px}
.dense{width:24px;padding:0;height:14px;font-size:10px;line-height:14px}
@media (forced-colors:active){button{border:1px solid}}
${toneRules}`;

let blank: HTMLButtonElement | null = null;

/** Draws, or redraws, the one button of a badge. */
export function paintBadge(root: ShadowRoot, face: BadgeFace): void {
  blank ??= Object.assign(document.createElement('button'), { type: 'button' });
  let button = root.firstElementChild;
  if (!button) {
    button = blank.cloneNode() as Element;
    root.append(button);
  }
  button.className = face.dense ? `${face.tone} dense` : face.tone;
  button.setAttribute('aria-label', face.name);
  button.setAttribute('data-says', tones[face.tone].shape + (face.dense ? face.text.slice(0, 1) : face.text));
}
