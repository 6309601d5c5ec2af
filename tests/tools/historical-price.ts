import { PriceEntry } from '../../core/licence/index.ts';

/** What Jira cost in the historical example (section 4 of the domain): graduated, per user and month. */
export const historicalPrice = PriceEntry.parse({
  id: 'historical',
  product: 'jira-software',
  plan: 'standard',
  currency: 'USD',
  period: 'month',
  mode: 'graduated',
  bands: [
    { from: 1, to: 250, unitPrice: '3' },
    { from: 251, to: 1000, unitPrice: '2' },
    { from: 1001, to: null, unitPrice: '1' },
  ],
  source: 'historical example',
  validFrom: '2020-01-01',
  verified: false,
});
