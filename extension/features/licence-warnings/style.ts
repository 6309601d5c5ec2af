import { peopleCss } from '../../dom/people-list.ts';
import { saysCss } from '../../dom/says.ts';
import { theme } from '../../dom/theme.ts';

export const warningStyle = `${theme}${saysCss}${peopleCss}
/* One size for as many people, whatever it says of them: a page can measure it. What does not fit is scrolled. */
.note {
  display: grid; grid-template-columns: 16px 1fr; gap: 4px 10px; margin: 12px 0; padding: 10px 12px; border-radius: 6px;
  box-sizing: border-box; height: 152px; overflow-y: auto; align-content: start;
  background: var(--sunken); border: 1px solid var(--line); font-size: 13px; line-height: 18px; color: var(--text);
}
.note.several { height: 232px; }
.note::before { content: "i"; width: 16px; height: 16px; margin-top: 1px; border-radius: 50%; display: grid; place-items: center; font: 700 11px/1 Georgia, serif; background: var(--brand); color: var(--surface); }
.note.takes { background: var(--warn-surface); border-color: transparent; }
.note.takes::before { content: "!"; background: var(--warn); font-family: inherit; }
.note[aria-busy="true"] { color: var(--subtle); }
p { margin: 0; overflow-wrap: anywhere; }
p + p { margin-top: 2px; }
p + .people { margin-top: 8px; }
.warning { font-weight: 600; color: var(--warn); }
`;
