import type { ControlSelector } from './selectors.ts';

/**
 * Controls that give access by themselves. The loader knows these only: a click on one is held, while a click that opens a
 * dialog passes and what is done in there is held.
 */
export const acting = [
  {
    name: 'mention-invite',
    css: '[data-id="invite-teammate"]',
    intent: 'invite',
    step: 'acts',
    evidence: 'B',
  },
  {
    name: 'space-access-request',
    css: 'button,a[role="button"]',
    intent: 'request-access',
    step: 'acts',
    products: ['confluence'],
    surfaces: ['space', 'page', 'unknown'],
    labels: [['requestSpaceAccess', 'request-access']],
    evidence: 'D',
  },
  {
    name: 'admin-invite-submit',
    css: '[data-testid="invite-submit-button"]',
    intent: 'invite',
    step: 'acts',
    products: ['admin'],
    evidence: 'C',
  },
  {
    name: 'join-page',
    css: 'button,input[type="submit"],input[type="button"],input[type="image"],[role="button"]',
    intent: 'request-access',
    step: 'acts',
    products: ['id'],
    surfaces: ['join', 'invite-link'],
    labels: [
      ['requestAccess', 'request-access'],
      ['joinNow', 'join'],
      ['joinContext', 'join'],
      ['join', 'join'],
      ['acceptInvite', 'join'],
      ['accept', 'join'],
      ['continue', 'join'],
    ],
    evidence: 'D',
  },
  {
    name: 'create-token-submit',
    css: '[role="dialog"] button,section[role="dialog"] button',
    intent: 'create-api-token',
    step: 'acts',
    products: ['id'],
    surfaces: ['api-tokens'],
    labels: [['create', 'create-api-token']],
    evidence: 'D',
  },
] as const satisfies readonly ControlSelector[];
