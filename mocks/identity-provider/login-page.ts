import { createHash } from 'node:crypto';
import { accounts } from './accounts.ts';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f7f8f9, #1f1f21); }
main { width: min(24rem, calc(100vw - 3rem)); padding: 2rem; border-radius: 12px; background: light-dark(#fff, #2b2c2f); box-shadow: 0 8px 24px #0003; }
h1 { font-size: 1.25rem; margin: 0 0 .25rem; }
p { margin: 0 0 1.25rem; color: light-dark(#505258, #a9abaf); }
button { display: flex; justify-content: space-between; width: 100%; margin: 0 0 .5rem; padding: .7rem 1rem; font: inherit; cursor: pointer;
  color: inherit; background: light-dark(#fff, #242528); border: 1px solid light-dark(#8590a2, #7e8188); border-radius: 8px; }
button:hover { background: light-dark(#f0f1f2, #303134); }
button:focus-visible { outline: 2px solid light-dark(#0c66e4, #669df1); outline-offset: 2px; }
small { color: light-dark(#505258, #a9abaf); font-size: .9rem; }
`;

/** Names the one style sheet of the page, so that the policy allows it and no other. */
const styleHash = createHash('sha256').update(style).digest('base64');

/** The page that stands in for a company's sign-in: one button for each person. Only constants of ours are in it. */
export function loginPage(uid: string): Response {
  const buttons = accounts
    .map(
      ({ sub, name, what }) =>
        `<button name="account" value="${sub}" aria-label="Sign in as ${name} — ${what}"><span>${name}</span><small>${what}</small></button>`,
    )
    .join('\n');
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in to Acme</title><style>${style}</style></head>
<body><main><h1>Sign in to Acme</h1><p>A stand-in for your company’s identity provider: choose who you are.</p>
<form method="post" action="/interaction/${encodeURIComponent(uid)}">${buttons}</form></main></body></html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
    },
  });
}
