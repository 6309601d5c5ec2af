import { Hono } from 'hono';
import { z } from 'zod';
import { account } from '../cloud/people.ts';
import { seatsUsed } from '../cloud/seats.ts';
import { byId, type Store } from '../cloud/store.ts';
import { Fault, type Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';

/** An account by what is special about it; the rest is an ordinary active, managed person. */
const NewPerson = z.strictObject({
  accountId: z.string().min(1),
  name: z.string().min(1),
  email: z.string().nullable(),
  groups: z.array(z.string()).default([]),
  accountType: z.enum(['atlassian', 'app', 'customer']).default('atlassian'),
  claimStatus: z.enum(['managed', 'unmanaged']).default('managed'),
  isConfluenceGuest: z.boolean().default(false),
  isJiraGuest: z.boolean().default(false),
});

/** What tests and the walk steer the fake with; on a port of its own, so that no page can reach it by an Atlassian name. */
export function controlApp(parts: { store: Store; log: RequestLog; faults: Faults }): Hono {
  const { store, log, faults } = parts;
  const app = new Hono();
  app.get('/requests', (c) => c.json(log.list(c.req.query('since'))));
  app.delete('/requests', (c) => {
    log.clear();
    return c.body(null, 204);
  });
  app.post('/faults', async (c) => {
    const fault = Fault.safeParse(await c.req.json().catch(() => undefined));
    if (!fault.success) return c.json({ error: z.prettifyError(fault.error) }, 400);
    faults.add(fault.data);
    return c.body(null, 204);
  });
  app.delete('/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });
  app.post('/reset', (c) => {
    store.reset();
    log.clear();
    faults.clear();
    return c.body(null, 204);
  });
  app.post('/people', async (c) => {
    const person = NewPerson.safeParse(await c.req.json().catch(() => undefined));
    if (!person.success) return c.json({ error: z.prettifyError(person.error) }, 400);
    if (byId(store.state, person.data.accountId)) return c.json({ error: 'somebody has this id' }, 409);
    store.update((state) => ({ ...state, accounts: [...state.accounts, account(person.data)] }));
    return c.body(null, 204);
  });
  app.get('/people/:accountId', (c) => {
    const found = store.state.accounts.find(({ accountId, email }) =>
      [accountId, email].includes(c.req.param('accountId')),
    );
    return found ? c.json(found) : c.json({ error: 'nobody of this id or e-mail' }, 404);
  });
  app.get('/state/summary', (c) => {
    const { accounts, groups, sites, events, accessRequests, shares, activations } = store.state;
    return c.json({
      accounts: accounts.length,
      groups: groups.length,
      seats: sites.flatMap((site) =>
        site.products.map(({ product, seats }) => ({
          site: site.host,
          product,
          seats,
          used: seatsUsed(store.state, product, site.cloudId),
        })),
      ),
      events: events.length,
      accessRequests,
      shares,
      activations,
    });
  });
  return app;
}
