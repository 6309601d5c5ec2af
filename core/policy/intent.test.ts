import { expect, it } from 'vitest';
import { isAboutSeats } from '../licence/index.ts';
import { Intent, intentPhrase } from './intent.ts';
import { givesMembership, isAboutActor } from './intent-about.ts';

const those = (property: (intent: Intent) => boolean) => Intent.options.filter(property);

it('people invite, add and turn somebody else into something; the rest they do for themselves', () => {
  expect(those((intent) => !isAboutActor(intent))).toEqual([
    'invite',
    'share-with-new-person',
    'add-to-project',
    'add-to-group',
    'grant-role',
    'create-customer',
    'migrate-customer',
  ]);
});

it('a trial, a link, a customer, a token and a public page give nobody a seat of the app at hand', () => {
  expect(those((intent) => !isAboutSeats(intent))).toEqual([
    'create-invite-link',
    'start-app',
    'change-plan',
    'create-customer',
    'migrate-customer',
    'create-api-token',
    'make-public',
  ]);
});

it('an approval adds people to a group only where that is what was asked for', () => {
  expect(those(givesMembership)).toEqual([
    'request-access',
    'join',
    'invite',
    'share-with-new-person',
    'add-to-project',
  ]);
});

it('every intent has words of its own', () => {
  expect(new Set(Intent.options.map(intentPhrase)).size).toBe(Intent.options.length);
});
