const sheets = new Map<string, CSSStyleSheet>();

/** One constructed style sheet a text, shared by every shadow root that uses it. */
export function sheetOf(css: string): CSSStyleSheet {
  const known = sheets.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(css, sheet);
  return sheet;
}
