/** The only keys the fake accepts. They open nothing but the fake. */
export const credentials = {
  /** `Authorization: Bearer` for api.atlassian.com. */
  orgApiKey: 'fake-org-api-key-for-the-demo-only',
  /** Password of `Authorization: Basic email:token` on sites. */
  jiraApiToken: 'fake-jira-api-token-for-the-demo-only',
} as const;
