import { RuleId } from '../ids.ts';
import type { Policy } from './rule.ts';

/**
 * "IT-only access": nobody gives or takes access by themselves; IT is asked instead. The policy of a new installation.
 * Sharing with people who already have access stays untouched.
 */
export const itOnlyAccess = (version: number): Policy => ({
  version,
  rules: [
    {
      id: RuleId.parse('no-self-service'),
      name: 'Access goes through IT',
      owner: 'IT',
      enabled: true,
      mode: 'block',
      when: { intents: ['request-access', 'join', 'start-app'] },
      mayAskIt: true,
      message:
        'Access to our Atlassian apps is given by IT, so that nobody takes a licence by accident. Ask IT and say what you need it for.',
    },
    {
      id: RuleId.parse('no-invites'),
      name: 'IT adds new people',
      owner: 'IT',
      enabled: true,
      mode: 'block',
      when: {
        intents: [
          'invite',
          'share-with-new-person',
          'add-to-project',
          'create-invite-link',
          'add-to-group',
          'grant-role',
        ],
      },
      mayAskIt: true,
      message:
        'People who do not have access yet are added by IT. Ask IT; sharing with people who already have access is fine.',
    },
    {
      id: RuleId.parse('watch-customers'),
      name: 'Record new customers',
      owner: 'IT',
      enabled: true,
      mode: 'observe',
      when: { intents: ['create-customer', 'migrate-customer'] },
      mayAskIt: false,
      message: 'Recorded only.',
    },
  ],
  defaultOutcome: 'allow',
  onUnknown: 'block',
  breakGlass: [],
});
