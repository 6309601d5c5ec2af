import { createHash } from 'node:crypto';
import type { HttpContext } from './environment.ts';

const style =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0;min-height:100vh;display:grid;place-items:center}main{max-width:32rem;padding:2rem}h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:0 0 1rem}small{opacity:.75}';
const styleHash = createHash('sha256').update(style).digest('base64');

const asText = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** True for somebody who looks at the answer in a browser instead of a program that reads it. */
export const wantsPage = (c: HttpContext): boolean => (c.req.header('accept') ?? '').includes('text/html');

/** A failure of signing in, for people: what happened, what to do, and a number to quote. */
export function problemPage(c: HttpContext, title: string, detail: string): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${asText(title)}</title><style>${style}</style></head><body><main><h1>${asText(title)}</h1><p>${asText(detail)}</p><small>${asText(c.get('requestId'))}</small></main></body></html>`;
  c.header('content-security-policy', `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`);
  return c.body(html, 400, { 'content-type': 'text/html; charset=utf-8' });
}
