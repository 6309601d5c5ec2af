import { gateIcon } from './style.ts';

/** The box around the framed prompt. No movement: a page that moves is a page whose buttons are not where they were seen. */
export const frameStyle = `
dialog {
  width: min(480px, calc(100vw - 32px)); height: min(var(--height, 560px), calc(100vh - 32px)); max-height: none; padding: 0;
  border: 0; border-radius: 12px; overflow: hidden; background: light-dark(#fff, #242528);
  box-shadow: 0 8px 12px light-dark(#1e1f2126, #01040480), 0 0 1px light-dark(#1e1f214f, #bdbdbd80);
}
@media (max-height: 400px) { dialog { height: min(var(--height, 560px), calc(100vh - 8px)); } }
dialog::backdrop { background: light-dark(#050c1f75, #10121499); }
.ended { opacity: 0; } .ended::backdrop { background: none; }
iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: inherit; }
section { box-sizing: border-box; padding: 24px; font: 14px/20px system-ui, sans-serif; color: light-dark(#292a2e, #cecfd2); }
dialog:has(section) { height: fit-content; }
section p { margin: 0 0 16px; }
.brand { display: flex; align-items: center; gap: 8px; margin-bottom: 8px; color: light-dark(#505258, #a9abaf); font-size: 12px; }
.brand::before { content: ""; width: 16px; height: 16px; background: light-dark(#1868db, #669df1); mask: var(--gate) center/16px no-repeat; --gate: ${gateIcon}; }
button { margin-right: 8px; padding: 6px 12px; border: 1px solid currentcolor; border-radius: 4px; font: inherit; color: inherit;
  background: none; cursor: pointer; }
@media (forced-colors: active) { dialog { border: 1px solid; } .brand::before { forced-color-adjust: none; background: CanvasText; } }
`;
