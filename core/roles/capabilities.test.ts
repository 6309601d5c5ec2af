import { describe, expect, it } from 'vitest';
import { Role } from '../contract/roles.ts';
import { routes } from '../contract/routes/index.ts';
import { Audience, Capability, capabilities, extentOf } from './capabilities.ts';

/** What each route needs. A route that is not here has to be named with the capability that it belongs to. */
const needs = {
  resolveIdentities: ['see-badges', 'own'],
  submitRequest: ['use-own-requests', 'own'],
  listOwnRequests: ['use-own-requests', 'own'],
  withdrawRequest: ['use-own-requests', 'own'],
  listPeople: ['see-full-facts', 'full'],
  listRequests: ['work-the-queue', 'read'],
  getRequest: ['work-the-queue', 'read'],
  decideRequest: ['work-the-queue', 'full'],
  retryGrant: ['work-the-queue', 'full'],
  finishByHand: ['work-the-queue', 'full'],
  syncDirectory: ['operate', 'full'],
  listAudit: ['read-audit', 'own'],
} as const;
const order = ['none', 'if-allowed', 'own', 'read', 'draft', 'full'];

describe('roles', () => {
  it.each(Object.entries(needs))('the route %s is open to whoever the table names', (name, [capability, least]) => {
    const { access } = routes[name as keyof typeof needs];
    for (const role of Role.options) {
      const enough = order.indexOf(capabilities[capability][role]) >= order.indexOf(least);
      expect((access as readonly string[]).includes(role), role).toBe(enough);
    }
  });

  it('an admin may do everything, and a stranger nothing that nobody allowed', () => {
    for (const capability of Capability.options) {
      expect(['full', 'own']).toContain(extentOf(capability, ['admin']).extent);
      expect(extentOf(capability, []).extent).toBe('none');
      for (const audience of Audience.options) expect(order).toContain(capabilities[capability][audience]);
    }
    expect(extentOf('see-badges', [], true).extent).toBe('if-allowed');
    expect(extentOf('see-full-facts', [], true).extent).toBe('none');
  });

  it('the furthest role counts, in any order', () => {
    expect(extentOf('work-the-queue', ['member', 'auditor']).extent).toBe('read');
    expect(extentOf('work-the-queue', ['reviewer', 'auditor', 'member']).extent).toBe('full');
    expect(extentOf('change-settings', ['auditor', 'reviewer']).extent).toBe('draft');
    expect(extentOf('read-audit', ['member']).reason.text).toContain('ask an admin');
  });
});
