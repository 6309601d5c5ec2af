import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { account } from '../people.ts';
import { byEmail, type Store, withEvent } from '../store.ts';
import { siteError } from './errors.ts';
import { bodyOf } from './query.ts';
import { withJiraAdmin } from './site-auth.ts';

const NewCustomer = z.object({ email: z.email(), displayName: z.string().min(1) });

/** Makes a portal-only customer: free, and never an Atlassian account with a seat. Source: JSM API 2024-11. */
export const customerHandlers = (store: Store): RequestHandler[] => [
  http.post('https://:site.atlassian.net/rest/servicedeskapi/customer', ({ request }) =>
    withJiraAdmin(store, request, async (caller) => {
      const body = await bodyOf(request, NewCustomer);
      if (!body.success) return siteError(400, z.prettifyError(body.error));
      const strict = new URL(request.url).searchParams.get('strictConflictStatusCode') === 'true';
      // Without the parameter an existing address is a 400, with it a 409 (inferred from its name, unverified).
      if (byEmail(store.state, body.data.email))
        return siteError(strict ? 409 : 400, 'An account already exists for this email');
      const n = String(store.state.nextId).padStart(12, '0');
      const customer = account({
        accountId: `qm:6a1d2c3b-8888-4e11-8a01-${n}:7f3b2a10-8888-4e11-8a01-${n}`,
        name: body.data.displayName,
        email: body.data.email,
        accountType: 'customer',
        claimStatus: 'unmanaged',
        managementSource: null,
        avatar: 'initials',
      });
      store.update((state) =>
        withEvent(
          { ...state, accounts: [...state.accounts, customer] },
          {
            action: 'customer_created',
            actorId: caller.accountId,
            context: [{ id: customer.accountId, type: 'users', attributes: {} }],
            container: [],
          },
        ),
      );
      const { accountId, email, name } = customer;
      // No accountType here: this API does not tell it.
      return HttpResponse.json(
        { accountId, emailAddress: email, displayName: name, active: true, timeZone: 'UTC' },
        { status: 201 },
      );
    }),
  ),
];
