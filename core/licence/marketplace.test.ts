import { describe, expect, it } from 'vitest';
import { historicalPrice } from '../../tests/tools/historical-price.ts';
import { CloudId } from '../ids.ts';
import { appEffect, MarketplaceApp, type ProductChange } from './marketplace.ts';

const [site, other] = ['c1', 'c2'].map((id) => CloudId.parse(id)) as [CloudId, CloudId];
const { product: _product, plan: _plan, id: _id, ...terms } = historicalPrice;
const app = (more: object = {}): MarketplaceApp =>
  MarketplaceApp.parse({
    name: 'Diagrams',
    cloudId: site,
    products: ['jira-software', 'confluence'],
    pricedOn: 'largest-user-count',
    prices: [{ ...terms, mode: 'volume' }],
    ...more,
  });
const count = (used: number | null) => ({ used, total: null, unlimited: false });
const change = (
  product: ProductChange['product'],
  before: number | null,
  after: number | null,
  cloudId = site,
): ProductChange => ({ product, cloudId, before: count(before), after: count(after) });
const effect = (changes: ProductChange[], more: object = {}) => appEffect(app(more), changes, '2026-11-21');

describe('a Marketplace app', () => {
  it('is priced on the largest count of its products on its site', () => {
    const counts = [change('jira-software', 250, 251), change('confluence', 20, 25), change('trello', 900, 901)];
    expect(effect([...counts, change('jira-software', 999, 1000, other)])).toEqual({
      name: 'Diagrams',
      cloudId: site,
      before: 250,
      after: 251,
      cost: {
        known: true,
        amount: '-248.00',
        currency: 'USD',
        period: 'month',
        source: 'historical example',
        verified: false,
      },
      reasons: [{ code: 'app-counts-more', text: 'Diagrams is priced on the largest user count: 250 becomes 251.' }],
    });
  });

  it('costs nothing more while the largest count stays', () => {
    const { cost, reasons } = effect([change('jira-software', 250, 250), change('confluence', 20, 25)]);
    expect(cost).toMatchObject({ known: true, amount: '0.00' });
    expect(reasons).toEqual([
      { code: 'app-unchanged', text: 'Diagrams is priced on the largest user count, which stays 250.' },
    ]);
  });

  it.each([
    [[change('jira-software', 1, 2)], null, null],
    [[change('jira-software', null, 2), change('confluence', 1, 1)], null, 2],
    [[change('jira-software', 1, null), change('confluence', 1, 1)], 1, null],
  ])('is not known where one count is not: %j', (changes, before, after) => {
    const found = effect(changes);
    expect([found.before, found.after]).toEqual([before, after]);
    expect(found.cost).toEqual({
      known: false,
      why: 'The largest user count that Diagrams is priced on is not known.',
    });
    expect(found.reasons.map(({ code }) => code)).toEqual(['app-users-unknown']);
  });

  it.each([
    [{ prices: [] }, 'The price book has no price for Diagrams at 2 users.'],
    [{ prices: [{ ...terms, validUntil: '2026-11-20' }] }, 'The price book has no price for Diagrams at 2 users.'],
    [
      { prices: [{ ...terms, bands: [{ from: 1, to: 1, unitPrice: '3' }] }] },
      'The price book has no price for Diagrams at 2 users.',
    ],
    [{ pricedOn: null }, 'Which number of users Diagrams is priced on is not known.'],
  ])('has no cost made up: %j', (more, why) => {
    expect(effect([change('jira-software', 1, 2), change('confluence', 1, 1)], more).cost).toEqual({
      known: false,
      why,
    });
  });

  it('is refused with a price that has gaps', () => {
    const gap = [{ ...terms, bands: [{ from: 2, to: null, unitPrice: '1' }] }];
    expect(MarketplaceApp.safeParse({ ...app(), prices: gap }).error?.issues[0]).toMatchObject({
      code: 'custom',
      path: ['prices', 0, 'bands', 0, 'from'],
      message: 'band 1 must start at 1, not 2',
    });
  });
});
