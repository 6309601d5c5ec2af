/**
 * Colours and type shared by everything we draw, close to Atlassian's own design so that it reads as part of the page.
 * `light-dark()` follows the `color-scheme` of the element it stands in. Text pairs hold 4.5:1 in both schemes.
 */
export const theme = `
:host, .gatehouse {
  --surface: light-dark(#fff, #242528);
  --sunken: light-dark(#f8f8f8, #1c1d1f);
  --text: light-dark(#292a2e, #d9dade);
  --subtle: light-dark(#505258, #a9abaf);
  --line: light-dark(#dddee1, #414348);
  --field: light-dark(#8c8f97, #7e8188);
  --brand: light-dark(#1868db, #669df1);
  --brand-hover: light-dark(#1558bc, #8fb8f6);
  --on-brand: light-dark(#fff, #1f1f21);
  --hover: light-dark(#0515240f, #cecfd217);
  --danger: light-dark(#ae2e24, #fd9891);
  --warn: light-dark(#9e4c00, #fbc828);
  --warn-surface: light-dark(#fff5db, #3a2c08);
  --good: light-dark(#4c6b1f, #b3df72);
  --focus: light-dark(#4688ec, #8fb8f6);
}
:host > *, .gatehouse {
  font: 400 14px/20px "Atlassian Sans", ui-sans-serif, -apple-system, "Segoe UI", Roboto, Ubuntu, "Helvetica Neue", sans-serif;
  color: var(--text);
  text-align: start;
}
* { box-sizing: border-box; }
a { color: var(--brand); }
button {
  font: 500 14px/20px inherit; font-family: inherit; border: 0; border-radius: 6px; padding: 6px 12px; cursor: pointer;
  color: var(--text); background: transparent;
}
button.primary { background: var(--brand); color: var(--on-brand); }
button.primary:hover { background: var(--brand-hover); }
button.subtle:hover { background: var(--hover); }
button[aria-disabled="true"] { opacity: .55; cursor: progress; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
textarea, input {
  font: inherit; color: inherit; background: var(--surface); width: 100%; padding: 6px 8px; border-radius: 4px;
  border: 1px solid var(--field);
}
textarea:focus, input:focus { outline: 2px solid var(--focus); outline-offset: -1px; }
::placeholder { color: var(--subtle); opacity: 1; }
[aria-invalid="true"] { border-color: var(--danger); }
@media (prefers-reduced-motion: reduce) { *, ::backdrop { animation: none !important; transition: none !important; } }
@media (forced-colors: active) { button { border: 1px solid; } }
`;
