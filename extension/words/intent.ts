import type { Intent } from '../../core/policy/index.ts';

/** Each intent as the start of a sentence, and as what somebody wanted to do. */
const words: Record<Intent, { readonly doing: string; readonly todo: string }> = {
  'request-access': { doing: 'Requesting access', todo: 'Request access' },
  join: { doing: 'Joining', todo: 'Join' },
  invite: { doing: 'Inviting people', todo: 'Invite' },
  'share-with-new-person': { doing: 'Sharing with somebody new', todo: 'Share with' },
  'add-to-project': { doing: 'Adding people', todo: 'Add' },
  'add-to-group': { doing: 'Adding to a group', todo: 'Add to a group:' },
  'grant-role': { doing: 'Giving a role', todo: 'Give a role to' },
  'create-invite-link': { doing: 'Creating an invitation link', todo: 'Create an invitation link' },
  'start-app': { doing: 'Starting a new app', todo: 'Start a new app or trial' },
  'change-plan': { doing: 'Changing the plan', todo: 'Change to another plan' },
  'create-customer': { doing: 'Creating a customer', todo: 'Create a customer account for' },
  'migrate-customer': { doing: 'Turning a customer into an account', todo: 'Turn into an Atlassian account:' },
  'create-api-token': { doing: 'Creating an API token', todo: 'Create an API token' },
  'make-public': { doing: 'Making content public', todo: 'Make content public' },
};

export const doing = (intent: Intent): string => words[intent].doing;
export const todo = (intent: Intent): string => words[intent].todo;
