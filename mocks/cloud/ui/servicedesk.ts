import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { account } from '../people.ts';
import { byEmail, type Store } from '../store.ts';
import { anySite, withBody } from './gateway.ts';

/** Agents adding customers: free, so by default only recorded. Several public scripts call it; the page of today is unknown. */
export const serviceDeskHandlers = (store: Store): RequestHandler[] => [
  http.post(`${anySite}/rest/servicedesk/1/pages/people/customers/pagination/:projectKey/invite`, ({ request }) =>
    withBody(store, request, z.object({ emails: z.array(z.email()).min(1).max(50) }), (_viewer, body) => {
      for (const email of body.emails) {
        if (byEmail(store.state, email)) continue;
        store.update((state) => {
          const n = String(state.nextId).padStart(12, '0');
          const customer = account({
            accountId: `qm:6a1d2c3b-7777-4e11-8a01-${n}:7f3b2a10-7777-4e11-8a01-${n}`,
            name: email.split('@')[0] ?? email,
            email,
            accountType: 'customer',
            claimStatus: 'unmanaged',
            managementSource: null,
            avatar: 'initials',
          });
          return { ...state, nextId: state.nextId + 1, accounts: [...state.accounts, customer] };
        });
      }
      return HttpResponse.json({ invitedEmails: body.emails });
    }),
  ),
];
