import { peopleCss } from '../../dom/people-list.ts';
import { theme } from '../../dom/theme.ts';

/** Our mark, as a mask. */
export const gateIcon = `url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 0 1 3v5c0 4 3 7 7 8 4-1 7-4 7-8V3zM7 4h2v5H7zm0 6h2v2H7z" fill-rule="evenodd"/></svg>')`;

/** The look of the prompt, in the frame over a page and on the page that replaces a blocked one. */
export const promptStyle = `${theme}
.prompt { padding: 24px; display: grid; gap: 16px; }
.brand { display: flex; align-items: center; gap: 8px; color: var(--subtle); font-size: 12px; line-height: 16px; }
.brand::before { content: ""; width: 16px; height: 16px; border-radius: 4px; background: var(--brand); mask: var(--gate) center/16px no-repeat; --gate: ${gateIcon}; }
h1 { margin: 0; font-size: 20px; line-height: 24px; font-weight: 653; text-wrap: balance; word-break: auto-phrase; }
h1:focus { outline: none; }
p { margin: 0; }
.brand + h1 { margin-top: -8px; }
dl { margin: 0; padding: 12px 16px; display: grid; grid-template-columns: 76px 1fr; gap: 8px 12px; background: var(--sunken); border-radius: 8px; }
dt { color: var(--subtle); font-size: 12px; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
dd p + p { margin-top: 4px; }
${peopleCss}@media (max-width: 400px) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd + dt { margin-top: 8px; } }
@media (forced-colors: active) { .brand::before { forced-color-adjust: none; background: CanvasText; } dl { border: 1px solid; } }
.warning { color: var(--warn); font-weight: 500; }
.warning::before { content: "⚠ "; }
.small { color: var(--subtle); font-size: 12px; line-height: 16px; }
.small + .small { margin-top: -12px; } .stop { user-select: all; font-weight: 600; color: var(--text); }
label { display: block; font-weight: 600; font-size: 12px; line-height: 16px; margin-bottom: 4px; color: var(--subtle); }
label .must { color: var(--danger); }
textarea { min-height: 76px; resize: vertical; display: block; }
.error { color: var(--danger); font-size: 12px; line-height: 16px; margin-top: 4px; }
.error:empty { display: none; }
.actions { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; }
.done { display: grid; grid-template-columns: 24px 1fr; gap: 12px; }
.done::before { content: "✓"; width: 24px; height: 24px; border-radius: 50%; display: grid; place-items: center; font-weight: 700; background: var(--good); color: var(--surface); }
.done.kept::before { content: "…"; background: var(--subtle); }
.done strong { display: block; font-size: 16px; line-height: 24px; }
`;
