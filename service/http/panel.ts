import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Env, HttpSettings } from './environment.ts';
import { panelPolicy } from './headers.ts';

/** Jira and Confluence frame the Forge resource. */
const FORGE_ANCESTORS = ['https://*.atlassian.net'];

/** Files whose name carries a hash of their content never change. */
const HASHED = /\/assets\/[^/]+-[\w-]{6,}\.\w+$/;

/** The panel at `/`, and the same build under `/forge/` for Forge. Addresses without a file give the page itself. */
export function panel({ panelDir, frameAncestors }: Pick<HttpSettings, 'panelDir' | 'frameAncestors'>): Hono<Env> {
  const app = new Hono<Env>();
  if (!existsSync(join(panelDir, 'index.html'))) {
    app.get('*', (c) =>
      c.text('The panel is not built. Run "npm run build panel", or set GATEHOUSE_PANEL_DIR to a build.\n', 503),
    );
    return app;
  }
  const page = serveStatic<Env>({ root: panelDir, path: 'index.html' });
  const withoutPrefix = (path: string) => path.replace(/^\/forge\//, '/');
  app.use('*', async (c, next) => {
    const framed = c.req.path.startsWith('/forge/') ? FORGE_ANCESTORS : frameAncestors;
    c.header('content-security-policy', panelPolicy(framed));
    c.header('cache-control', HASHED.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    await next();
  });
  app.get('/forge', (c) => c.redirect('/forge/'));
  app.get('*', serveStatic<Env>({ root: panelDir, rewriteRequestPath: withoutPrefix }));
  app.get('*', async (c, next) => {
    // A missing file is missing: giving the page instead would hide a broken build.
    if (/\.\w+$/.test(c.req.path)) return c.text('Not found\n', 404);
    return page(c, next);
  });
  return app;
}
