export const popupStyle = `
body { width: 368px; min-height: 200px; }
main { display: grid; gap: 12px; padding: 16px; }
header { display: flex; align-items: center; gap: 10px; }
header img { width: 28px; height: 28px; }
header h1 { font-size: 16px; line-height: 20px; }
header div { flex: 1; min-width: 0; }
.row { display: flex; justify-content: space-between; align-items: baseline; gap: 8px; }
.protection { display: grid; grid-template-columns: 10px 1fr; gap: 4px 10px; align-items: center; }
.protection .dot { width: 10px; height: 10px; border-radius: 50%; background: var(--subtle); }
.protection.good .dot { background: var(--good); } .protection.bad .dot { background: var(--danger); border-radius: 2px; }
.protection strong { font-weight: 653; color: var(--text); } .protection .note { grid-column: 2; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
.requests { max-height: 320px; overflow: auto; }
.request { border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; background: var(--surface); overflow-wrap: anywhere; }
.request summary { cursor: pointer; list-style: none; } .request summary::-webkit-details-marker { display: none; }
.request .state::after { content: ' ▸'; } .request[open] .state::after { content: ' ▾'; }
.withdrawal { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; margin-top: 6px; } .withdrawal p { flex-basis: 100%; }
.number { font-weight: 653; }
.state { font-size: 12px; font-weight: 600; color: var(--subtle); } .state.good { color: var(--good); } .state.bad { color: var(--danger); }
.said { margin-top: 4px; padding-left: 8px; border-left: 2px solid var(--line); font-size: 13px; }
footer { display: flex; flex-wrap: wrap; gap: 4px; margin: 0 -12px -6px; }
footer button { color: var(--brand); }
#message:not(:empty) { margin: 0 16px 16px; padding: 8px 12px; border-radius: 6px; color: var(--danger); border: 1px solid currentColor; }
.not-sent { margin-top: 8px; overflow-wrap: anywhere; } .not-sent div { display: flex; flex-wrap: wrap; gap: 4px; margin: 4px -12px 0; }
.empty { color: var(--subtle); }
`;
