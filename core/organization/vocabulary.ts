/** What is known of the ids of one app. */
export interface AppIds {
  /** The name people know it by. */
  readonly name: string;
  /** Other spellings that ids and addresses of Atlassian use for it, in lower case. The key itself is always one. */
  readonly ids: readonly string[];
  /**
   * Where the key and the ids are known from. `unverified`: inferred from the app's name or from Atlassian's public GraphQL
   * schema, never seen in a grant of an organization.
   */
  readonly source: 'organizations-api' | 'admin-app' | 'sign-up' | 'events-api' | 'unverified';
}

const app = (name: string, source: AppIds['source'], ...ids: readonly string[]): AppIds => ({ name, ids, source });

/**
 * The apps Gatehouse knows, by the key it keeps them under: Atlassian's application key, where there is one. `jira` alone names the
 * whole family of a site; its seats are those of Jira itself (inferred, unverified).
 */
export const vocabulary = {
  'jira-software': app('Jira', 'organizations-api', 'jira'),
  'jira-servicedesk': app(
    'Jira Service Management',
    'organizations-api',
    'jira-service-management',
    'jira-service-desk',
    'jsm',
  ),
  'jira-core': app('Jira Work Management', 'organizations-api', 'jira-work-management', 'jwm'),
  'jira-product-discovery': app('Jira Product Discovery', 'organizations-api', 'jpd'),
  confluence: app('Confluence', 'organizations-api'),
  bitbucket: app('Bitbucket', 'events-api'),
  trello: app('Trello', 'unverified'),
  statuspage: app('Statuspage', 'unverified'),
  opsgenie: app('Opsgenie', 'sign-up'),
  compass: app('Compass', 'sign-up'),
  loom: app('Loom', 'sign-up'),
  rovo: app('Rovo', 'unverified'),
  devai: app('Rovo Dev', 'admin-app', 'rovo-dev'),
  townsquare: app('Atlas (Goals and Projects)', 'admin-app', 'atlas'),
  goals: app('Goals', 'unverified'),
  projects: app('Projects', 'unverified'),
  guard: app('Atlassian Guard', 'unverified', 'atlassian-guard', 'atlassian-access'),
  'guard-detect': app('Guard Detect', 'events-api', 'guard_detect', 'beacon'),
  assets: app('Assets', 'unverified', 'cmdb'),
  focus: app('Focus', 'unverified', 'mercury'),
  talent: app('Talent', 'unverified', 'radar'),
  studio: app('Studio', 'unverified'),
  analytics: app('Analytics', 'unverified', 'atlassian-analytics'),
} as const satisfies Readonly<Record<string, AppIds>>;

export type KnownKey = keyof typeof vocabulary;
