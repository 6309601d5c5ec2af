import { type AccessPath, closes, menu, opens, unverifiedMenu } from './access-path.ts';

/** Paths 8 to 10: who may let people in, and the groups that do. */
export const roleAndGroupPaths: readonly AccessPath[] = [
  {
    id: 'admin-roles',
    number: 8,
    name: 'Admin roles',
    setting:
      'Organization admins, site admins and user access admins let people in. The old role Trusted user has every app, invites and starts trials.',
    values: [
      closes('it-only', 'Only people of IT hold roles that let others in.'),
      opens('others-too', 'People outside IT hold roles that let others in.'),
    ],
    learntBy: ['api', 'directory'],
    evidence: { grade: 'B', source: 'Organizations API, role assignments, 2026-09', verified: true },
    risk: 'high',
    fix: {
      what: 'Take the role from everybody outside IT, Trusted user first.',
      original: unverifiedMenu('Users', 'the person', 'Role'),
      centralized: menu('Directory', 'Users', 'the person', 'More actions (•••)'),
    },
    coveredBy: ['page', 'network'],
    intents: ['grant-role', 'add-to-group'],
    wanted: false,
  },
  {
    id: 'default-groups',
    number: 9,
    name: 'Default groups',
    setting:
      'Whoever gets an app lands in its default group. One that grants several apps gives seats nobody asked for.',
    values: [
      closes('one-app-each', 'Every default group grants one app.'),
      opens('several-apps', 'A default group grants several apps; removing one by hand is undone.'),
    ],
    learntBy: ['api', 'directory'],
    evidence: { grade: 'B', source: 'Organizations API groups and Jira application roles, 2026', verified: true },
    risk: 'medium',
    fix: {
      what: 'Let each default group grant one app: remove the other apps under Group app access.',
      original: menu('Groups', 'the group', 'Group product access'),
      centralized: menu('Directory', 'Groups', 'the group', 'Group app access'),
    },
    coveredBy: ['page', 'network'],
    intents: ['add-to-group'],
    wanted: false,
  },
  {
    id: 'synced-groups',
    number: 10,
    name: 'Synced groups',
    setting: 'Groups of the identity provider that give an app role. This is the path that access should take.',
    values: [
      closes('all-synced', 'Every group that gives a seat comes from the identity provider.'),
      opens('some-by-hand', 'Some groups that give a seat can be changed by hand at Atlassian.'),
    ],
    learntBy: ['directory'],
    evidence: {
      grade: 'B',
      source: 'Organizations API, externalSynced and managementAccess of groups, 2026-09',
      verified: true,
    },
    risk: 'medium',
    fix: {
      what: 'Give app roles to groups of the identity provider, and take them from groups that are changed by hand.',
      original: menu('Groups', 'the group', 'Group product access'),
      centralized: menu('Directory', 'Groups', 'the group', 'Group app access'),
    },
    coveredBy: ['page', 'network'],
    intents: ['add-to-group'],
    wanted: true,
  },
];
