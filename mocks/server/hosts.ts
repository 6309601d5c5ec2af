/** The host names the fake answers for, as a certificate names them. */
export const atlassianHosts = [
  'atlassian.net',
  '*.atlassian.net',
  'atlassian.com',
  '*.atlassian.com',
  '*.us-west-2.prod.public.atl-paas.net',
  'secure.gravatar.com',
] as const;

/** True for a host the fake answers for. One label stands for `*`, as in certificates. */
export const isAtlassianHost = (host: string): boolean =>
  atlassianHosts.some((name) =>
    name.startsWith('*.')
      ? host.endsWith(name.slice(1)) && !host.slice(0, -name.length + 1).includes('.')
      : host === name,
  );
