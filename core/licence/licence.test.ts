import { describe, expect, it } from 'vitest';
import { historicalPrice as historical } from '../../tests/tools/historical-price.ts';
import { AccountId, CloudId, GroupId } from '../ids.ts';
import type { Plan, Product } from '../organization/index.ts';
import { findPrice, marginalPrice, PriceEntry, totalPrice } from './price-book.ts';
import { type GroupGrant, holdsSeat, seatHolders } from './seats.ts';

const site = CloudId.parse('c1');
const group = (name: string) => GroupId.parse(name);
const person = (name: string) => AccountId.parse(name);

describe('seats', () => {
  it('are of one product on one site', () => {
    const grant: GroupGrant = { groupId: group('jira'), product: 'jira-software', cloudId: site, role: 'user' };
    const holds = (product: Product, cloudId: CloudId, more: Partial<GroupGrant> = {}) =>
      holdsSeat(new Set([group('jira')]), [{ ...grant, ...more }], product, cloudId);
    expect(holds('jira-software', site)).toBe(true);
    expect(holds('confluence', site)).toBe(false);
    expect(holds('jira-software', CloudId.parse('c2'))).toBe(false);
    expect(holds('jira-software', site, { role: 'customer' })).toBe(false);
    expect(holds('jira-software', site, { groupId: group('other') })).toBe(false);
  });

  const grants: GroupGrant[] = [
    { groupId: group('jira'), product: 'jira-software', cloudId: site, role: 'user' },
    { groupId: group('everyone'), product: 'jira-software', cloudId: site, role: 'user' },
    { groupId: group('everyone'), product: 'confluence', cloudId: site, role: 'user' },
    { groupId: group('portal'), product: 'jira-servicedesk', cloudId: site, role: 'customer' },
  ];

  it('uses one seat for two groups and several products for one group', () => {
    const memberships = [
      { accountId: person('a'), groupId: group('jira') },
      { accountId: person('a'), groupId: group('everyone') },
      { accountId: person('b'), groupId: group('everyone') },
    ];
    expect(seatHolders(memberships, grants, 'jira-software', site)).toEqual(new Set(['a', 'b']));
    expect(seatHolders(memberships, grants, 'confluence', site)).toEqual(new Set(['a', 'b']));
  });

  it('takes no seat for a customer and none on another site', () => {
    expect(holdsSeat(new Set([group('portal')]), grants, 'jira-servicedesk', site)).toBe(false);
    expect(holdsSeat(new Set([group('jira')]), grants, 'jira-software', CloudId.parse('c2'))).toBe(false);
    expect(holdsSeat(new Set([group('jira')]), grants, 'jira-software', site)).toBe(true);
  });
});

describe('price book', () => {
  it('adds up graduated bands exactly', () => {
    expect(totalPrice(historical, 1200)).toBe('2450.00');
    expect(marginalPrice(historical, 250, 1)).toBe('2.00');
    expect(marginalPrice(historical, 249, 3)).toBe('7.00');
    expect(marginalPrice(historical, 1200, 0)).toBe('0.00');
  });

  it('prices every user at the band reached when the mode is volume', () => {
    const volume = PriceEntry.parse({ ...historical, mode: 'volume' });
    expect(totalPrice(volume, 251)).toBe('502.00');
    expect(marginalPrice(volume, 250, 1)).toBe('-248.00');
  });

  it('keeps decimals exact', () => {
    const flat = PriceEntry.parse({ ...historical, mode: 'flat', bands: [{ from: 1, to: null, unitPrice: '0.1' }] });
    expect(marginalPrice(flat, 0, 3)).toBe('0.30');
  });

  it('has no price beyond its last band and none before it is valid', () => {
    const short = PriceEntry.parse({ ...historical, bands: [{ from: 1, to: 10, unitPrice: '3' }] });
    expect(totalPrice(short, 11)).toBeNull();
    expect(findPrice([historical], 'jira-software', null, '2019-12-31')).toBeNull();
    expect(
      findPrice(
        [historical, { ...historical, id: 'new', validFrom: '2026-01-01' }],
        'jira-software',
        'standard',
        '2026-11-21',
      )?.id,
    ).toBe('new');
  });

  it('is found for its product, plan and period only', () => {
    const find = (...[product, plan, period]: [Product, Plan | null, 'month' | 'year' | null]) =>
      findPrice([historical], product, plan, '2026-11-21', period)?.id ?? null;
    expect(find('jira-software', 'standard', 'month')).toBe('historical');
    expect(find('jira-software', null, null)).toBe('historical');
    expect(find('confluence', 'standard', 'month')).toBeNull();
    expect(find('jira-software', 'premium', 'month')).toBeNull();
    expect(find('jira-software', 'standard', 'year')).toBeNull();
  });

  it('refuses bands with a gap and says where', () => {
    const gap = PriceEntry.safeParse({
      ...historical,
      bands: [
        { from: 1, to: 10, unitPrice: '3' },
        { from: 12, to: null, unitPrice: '2' },
      ],
    });
    expect(gap.success).toBe(false);
    expect(gap.error?.issues[0]?.message).toBe('band 2 must start at 11, not 12');
  });
});
